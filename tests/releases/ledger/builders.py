"""Short words for the figures of a test."""

from typing import Any

from publishing.dates import InexactDate
from releases.ledger import Claim, Evidence, Key, Side, Speaker, Subject, Wave, as_json, reckon

WAVE = Subject("wave", "w")
BELARUS = Subject("country", "BY")
OFFICE = Speaker("office", "The Office", "office")
VIASNA = Speaker("viasna", "Viasna", "viasna")
HRW = Speaker("hrw", "HRW", "hrw")
UKRAINE = Speaker("hur", "HUR", "hur")
WITHIN = {"pl-warsaw": ("pl",), "lt-vilnius": ("lt",), "de-berlin": ("de",)}
CLOSED = InexactDate("2025-12-13")


def wave(*sides: str, opened: str = "2025-12-13", is_open: bool = False) -> Wave:
    """A wave from Belarus with one side, or with those named."""
    made = tuple(Side(side, frozenset({"BY"})) for side in sides or ("s",))
    return Wave("w", made, None if is_open else CLOSED, is_open, InexactDate(opened))


def scope(**wanted: str) -> frozenset[tuple[str, frozenset[str]]]:
    """`to="pl lt"` is Poland or Lithuania; `from_` stands for "from"."""
    return frozenset((name.rstrip("_"), frozenset(text.split())) for name, text in wanted.items())


def claim(
    name: str,
    number: int | tuple[int | None, int | None] | None,
    measure: str = "released",
    who: frozenset[Any] = frozenset(),
    by: Speaker | None = OFFICE,
    **more: Any,
) -> Claim:
    """A claim about the wave; dates are texts, a pair is a low and a high."""
    low, high = number if isinstance(number, tuple) else (number, number)
    about = {each: more.pop(each) for each in ("subject", "unit", "yardstick") if each in more}
    key = Key(**{"subject": WAVE, "measure": measure, "scope": who, **about})
    dates = {each: InexactDate(more.pop(each)) for each in ("as_of", "said_on") if each in more}
    return Claim(id=name, key=key, low=low, high=high, speaker=by, **dates, **more)


def shown(*claims: Claim, fewest: int = 8, **evidence: Any) -> dict[str, Any]:
    """The ledger of the claims about one closed wave, in the shape of the contract."""
    known = {"waves": (wave(),), "within": WITHIN, **evidence}
    return as_json(reckon(Evidence(claims=claims, **known), fewest=fewest))


def row(ledger: dict[str, Any], measure: str = "released", **wanted: Any) -> dict[str, Any]:
    """The one comparison of a measure and a scope, given as lists."""
    found = [
        each
        for each in ledger["comparisons"]
        if each["key"]["measure"] == measure and each["key"]["scope"] == wanted
    ]
    assert len(found) == 1
    return found[0]


def gap(low: int | None, high: int | None) -> dict[str, int | None]:
    """A gap as the contract writes it."""
    return {"low": low, "high": high}


def exactly(number: int) -> dict[str, int | None]:
    """A gap of one number."""
    return gap(number, number)
