from django.db import models

from publishing.languages import Translated
from publishing.projections import Projection, view_table


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
    scope = models.JSONField()
    unit = models.CharField()
    currency = models.CharField()
    per_cent_base = models.CharField()
    yardstick = models.JSONField(null=True)
    is_key_withheld = models.BooleanField()
    mode = models.CharField()
    low = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    high = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    is_vague = models.BooleanField()
    printed = models.CharField()
    speaker_id = models.UUIDField(null=True)
    speaker = models.JSONField(null=True)
    period_start = models.JSONField(null=True)
    period_end = models.JSONField(null=True)
    period_start_event_id = models.UUIDField(null=True)
    period_end_event_id = models.UUIDField(null=True)
    as_of = models.JSONField(null=True)
    said_on = models.JSONField(null=True)
    sort_on = models.DateField()
    standing = models.CharField()
    standing_reason = Translated(models.CharField())
    corrected_by_id = models.UUIDField(null=True)
    reading = models.CharField()
    is_preferred = models.BooleanField()
    preferred_reason = Translated(models.CharField())
    formula = models.JSONField()
    is_formula_complete = models.BooleanField()
    upstream = models.JSONField()
    is_upstream_known = models.BooleanField()
    sources = models.JSONField()
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
    speaker = models.JSONField(null=True)
    explanation = Translated(models.TextField())
    parts = models.JSONField()
    sources = models.JSONField()
    unsourced_since = models.DateField(null=True)

    class Meta(Projection.Meta):
        db_table = view_table("sum")
