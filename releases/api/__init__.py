"""Waves, journeys, figures and what was said of them, in the API."""

from releases.api.changes import Changes
from releases.api.claim import ClaimNoun
from releases.api.event import AnswerNoun, EventNoun
from releases.api.figures import Figures
from releases.api.journey import DestinationNoun, LegNoun, ReleaseNoun
from releases.api.wave import PersonOfWaveNoun, WaveNoun

NOUNS = (
    PersonOfWaveNoun,
    WaveNoun,
    ReleaseNoun,
    LegNoun,
    DestinationNoun,
    ClaimNoun,
    EventNoun,
    AnswerNoun,
)

__all__ = ["NOUNS", "Changes", "Figures"]
