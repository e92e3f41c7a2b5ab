"""Published waves, journeys, figures and what was said of them (releases/published)."""

from releases.projections.claim import PublishedClaim, PublishedSum
from releases.projections.event import PublishedAnswer, PublishedEvent, PublishedStatement
from releases.projections.journey import PublishedDestination, PublishedLeg, PublishedRelease
from releases.projections.wave import GoneWave, PublishedMember, PublishedWave

__all__ = [
    "GoneWave",
    "PublishedAnswer",
    "PublishedClaim",
    "PublishedDestination",
    "PublishedEvent",
    "PublishedLeg",
    "PublishedMember",
    "PublishedRelease",
    "PublishedStatement",
    "PublishedSum",
    "PublishedWave",
]
