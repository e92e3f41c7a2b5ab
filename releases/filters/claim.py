from publishing.filters import PublicFilterSet, code_filter, country_filter, record_filter
from releases.enums import Measure, Mode, Standing, Unit


class ClaimFilters(PublicFilterSet):
    """`wave` finds the claims about its sides too."""

    wave = record_filter("wave_id")
    event = record_filter("event_id")
    country = country_filter()
    measure = code_filter("measure", Measure.choices)
    unit = code_filter("unit", Unit.choices)
    mode = code_filter("mode", Mode.choices)
    standing = code_filter("standing", Standing.choices)
    speaker = record_filter("speaker_id")
