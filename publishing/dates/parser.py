"""Dates as people write them: in words in any of the seven languages, in figures, or in EDTF."""

import re
from functools import lru_cache

from babel import Locale
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from publishing.dates.value import UNKNOWN, InexactDate
from publishing.dates.wording import WORDS

# What people write besides the phrases that we write ourselves. “Before” and “after” take in
# the day they name, as EDTF's open intervals do.
ALSO = {
    "about": "~{} | around {} | circa {} | c. {} | approximately {} | прыкладна {} | прыблізна {}"
    " | примерно {} | ок. {} | приблизительно {}",
    "before": "before {} | by {} | no later than {} | not later than {} | until {} | {} or earlier"
    " | да {} | не пазней {} | не пазней чым {} | до {} | не позже {} | не позднее чем {}",
    "after": "after {} | from {} | since {} | not before {} | not earlier than {} | пасля {} | з {}"
    " | не раней {} | не раней чым {} | после {} | с {} | не раньше {} | не ранее чем {}",
}
FORMS = {"about": "{}~", "before": "../{}", "after": "{}/.."}
NO_MEANING = re.compile(r"(?<=\s)(?:г|год|года|годзе|р|року|r|m|mėn|d)\.?(?=\s|,|$)")
SPAN = re.compile(r"(?:from |з |с )?(.+?)(?: ?[–—] ?| - | to | па | по |/)(.+)")
POINTS = [
    re.compile(pattern)
    for pattern in (
        r"(?P<y>[0-9]{4})(?:-(?P<m>[0-9]{2})(?:-(?P<d>[0-9]{2}))?)?",
        r"(?:(?P<d>[0-9]{1,2})\.)?(?P<m>[0-9]{1,2})\.(?P<y>[0-9]{4})",
        r"(?:(?P<d>[0-9]{1,2})\.? )?(?P<name>[^\W\d_]+),? (?P<y>[0-9]{4})",
        r"(?P<name>[^\W\d_]+) (?P<d>[0-9]{1,2}),? (?P<y>[0-9]{4})",
        r"(?P<y>[0-9]{4}) (?P<name>[^\W\d_]+)(?: (?P<d>[0-9]{1,2}))?",
    )
]


def read_friendly(text: str) -> InexactDate:
    """The date that a person meant; ValidationError that says what can be written."""
    try:
        return InexactDate.parse(text.upper())
    except ValidationError as error:
        value = _in_edtf(_normalise_text(text))
        if value is None:
            raise _not_understood(text) if error.code == "not_edtf" else error from None
    try:
        return InexactDate(value)
    except ValidationError as error:
        raise _not_understood(text) if error.code == "not_edtf" else error from None


def _in_edtf(text: str) -> str | None:
    if text in {words["unknown"][0] for words in WORDS.values()}:
        return UNKNOWN
    if point := _read_point(text):
        return point
    if (
        (span := SPAN.fullmatch(text))
        and (start := _read_point(span[1]))
        and (end := _read_point(span[2]))
    ):
        return f"{start}/{end}"
    for form, phrase in _phrase_patterns():
        if (match := phrase.fullmatch(text)) and (point := _read_point(match[1])):
            return FORMS[form].format(point)
    return None


def _read_point(text: str) -> str | None:
    """`2025`, `2025-12` or `2025-12-13` for a year, month or day in figures or words."""
    for pattern in POINTS:
        if match := pattern.fullmatch(text):
            parts = {"m": None, "d": None, **match.groupdict()}
            name = parts.get("name") or ""
            month = parts["m"] or _months_by_name().get(name)
            if month or not name:
                return "-".join(p.zfill(2) for p in (parts["y"], month, parts["d"]) if p)
    return None


@lru_cache(maxsize=1)
def _months_by_name() -> dict[str, str]:
    """The number of a month by its name, in either case, in any of the languages."""
    return {
        name.casefold(): str(number)
        for language in WORDS
        for context in ("format", "stand-alone")
        for number, name in Locale(language).months[context]["wide"].items()
    }


@lru_cache(maxsize=1)
def _phrase_patterns() -> list[tuple[str, re.Pattern[str]]]:
    """The form that a phrase around a date stands for: our own phrases and `ALSO`."""
    ours = [
        (form, _plain_phrase(pattern))
        for words in WORDS.values()
        for form in FORMS
        for pattern in words[form]
    ]
    also = [(form, phrase) for form, phrases in ALSO.items() for phrase in phrases.split(" | ")]
    return [
        (form, re.compile(re.escape(phrase).replace(r"\{\}", "(.+)")))
        for form, phrase in dict.fromkeys(ours + also)
    ]


def _plain_phrase(pattern: str) -> str:
    """`каля {}` for the CLDR pattern `'каля' d MMMM y 'г'.`"""
    without_abbreviations = re.sub(r" '\w+'\.", "", pattern)
    words = re.sub(r"'([^']+)'|[^' ]+", lambda match: match[1] or "{}", without_abbreviations)
    return re.sub(r"\{\}(?: \{\})+", "{}", words)


def _normalise_text(text: str) -> str:
    text = " ".join(text.casefold().split())
    return " ".join(NO_MEANING.sub("", text).split())


def _not_understood(text: str) -> ValidationError:
    return ValidationError(
        _(
            "“%(value)s” cannot be read as a date. Write a day (13.12.2025, 13 December 2025 or "
            "2025-12-13), a month (December 2025 or 2025-12) or a year (2025) from 1900 to 2100; "
            "with “about”, “not after” or “not before” in front if need be; a span (12 March "
            "2025 – 2 May 2025); or “unknown”."
        ),
        code="not_a_date",
        params={"value": text[:40]},
    )
