"""How many, in words: figures, gaps, and what stands in the place of a small number."""

from decimal import Decimal

from babel.numbers import format_decimal
from django.utils.translation import gettext as _

from releases.charts import Amount
from releases.enums import Incomparable, Unit
from releases.ledger import FEWER, ClaimKey, Range
from releases.ledger.record_counts import RecordedCount
from releases.ledger.verdicts import ShownGap


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


def format_gap(shown: ShownGap, language: str) -> str:
    """The size of a gap; its sign is said in words beside it."""
    if shown is None:
        return ""
    if isinstance(shown, Range):
        is_short = shown.high is not None and shown.high < 0
        return "" if shown.is_unbounded else format_span(-shown if is_short else shown, language)
    return format_fewer()


def format_fewer() -> str:
    return _("fewer than %(number)s") % {"number": FEWER.rpartition(" ")[2]}


def format_recorded(count: RecordedCount, language: str) -> str:
    """What our records answer; empty where they cannot."""
    if count.reason == Incomparable.FEWER_THAN_8:
        return format_fewer()
    return "" if count.number is None else format_number(count.number, language)


def as_amount(range_: Range | None) -> Amount | None:
    """The same for a picture, which knows whole people only."""
    if range_ is None or range_.is_unbounded:
        return None
    ends = (None if end is None else int(end) for end in (range_.low, range_.high))
    return Amount(*ends)
