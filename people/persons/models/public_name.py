from django.contrib.postgres.fields import ArrayField
from django.db import models

from people.persons.models.key_fields import key_indexes


class PublicName(models.Model):
    """A name, or a pseudonym, of somebody who is shown or will be when their embargo ends.

    The public search reads this table, and triggers keep it (people/sql/shown_names.sql). The id is
    that of the name, or of the person whose pseudonym it is; it refers to no row.
    """

    id = models.UUIDField(primary_key=True)
    person_id = models.UUIDField(db_index=True)
    text = models.CharField()
    given = models.CharField()
    family = models.CharField()
    script = models.CharField()
    language = models.CharField()
    keys = ArrayField(models.TextField())
    keys_folded = models.TextField()

    class Meta:
        default_permissions = ()
        indexes = key_indexes("keys", "people_publicname")

    def __str__(self) -> str:
        return f"public name {str(self.id)[:8]}"
