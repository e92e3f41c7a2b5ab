from publishing.filters import Filters, code, country, record
from releases.enums import Measure, Mode, Standing, Unit


class ClaimFilters(Filters):
    """`wave` finds the claims about its sides too."""

    wave = record("wave_id")
    event = record("event_id")
    country = country()
    measure = code("measure", Measure.choices)
    unit = code("unit", Unit.choices)
    mode = code("mode", Mode.choices)
    standing = code("standing", Standing.choices)
    speaker = record("speaker_id")
