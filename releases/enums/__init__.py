"""The closed vocabularies of releases, one file per noun."""

from releases.enums.claim import Agreement, CountKind, Incomparable, Mode, Standing, SumKind
from releases.enums.context import (
    NEVER_DENIED,
    EventKind,
    EventRelation,
    StageKind,
    StatementField,
    Verdict,
)
from releases.enums.intake import WITHOUT_NAME, LineDecision, LineProposal
from releases.enums.leg import LegChoice, LegKind
from releases.enums.measure import MEASURES, Measure, MeasureKind, MeasureRule, Unit
from releases.enums.release import (
    PARDONS,
    WITHOUT_VALID_DOCUMENT,
    ConditionAfter,
    Disposition,
    DocumentState,
    LegalBasis,
    Will,
)
from releases.enums.scope import (
    COUNTRY_DIMENSIONS,
    PLACE_DIMENSIONS,
    SCOPE_VALUES,
    SCOPE_VOCABULARIES,
    AffectedGroup,
    Age,
    ChargeGroup,
    CitizenshipScope,
    Purpose,
    ScopeDimension,
)
from releases.enums.wave import DestinationKind, MemberOutcome, MemberRole, PartyRole

__all__ = [
    "COUNTRY_DIMENSIONS",
    "MEASURES",
    "NEVER_DENIED",
    "PARDONS",
    "PLACE_DIMENSIONS",
    "SCOPE_VALUES",
    "SCOPE_VOCABULARIES",
    "WITHOUT_NAME",
    "WITHOUT_VALID_DOCUMENT",
    "AffectedGroup",
    "Age",
    "Agreement",
    "ChargeGroup",
    "CitizenshipScope",
    "ConditionAfter",
    "CountKind",
    "DestinationKind",
    "Disposition",
    "DocumentState",
    "EventKind",
    "EventRelation",
    "Incomparable",
    "LegChoice",
    "LegKind",
    "LegalBasis",
    "LineDecision",
    "LineProposal",
    "Measure",
    "MeasureKind",
    "MeasureRule",
    "MemberOutcome",
    "MemberRole",
    "Mode",
    "PartyRole",
    "Purpose",
    "ScopeDimension",
    "StageKind",
    "Standing",
    "StatementField",
    "SumKind",
    "Unit",
    "Verdict",
    "Will",
]
