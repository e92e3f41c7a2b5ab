"""Waves, journeys, figures and what was said of them, in the API."""

from releases.api.changes import Changes
from releases.api.claim import ClaimResource
from releases.api.event import AnswerResource, EventResource
from releases.api.figures import Figures
from releases.api.journey import DestinationResource, LegResource, ReleaseResource
from releases.api.person_of_wave import PersonOfWaveResource
from releases.api.wave import WaveResource

__all__ = [
    "AnswerResource",
    "Changes",
    "ClaimResource",
    "DestinationResource",
    "EventResource",
    "Figures",
    "LegResource",
    "PersonOfWaveResource",
    "ReleaseResource",
    "WaveResource",
]
