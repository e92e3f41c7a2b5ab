"""Numbers and days as a reader of each language writes them."""

from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal
from django.utils.translation import gettext as _

from publishing.dates import InexactDate
from releases.charts.values import Amount


def format_number(people: int, language: str) -> str:
    return format_decimal(people, locale=language)


def format_amount(of: Amount, language: str) -> str:
    """ "114", "114–115", "at least 1,131", "more than 1,100", "at most 20", "about 1,000"."""
    low, high = (None if end is None else format_number(end, language) for end in (of.low, of.high))
    return word_span(low, high, (of.is_strict, of.is_strict), of.is_approximate)


def word_span(
    low: str | None, high: str | None, strict: tuple[bool, bool], is_approximate: bool
) -> str:
    """The words of a span of which one end at least is known; `strict` says of each if it is not
    included."""
    said = _word_ends(low, high, strict)
    return _("about %(number)s") % {"number": said} if is_approximate else said


def _word_ends(low: str | None, high: str | None, strict: tuple[bool, bool]) -> str:
    is_low_strict, is_high_strict = strict
    if low is None:
        template = _("fewer than %(number)s") if is_high_strict else _("at most %(number)s")
        return template % {"number": high}
    if high is None:
        template = _("more than %(number)s") if is_low_strict else _("at least %(number)s")
        return template % {"number": low}
    if is_low_strict:
        return _("more than %(low)s, up to %(high)s") % {"low": low, "high": high}
    return low if low == high else f"{low}–{high}"


def format_short_date(at: InexactDate, language: str) -> str:
    """A day in short; what is no day keeps its words, so that none is made of it."""
    if at.precision == "day" and at.earliest:
        return format_date(at.earliest, "d MMM y", locale=language)
    return at.in_words(language)


def format_month(on: date, language: str) -> str:
    return format_date(on, "MMM y", locale=language)
