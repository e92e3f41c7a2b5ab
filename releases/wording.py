"""A published claim in the words of a page: what it counts, how many, who says so."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from babel.numbers import format_currency, format_decimal, format_percent
from django.utils.translation import gettext as _

from publishing.languages import Text, of_texts
from publishing.words import country, label
from releases.enums import COUNTRY_DIMENSIONS, SCOPE_VOCABULARIES, Measure, ScopeDimension, Unit
from sources.showing import speaker

Row = Mapping[str, Any]


def amount(claim: Row, language: str) -> str:
    """ "114", "89–96", "at least 1,101", "at most 20", "€250,000", "some"."""
    low, high = claim["low"], claim["high"]
    if low is None and high is None:
        return _("some, without a number")
    if low is None:
        return _("at most %(number)s") % {"number": _number(high, claim, language)}
    if high is None:
        return _("at least %(number)s") % {"number": _number(low, claim, language)}
    numbers = dict.fromkeys(_number(each, claim, language) for each in (low, high))
    return "–".join(numbers)


def _number(value: Decimal, claim: Row, language: str) -> str:
    if claim["unit"] == Unit.PER_CENT:
        return format_percent(value / 100, locale=language, decimal_quantization=False)
    if claim["unit"] == Unit.CURRENCY:
        return _money(value, claim["currency"], language)
    return format_decimal(value, locale=language)


def _money(value: Decimal, currency: str, language: str) -> str:
    is_whole = value == value.to_integral_value()
    return format_currency(
        int(value) if is_whole else value, currency, locale=language, currency_digits=not is_whole
    )


def what(claim: Row, language: str) -> str:
    """What is counted and of whom: "Taken to a first place · To, or in: Ukraine"."""
    pairs: dict[str, list[str]] = {}
    for pair in claim["scope"]:
        pairs.setdefault(pair["dimension"], []).append(_value(pair, language))
    return " · ".join((label(Measure, claim["measure"]), *_scopes(pairs.items())))


def _scopes(pairs: Iterable[tuple[str, list[str]]]) -> list[str]:
    return [f"{label(ScopeDimension, name)}: {', '.join(values)}" for name, values in pairs]


def _value(pair: Row, language: str) -> str:
    if pair["place"]:
        return of_texts(pair["place"]["name"], language).text
    dimension, value = ScopeDimension(pair["dimension"]), str(pair["value"])
    for vocabulary in SCOPE_VOCABULARIES.get(dimension, ()):
        if value in vocabulary.values:
            return label(vocabulary, value)
    return country(value, language) if dimension in COUNTRY_DIMENSIONS else value


def said_by(claim: Row, language: str) -> Text:
    """Who says so; a claim without a speaker is a sum of ours."""
    if claim["speaker"] is None:
        return Text(_("computed here from other figures"), language)
    return speaker(claim["speaker"], language)
