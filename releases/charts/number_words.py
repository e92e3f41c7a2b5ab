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
    said = _format_bounds(of, language)
    return _("about %(number)s") % {"number": said} if of.is_approximate else said


def _format_bounds(of: Amount, language: str) -> str:
    if of.low is None:
        template = _("fewer than %(number)s") if of.is_strict else _("at most %(number)s")
        return template % {"number": format_number(of.top, language)}
    if of.high is None:
        template = _("more than %(number)s") if of.is_strict else _("at least %(number)s")
        return template % {"number": format_number(of.low, language)}
    if of.is_exact:
        return format_number(of.low, language)
    return f"{format_number(of.low, language)}–{format_number(of.high, language)}"


def format_short_date(at: InexactDate, language: str) -> str:
    """A day in short; what is no day keeps its words, so that none is made of it."""
    if at.precision == "day" and at.earliest:
        return format_date(at.earliest, "d MMM y", locale=language)
    return at.in_words(language)


def format_month(on: date, language: str) -> str:
    return format_date(on, "MMM y", locale=language)
