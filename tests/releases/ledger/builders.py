"""Short words for the figures of a test."""

from collections.abc import Sequence
from typing import Any

from publishing.dates import InexactDate
from releases.ledger import (
    ClaimKey,
    ClaimSubject,
    Evidence,
    LedgerClaim,
    LedgerSide,
    LedgerSpeaker,
    LedgerWave,
    as_json,
    compute_ledger,
)
from releases.record_comparison import RecordComparison, compare_with_record
from releases.record_counts import RecordedMember

WAVE = ClaimSubject("wave", "w")
BELARUS = ClaimSubject("country", "BY")
OFFICE = LedgerSpeaker("office", "The Office", "office")
VIASNA = LedgerSpeaker("viasna", "Viasna", "viasna")
HRW = LedgerSpeaker("hrw", "HRW", "hrw")
UKRAINE = LedgerSpeaker("hur", "HUR", "hur")
WITHIN = {"pl-warsaw": ("pl",), "lt-vilnius": ("lt",), "de-berlin": ("de",)}
CLOSED = InexactDate("2025-12-13")


def wave(*sides: str, opened: str = "2025-12-13", is_open: bool = False) -> LedgerWave:
    """A wave from Belarus with one side, or with those named."""
    made = tuple(LedgerSide(side, frozenset({"BY"})) for side in sides or ("s",))
    return LedgerWave("w", made, None if is_open else CLOSED, is_open, InexactDate(opened))


def scope(**wanted: str) -> frozenset[tuple[str, frozenset[str]]]:
    """`to="pl lt"` is Poland or Lithuania; `from_` stands for "from"."""
    return frozenset((name.rstrip("_"), frozenset(text.split())) for name, text in wanted.items())


def claim(
    name: str,
    number: int | tuple[int | None, int | None] | None,
    measure: str = "released",
    who: frozenset[Any] = frozenset(),
    by: LedgerSpeaker | None = OFFICE,
    **more: Any,
) -> LedgerClaim:
    """A claim about the wave; dates are texts, a pair is a low and a high."""
    low, high = number if isinstance(number, tuple) else (number, number)
    about = {each: more.pop(each) for each in ("subject", "unit", "yardstick") if each in more}
    key = ClaimKey(**{"subject": WAVE, "measure": measure, "scope": who, **about})
    dates = {each: InexactDate(more.pop(each)) for each in ("as_of", "said_on") if each in more}
    return LedgerClaim(id=name, key=key, low=low, high=high, speaker=by, **dates, **more)


def shown(*claims: LedgerClaim, **evidence: Any) -> dict[str, Any]:
    """The ledger of the claims about one closed wave, in the shape of the contract."""
    return as_json(compute_ledger(known(*claims, **evidence)))


def known(*claims: LedgerClaim, **evidence: Any) -> Evidence:
    """What a door knows of one closed wave."""
    return Evidence(claims=claims, **{"waves": (wave(),), "within": WITHIN, **evidence})


def compared(
    *claims: LedgerClaim, members: Sequence[RecordedMember] = (), **evidence: Any
) -> RecordComparison:
    """The same claims beside our record, as staff see them."""
    gathered = known(*claims, **evidence)
    return compare_with_record(compute_ledger(gathered), gathered, members)


def row(ledger: dict[str, Any], measure: str = "released", **wanted: Any) -> dict[str, Any]:
    """The one comparison of a measure and a scope, given as lists."""
    found = [
        each
        for each in ledger["comparisons"]
        if each["key"]["measure"] == measure and each["key"]["scope"] == wanted
    ]
    assert len(found) == 1
    return found[0]


def gap(low: int | None, high: int | None) -> dict[str, int | bool | None]:
    """A gap as the contract writes it."""
    exact = {"low_strict": False, "high_strict": False, "approximate": False}
    return {"low": low, "high": high, **exact}


def exactly(number: int) -> dict[str, int | bool | None]:
    """A gap of one number."""
    return gap(number, number)
