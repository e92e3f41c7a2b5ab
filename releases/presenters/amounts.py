"""How many, in words: figures and gaps."""

from decimal import Decimal

from babel.numbers import format_decimal

from releases.charts import Amount
from releases.charts.number_words import word_span
from releases.enums import Unit
from releases.ledger import ClaimKey, Range


def format_figure(range_: Range, key: ClaimKey, language: str) -> str:
    """ "114", "114–115", "more than 1,100", "211,615 EUR"; empty where there are no bounds."""
    if range_.is_unbounded:
        return ""
    said = format_span(range_, language)
    if key.unit == Unit.CURRENCY:
        return f"{said}\N{NO-BREAK SPACE}{key.currency}"
    return f"{said}\N{NO-BREAK SPACE}%" if key.unit == Unit.PER_CENT else said


def format_span(range_: Range, language: str) -> str:
    """A range that has at least one end, as it was said."""
    low, high = (
        None if end is None else format_number(end, language) for end in (range_.low, range_.high)
    )
    strict = range_.is_low_strict, range_.is_high_strict
    return word_span(low, high, strict, range_.is_approximate)


def format_number(of: int | Decimal, language: str) -> str:
    return format_decimal(of, format="#,##0.##", locale=language)


def format_gap(gap: Range | None, language: str) -> str:
    """The size of a gap; its sign is said in words beside it."""
    if gap is None or gap.is_unbounded:
        return ""
    is_short = gap.high is not None and gap.high < 0
    return format_span(-gap if is_short else gap, language)


def as_amount(range_: Range | None) -> Amount | None:
    """The same for a picture, which knows whole people only."""
    if range_ is None or range_.is_unbounded:
        return None
    low, high = (None if end is None else int(end) for end in (range_.low, range_.high))
    is_strict = (low is None and range_.is_high_strict) or (high is None and range_.is_low_strict)
    return Amount(low, high, is_strict, range_.is_approximate)
