from releases.models.answer import Answer, AnswerCitation, AnswerFigure, AnswerWave
from releases.models.claim import Claim, ClaimCitation
from releases.models.destination import Destination
from releases.models.event import (
    ContextEvent,
    ContextEventCitation,
    EventLink,
    EventLinkCitation,
    Stage,
    StageCitation,
)
from releases.models.intake import IntakeCandidate, IntakeLine, IntakeList
from releases.models.leg import Leg, LegCitation
from releases.models.release import Release, ReleaseCitation, ReleaseCondition
from releases.models.scope import ClaimScope, DerivedTerm
from releases.models.statement import Statement, StatementCitation
from releases.models.sum import Sum, SumCitation, SumPart
from releases.models.unshown_count import UnshownCount
from releases.models.wave import (
    Member,
    MemberCitation,
    Party,
    PartyCitation,
    Side,
    Wave,
    WaveCitation,
)

__all__ = [
    "Answer",
    "AnswerCitation",
    "AnswerFigure",
    "AnswerWave",
    "Claim",
    "ClaimCitation",
    "ClaimScope",
    "ContextEvent",
    "ContextEventCitation",
    "DerivedTerm",
    "Destination",
    "EventLink",
    "EventLinkCitation",
    "IntakeCandidate",
    "IntakeLine",
    "IntakeList",
    "Leg",
    "LegCitation",
    "Member",
    "MemberCitation",
    "Party",
    "PartyCitation",
    "Release",
    "ReleaseCitation",
    "ReleaseCondition",
    "Side",
    "Stage",
    "StageCitation",
    "Statement",
    "StatementCitation",
    "Sum",
    "SumCitation",
    "SumPart",
    "UnshownCount",
    "Wave",
    "WaveCitation",
]
