"""The ledger: what is claimed, what is recorded, and how the two agree (domain rules 1 to 4).

Pure: values in, values out. Each door gathers its `Evidence`, and `compute_ledger` computes. The
page, the drawing, the API and the export read the one `Ledger`, the last two by `as_json`.
"""

from releases.ledger.disclosure import FEWEST
from releases.ledger.ledger import Ledger, compute_ledger
from releases.ledger.ranges import Range
from releases.ledger.serialization import as_json
from releases.ledger.series import LedgerPoint, LedgerSeries, build_series
from releases.ledger.values import (
    ClaimKey,
    ClaimPeriod,
    ClaimSubject,
    Evidence,
    FormulaTerm,
    LedgerClaim,
    LedgerSide,
    LedgerSpeaker,
    LedgerSum,
    LedgerSumPart,
    LedgerWave,
    PeopleGroup,
    RecordedFact,
)
from releases.ledger.verdicts import FEWER

__all__ = [
    "FEWER",
    "FEWEST",
    "ClaimKey",
    "ClaimPeriod",
    "ClaimSubject",
    "Evidence",
    "FormulaTerm",
    "Ledger",
    "LedgerClaim",
    "LedgerPoint",
    "LedgerSeries",
    "LedgerSide",
    "LedgerSpeaker",
    "LedgerSum",
    "LedgerSumPart",
    "LedgerWave",
    "PeopleGroup",
    "Range",
    "RecordedFact",
    "as_json",
    "build_series",
    "compute_ledger",
]
