"""How many, in words: figures and gaps."""

from decimal import Decimal

from babel.numbers import format_decimal
from django.utils.translation import gettext as _

from releases.charts import Amount
from releases.enums import Unit
from releases.ledger import ClaimKey, Range


def format_figure(range_: Range, key: ClaimKey, language: str) -> str:
    """ "114", "114–115", "at least 1,131", "211,615 EUR"; empty where there are no bounds."""
    if range_.is_unbounded:
        return ""
    said = format_span(range_, language)
    if key.unit == Unit.CURRENCY:
        return f"{said}\N{NO-BREAK SPACE}{key.currency}"
    return f"{said}\N{NO-BREAK SPACE}%" if key.unit == Unit.PER_CENT else said


def format_span(range_: Range, language: str) -> str:
    """A range that has at least one end."""
    low, high = range_.low, range_.high
    if low is None:
        return _("at most %(number)s") % {"number": format_number(high, language)}
    if high is None:
        return _("at least %(number)s") % {"number": format_number(low, language)}
    if low == high:
        return format_number(low, language)
    return f"{format_number(low, language)}–{format_number(high, language)}"


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
    ends = (None if end is None else int(end) for end in (range_.low, range_.high))
    return Amount(*ends)
