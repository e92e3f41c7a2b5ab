"""Waves, journeys, figures and what was said of them, in the API."""

from releases.api.changes import Changes
from releases.api.claim import ClaimNoun
from releases.api.event import AnswerNoun, EventNoun
from releases.api.figures import Figures
from releases.api.journey import DestinationNoun, LegNoun, ReleaseNoun
from releases.api.wave import PersonOfWaveNoun, WaveNoun

__all__ = [
    "AnswerNoun",
    "Changes",
    "ClaimNoun",
    "DestinationNoun",
    "EventNoun",
    "Figures",
    "LegNoun",
    "PersonOfWaveNoun",
    "ReleaseNoun",
    "WaveNoun",
]
