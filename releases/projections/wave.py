from django.db import models

from publishing.languages import Translated
from publishing.projections import Projection, PublicJSON, view_table


class PublishedWave(Projection):
    """`sides`: list of {id, number, releasing, receiving}; `parties`: list of {organisation,
    representative, role, side, sources}; `began_on` orders waves, unknown first days last."""

    asked_only = ("began_on", "ended_on")

    slug = models.CharField()
    country = models.CharField()
    title = Translated(models.CharField())
    summary = Translated(models.TextField())
    grouping_reason = Translated(models.TextField())
    decided_on = PublicJSON(null=True)
    released_on = PublicJSON(null=True)
    crossed_on = PublicJSON(null=True)
    is_open = models.BooleanField()
    more_in_record = models.IntegerField(null=True)
    began_on = models.DateField()
    ended_on = models.DateField(null=True)
    sides = PublicJSON()
    parties = PublicJSON()
    sources = PublicJSON()
    unsourced_since = models.DateField(null=True)
    updated_on = models.DateField()

    class Meta(Projection.Meta):
        db_table = view_table("wave")


class GoneWave(Projection):
    """A wave once public and no longer."""

    slug = models.CharField()
    reason = models.CharField()

    class Meta(Projection.Meta):
        db_table = view_table("wave_gone")


class PublishedMember(Projection):
    """A person shown by name or pseudonym on a side of a wave."""

    wave_id = models.UUIDField()
    side_id = models.UUIDField()
    side = models.IntegerField()
    person_id = models.UUIDField()
    shown_as = models.CharField()
    role = models.CharField()
    outcome = models.CharField()
    is_verified = models.BooleanField()
    sources = PublicJSON()
    unsourced_since = models.DateField(null=True)

    class Meta(Projection.Meta):
        db_table = view_table("member")
