from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class ReadyDocument(models.Model):
    """What is kept of an object of the public: in which records it stands, and how long.

    Its content is a row of the table `kept_…` of its noun, or none while readers see nothing of it.
    From `valid_until` on, the live view answers for it (publishing/schema/kept_views.py).
    """

    #: A record is one object, and what the feed of changes says of it is another.
    pk = models.CompositePrimaryKey("noun", "id")
    noun = models.CharField(max_length=20)
    id = models.UUIDField()
    #: The records whose change may change the document, its own among them.
    mentions = ArrayField(models.UUIDField())
    valid_until = models.DateTimeField()

    class Meta:
        default_permissions = ()
        indexes = [
            GinIndex(fields=["mentions"], name="ready_document_mentions"),
            models.Index(fields=["noun", "valid_until"], name="ready_document_valid_until"),
            models.Index(fields=["id"], name="ready_document_id"),
        ]

    def __str__(self) -> str:
        return f"{self.noun} {str(self.id)[:8]}"
