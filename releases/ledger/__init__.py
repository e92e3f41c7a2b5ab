"""The ledger: what is claimed, and how the claims agree (domain rules 1 to 4).

Pure: values in, values out. A door gathers its `Evidence`, and `compute_ledger` computes. The
page, the drawing, the API and the export read the one `Ledger`, the last two by `as_json`.
Our own record is no part of it: `releases.record_comparison` is for staff alone.
"""

from releases.ledger.derivations import range_as_given
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
    ShownMember,
)

__all__ = [
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
    "Range",
    "ShownMember",
    "as_json",
    "build_series",
    "compute_ledger",
    "range_as_given",
]
