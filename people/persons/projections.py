"""Published people, as far as each is shown (people/published)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from publishing.languages import Translated
from publishing.projections import Projection, PublicJSON, view_table


class PublishedPerson(Projection):
    """A person shown by name or by pseudonym.

    `names`, `public_roles`, `citizenships`, `custodies`, `recognitions`, `sources`: lists of
    objects. `shows_custody` and `shows_journey` tell an empty list from a withheld one.
    """

    asked_only = ("name_sort", "shows_custody", "shows_journey")
    ordered_views = {
        ("id",): "person",
        ("-id",): "person_backwards",
        ("name_sort", "id"): "person_by_name",
        ("-name_sort", "-id"): "person_by_name_backwards",
    }

    shown_as = models.CharField()
    name = models.CharField()
    name_sort = models.CharField()
    names = PublicJSON()
    summary = Translated(models.TextField())
    died = PublicJSON(null=True)
    public_roles = PublicJSON()
    categories = ArrayField(models.TextField())
    citizenships = PublicJSON()
    custodies = PublicJSON()
    recognitions = PublicJSON()
    shows_custody = models.BooleanField()
    shows_journey = models.BooleanField()
    sources = PublicJSON()
    unsourced_since = models.DateField(null=True)
    updated_on = models.DateField()

    class Meta(Projection.Meta):
        db_table = view_table("person")


class PublishedName(Projection):
    """One public form of a name, to search in: `keys` as people/persons/name_keys.py makes them."""

    person = models.ForeignKey(
        PublishedPerson, models.DO_NOTHING, db_constraint=False, related_name="searched"
    )
    text = models.CharField()
    given = models.CharField()
    family = models.CharField()
    script = models.CharField()
    language = models.CharField()
    keys = ArrayField(models.TextField())
    keys_folded = models.TextField()

    class Meta(Projection.Meta):
        db_table = view_table("name_search")


class GonePerson(Projection):
    """A person once shown and no longer; `merged_into_id` is who answers in their place."""

    reason = models.CharField()
    merged_into_id = models.UUIDField(null=True)

    class Meta(Projection.Meta):
        db_table = view_table("person_gone")
