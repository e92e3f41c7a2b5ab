"""The value itself: what a text means, and what follows from it for comparing and ordering."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from publishing.dates.wording import date_in_words

UNKNOWN = "XXXX"
OPEN = ".."
POINT = re.compile(
    r"(19[0-9]{2}|20[0-9]{2}|2100)(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?"
)
PRECISION = {4: "year", 7: "month", 10: "day"}


class EDTFReading(NamedTuple):
    """What a text means. `points` are its days, months or years as written, first to last."""

    precision: str
    earliest: date | None
    latest: date | None
    points: tuple[str, ...] = ()


@dataclass(frozen=True, order=False)
class InexactDate:
    """A date as exact as it is known.

    `value` is EDTF: `2025-12-13`, `2025-12`, `2025`; about: the same with `~`; not after:
    `../2025-12-13`; not before: `2025-12-13/..`; a span: `2025-03-12/2025-05-02`; known to be
    unknown: `XXXX`. Any other text raises ValidationError. `earliest` and `latest` are the first
    and last day it can be, both included; None where it is open.
    """

    value: str
    precision: str = field(init=False, repr=False, compare=False)
    earliest: date | None = field(init=False, repr=False, compare=False)
    latest: date | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        reading = parse_edtf(self.value)
        object.__setattr__(self, "precision", reading.precision)
        object.__setattr__(self, "earliest", reading.earliest)
        object.__setattr__(self, "latest", reading.latest)

    @classmethod
    def parse(cls, text: str) -> "InexactDate":
        """The date that an EDTF text stands for; ValidationError with a sentence otherwise."""
        return cls(text.strip())

    def __str__(self) -> str:
        return self.value

    @property
    def span(self) -> tuple[date | None, date | None]:
        """`earliest` and `latest`."""
        return self.earliest, self.latest

    def is_certainly_before(self, other: "InexactDate") -> bool:
        """Whether every day this can be lies before every day the other can be."""
        return bool(self.latest and other.earliest and self.latest < other.earliest)

    def can_equal(self, other: "InexactDate") -> bool:
        """Whether there is a day that both can be."""
        return not (self.is_certainly_before(other) or other.is_certainly_before(self))

    def sort_key(self) -> tuple[date, date]:
        """Orders by the first known day, the narrower first; the unknown stands last."""
        return (self.earliest or self.latest or date.max, self.latest or date.max)

    def as_json(self) -> dict[str, str | None]:
        """The shape that the API promises: value, precision, earliest, latest."""
        return {
            "value": self.value,
            "precision": self.precision,
            "earliest": self.earliest.isoformat() if self.earliest else None,
            "latest": self.latest.isoformat() if self.latest else None,
        }

    def in_words(self, language: str | None = None) -> str:
        """Readable text in one of the seven languages; without one, in the active language."""
        points = parse_edtf(self.value).points
        return date_in_words(self.precision, points, language or get_language() or "en")


def date_from_json(value: Mapping[str, Any] | None) -> InexactDate | None:
    """The date that `as_json`, or a published view, wrote down; None for none."""
    return InexactDate(value["value"]) if value else None


@lru_cache(maxsize=16384)
def parse_edtf(value: str) -> EDTFReading:
    """What `value` means, or ValidationError."""
    if value == UNKNOWN:
        return EDTFReading("unknown", None, None)
    if value.endswith("~"):
        return _reading_about(value[:-1])
    start, slash, end = value.partition("/")
    if not slash:
        return EDTFReading(PRECISION.get(len(value), ""), *_point_bounds(value), (value,))
    if start == OPEN:
        return EDTFReading("before", None, _point_bounds(end)[1], (end,))
    if end == OPEN:
        return EDTFReading("after", _point_bounds(start)[0], None, (start,))
    return _reading_of_span(start, end)


def _reading_about(point: str) -> EDTFReading:
    """Three days, one month or one year to either side: our reading, EDTF leaves it open."""
    earliest, latest = _point_bounds(point)
    if len(point) == 10:
        width = timedelta(days=3)
        return EDTFReading("about", earliest - width, latest + width, (point,))
    step = 1 if len(point) == 7 else 12
    before = _months_later(earliest, -step)
    after = _months_later(latest + timedelta(days=1), step) - timedelta(days=1)
    return EDTFReading("about", before, after, (point,))


def _reading_of_span(start: str, end: str) -> EDTFReading:
    earliest, latest = _point_bounds(start)[0], _point_bounds(end)[1]
    if earliest > latest:
        raise ValidationError(
            _("The span “%(value)s” ends before it starts."),
            code="reversed",
            params={"value": f"{start}/{end}"},
        )
    return EDTFReading("span", earliest, latest, (start, end))


def _point_bounds(point: str) -> tuple[date, date]:
    """The first and last day of a day, month or year."""
    match = POINT.fullmatch(point)
    if match is None:
        raise _not_a_date(point)
    _year, month, day = match.groups()
    try:
        first = date.fromisoformat((point + "-01-01")[:10])
    except ValueError:
        raise _not_a_date(point) from None
    last = first if day else _months_later(first, 1 if month else 12) - timedelta(days=1)
    return first, last


def _months_later(first_day: date, months: int) -> date:
    """The first day of the month so many months later (or earlier)."""
    months += first_day.year * 12 + first_day.month - 1
    return date(months // 12, months % 12 + 1, 1)


def _not_a_date(text: str) -> ValidationError:
    return ValidationError(
        _(
            "“%(value)s” is not a date that can be kept here. Write a day (2025-12-13), a month "
            "(2025-12) or a year (2025) from 1900 to 2100; about (2025-12~); not after "
            "(../2025-12-13); not before (2025-12-13/..); a span (2025-03-12/2025-05-02); "
            "or unknown (XXXX)."
        ),
        code="not_edtf",
        params={"value": text[:40]},
    )
