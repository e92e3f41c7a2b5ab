"""How many, in words: figures and gaps."""

from decimal import Decimal

from babel.numbers import format_decimal
from django.utils.translation import gettext as _

from releases.charts import Amount
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
    said = _format_ends(range_, language)
    return _("about %(number)s") % {"number": said} if range_.is_approximate else said


def _format_ends(range_: Range, language: str) -> str:
    low, high = (
        None if end is None else format_number(end, language) for end in (range_.low, range_.high)
    )
    if low is None:
        template = _("fewer than %(number)s") if range_.is_high_strict else _("at most %(number)s")
        return template % {"number": high}
    if high is None:
        template = _("more than %(number)s") if range_.is_low_strict else _("at least %(number)s")
        return template % {"number": low}
    if range_.is_low_strict:
        return _("more than %(low)s, up to %(high)s") % {"low": low, "high": high}
    return low if low == high else f"{low}–{high}"


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
