"""What each noun of releases is chosen by; the site, the API and the exports ask alike."""

from releases.filters.claim import ClaimFilters
from releases.filters.event import AnswerFilters, EventFilters
from releases.filters.journey import DestinationFilters, LegFilters, ReleaseFilters
from releases.filters.wave import PersonOfWaveFilters, WaveFilters

__all__ = [
    "AnswerFilters",
    "ClaimFilters",
    "DestinationFilters",
    "EventFilters",
    "LegFilters",
    "PersonOfWaveFilters",
    "ReleaseFilters",
    "WaveFilters",
]
