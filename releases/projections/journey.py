from django.db import models

from publishing.languages import Translated
from publishing.projections import Projection, PublicJSON, view_table


class PublishedDestination(Projection):
    code = models.CharField()
    kind = models.CharField()
    country = models.CharField()
    within_id = models.UUIDField(null=True)
    within_code = models.CharField(null=True)
    name = Translated(models.CharField())
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True)
    longitude = models.DecimalField(max_digits=8, decimal_places=5, null=True)
    updated_on = models.DateField()

    class Meta(Projection.Meta):
        db_table = view_table("destination")


class PublishedRelease(Projection):
    """The end of a shown person's custody; dates as JSON; `conditions`: list of {kind, since,
    until}."""

    asked_only = ("released_sort",)

    person_id = models.UUIDField()
    wave_id = models.UUIDField(null=True)
    side = models.IntegerField(null=True)
    released_on = PublicJSON(null=True)
    released_sort = models.DateField()
    legal_basis = models.CharField()
    disposition = models.CharField()
    will = models.CharField()
    documents = models.CharField()
    conditions = PublicJSON()
    outside_wave_reason = models.CharField()
    sources = PublicJSON()
    unsourced_since = models.DateField(null=True)
    updated_on = models.DateField()

    class Meta(Projection.Meta):
        db_table = view_table("release")


class PublishedLeg(Projection):
    """One move of a shown person; `origin` and `destination`: {id, code, kind, country, name}."""

    asked_only = ("origin_id", "destination_id", "departed_sort")

    person_id = models.UUIDField()
    wave_id = models.UUIDField(null=True)
    number = models.IntegerField()
    kind = models.CharField()
    origin_id = models.UUIDField(null=True)
    origin = PublicJSON(null=True)
    destination_id = models.UUIDField(null=True)
    destination = PublicJSON(null=True)
    departed_on = PublicJSON(null=True)
    arrived_on = PublicJSON(null=True)
    departed_sort = models.DateField()
    choice = models.CharField()
    documents = models.CharField()
    invited_by = PublicJSON(null=True)
    transported_by = PublicJSON(null=True)
    break_reason = models.CharField()
    sources = PublicJSON()
    unsourced_since = models.DateField(null=True)
    updated_on = models.DateField()

    class Meta(Projection.Meta):
        db_table = view_table("leg")
