"""The ledger: what is claimed, what is recorded, and how the two agree (domain rules 1 to 4).

Pure: values in, values out. Each door gathers its `Evidence`; `reckon` computes; the page, the
drawing, the API and the export read the one `Ledger`, the last two by `as_json`.
"""

from releases.ledger.disclosure import FEWEST
from releases.ledger.ledger import Ledger, reckon
from releases.ledger.ranges import Range
from releases.ledger.serialization import as_json
from releases.ledger.series import Point, Series, series
from releases.ledger.values import (
    Claim,
    Evidence,
    Fact,
    Group,
    Key,
    Part,
    Period,
    Side,
    Speaker,
    Subject,
    Sum,
    Term,
    Wave,
)
from releases.ledger.verdicts import FEWER

__all__ = [
    "FEWER",
    "FEWEST",
    "Claim",
    "Evidence",
    "Fact",
    "Group",
    "Key",
    "Ledger",
    "Part",
    "Period",
    "Point",
    "Range",
    "Series",
    "Side",
    "Speaker",
    "Subject",
    "Sum",
    "Term",
    "Wave",
    "as_json",
    "reckon",
    "series",
]
