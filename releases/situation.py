"""Where a person stands now, computed from custodies, releases and legs (domain rule 5)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from people.persons.enums import CustodyEnding
from publishing.dates import InexactDate
from publishing.dates import date_from_json as day
from releases.enums import LegKind

#: At the end of such a leg the person is not free, wherever it led.
IN_CUSTODY = (LegKind.TRANSFER_IN_CUSTODY, LegKind.RETURN_TO_CUSTODY)


class Present(models.TextChoices):
    """The three ends without freedom have the codes of `people.persons.enums.EndWithoutFreedom`."""

    FREE = "free", pgettext_lazy("situation", "Free")
    HELD = "held", pgettext_lazy("situation", "In custody")
    DIED = "died", pgettext_lazy("situation", "Died")
    DIED_IN_CUSTODY = "died_in_custody", _("Died in custody")
    TRANSFERRED_ABROAD = "transferred_abroad", _("Transferred abroad in custody")
    ESCAPED = "escaped", _("Escaped")
    WITHHELD = "withheld", _("Withheld")
    UNKNOWN = "unknown", _("Not known")


@dataclass(frozen=True)
class Situation:
    """`since`: the day of the event that it follows from; `place`: the last place known, as the
    leg there has it."""

    present: Present
    since: InexactDate | None = None
    place: Mapping[str, Any] | None = None
    is_place_withheld: bool = False


class _Event(NamedTuple):
    on: InexactDate | None
    then: Present

    def sort_key(self) -> tuple[date, date]:
        return self.on.sort_key() if self.on else (date.min, date.min)


def compute_situation(
    person: Any, releases: Sequence[Mapping[str, Any]], legs: Sequence[Mapping[str, Any]]
) -> Situation:
    """The present situation of a published person, as far as it is shown.

    `releases` and `legs` are rows of the published views, oldest first.
    """
    if person.died:
        return Situation(Present.DIED, day(person.died))
    if not person.shows_custody:
        return Situation(Present.WITHHELD)
    last = _find_last_event(person.custodies, releases)
    if last.then != Present.FREE:
        return Situation(last.then, last.on)
    led = [leg for leg in legs if leg["destination"] and leg["kind"] not in IN_CUSTODY]
    place = led[-1]["destination"] if led else None
    return Situation(last.then, last.on, place, is_place_withheld=not person.shows_journey)


def _find_last_event(
    custodies: Sequence[Mapping[str, Any]], releases: Sequence[Mapping[str, Any]]
) -> _Event:
    """What the record knows last: a custody that goes on, else the latest end of one."""
    for custody in custodies:
        if custody["ending"] == CustodyEnding.NOT_ENDED:
            return _Event(day(custody["started"]), Present.HELD)
    ends = [_Event(day(row["released_on"]), Present.FREE) for row in releases]
    ends += [_build_end(row) for row in custodies if row["ending"] == CustodyEnding.ENDED]
    last = max(ends, key=_Event.sort_key, default=_Event(None, Present.UNKNOWN))
    return _Event(None, Present.UNKNOWN) if _was_taken_again(custodies, last.on) else last


def _build_end(custody: Mapping[str, Any]) -> _Event:
    return _Event(day(custody["ended"]), Present(custody["without_freedom"] or Present.FREE))


def _was_taken_again(custodies: Sequence[Mapping[str, Any]], freed_on: InexactDate | None) -> bool:
    """Whether a custody of which no end is known can have begun after the last end that is."""
    begun = (day(row["started"]) for row in custodies if row["ending"] == CustodyEnding.UNKNOWN)
    return any(freed_on and on and freed_on.is_certainly_before(on) for on in begun)
