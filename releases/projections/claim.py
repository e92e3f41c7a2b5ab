from django.db import models

from publishing.languages import Translated
from publishing.projections import Projection, PublicJSON, view_table


class PublishedClaim(Projection):
    """A figure as somebody gave it, about exactly one visible subject.

    `wave_id` is also set for a side's claim. `scope`: list of {dimension, value, place};
    `formula`: list of {sign, claim}; `upstream`: ids of sources; dates as JSON; `sort_on` is the
    first day that the figure can speak of.
    """

    asked_only = ("is_key_withheld", "speaker_id", "sort_on", "upstream")

    wave_id = models.UUIDField(null=True)
    side_id = models.UUIDField(null=True)
    country = models.CharField()
    event_id = models.UUIDField(null=True)
    programme_id = models.UUIDField(null=True)
    measure = models.CharField()
    scope = PublicJSON()
    unit = models.CharField()
    currency = models.CharField()
    per_cent_base = models.CharField()
    yardstick = PublicJSON(null=True)
    is_key_withheld = models.BooleanField()
    mode = models.CharField()
    low = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    high = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    is_strict = models.BooleanField()
    is_approximate = models.BooleanField()
    is_vague = models.BooleanField()
    printed = models.CharField()
    speaker_id = models.UUIDField(null=True)
    speaker = PublicJSON(null=True)
    period_start = PublicJSON(null=True)
    period_end = PublicJSON(null=True)
    period_start_event_id = models.UUIDField(null=True)
    period_end_event_id = models.UUIDField(null=True)
    as_of = PublicJSON(null=True)
    said_on = PublicJSON(null=True)
    sort_on = models.DateField()
    standing = models.CharField()
    standing_reason = Translated(models.CharField())
    corrected_by_id = models.UUIDField(null=True)
    reading = models.CharField()
    is_preferred = models.BooleanField()
    preferred_reason = Translated(models.CharField())
    formula = PublicJSON()
    is_formula_complete = models.BooleanField()
    upstream = PublicJSON()
    is_upstream_known = models.BooleanField()
    sources = PublicJSON()
    unsourced_since = models.DateField(null=True)
    updated_on = models.DateField()

    class Meta(Projection.Meta):
        db_table = view_table("claim")


class PublishedSum(Projection):
    """`parts`: list of {sign, claim, person}; without a `speaker` the sum is ours."""

    total_id = models.UUIDField()
    wave_id = models.UUIDField(null=True)
    country = models.CharField()
    kind = models.CharField()
    speaker = PublicJSON(null=True)
    explanation = Translated(models.TextField())
    parts = PublicJSON()
    sources = PublicJSON()
    unsourced_since = models.DateField(null=True)

    class Meta(Projection.Meta):
        db_table = view_table("sum")
