"""Decisions that two records are two people; nobody is asked again (M3)."""

from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from people.duplicates.models import NotTheSame
from people.persons.models import Person
from publishing.actions import action
from publishing.actions.transaction import lock_row, refuse_if
from publishing.models import Account
from publishing.rules import WRITERS


def say_not_the_same(first: Person, second: Person, *, by: Account, reason: str) -> NotTheSame:
    """Record that these are two people, which bars merging them until it is taken back.

    Raises Refused where it stands already, where one of them is merged, and without a reason.
    """
    first, second = sorted((first, second), key=lambda person: person.pk)
    with action(by=by, reason=reason):
        refuse_if(cannot_decide(first, second, by))
        refuse_if(_cannot_without(reason))
        return NotTheSame.objects.create(
            first=first, second=second, reason=reason, decided_at=timezone.now(), decided_by=by
        )


class EnteredAsNew(NamedTuple):
    """An account entered a person as new, in sight of another person who looked like them."""

    person: UUID
    seen: UUID
    by: int
    reason: str


def remember_entered_as_new(entered: Iterable[EnteredAsNew]) -> None:
    """Keep that a person entered as new is none of the people seen; for use inside an action.

    Its own rule says who may enter people. Those who are gone or merged since are left out.
    """
    entered = list(entered)
    seen = Person.objects.filter(pk__in={each.seen for each in entered}, merged_into=None)
    living = set(seen.values_list("pk", flat=True))
    NotTheSame.objects.bulk_create(
        NotTheSame(
            first_id=min(each.person, each.seen),
            second_id=max(each.person, each.seen),
            reason=each.reason,
            decided_at=timezone.now(),
            decided_by_id=each.by,
        )
        for each in entered
        if each.seen in living
    )


def take_back(decision: NotTheSame, *, by: Account, reason: str) -> NotTheSame:
    """The two may be suggested and merged again; that it was decided stays on record."""
    with action(by=by, reason=reason):
        decision = lock_row(decision)
        refuse_if(cannot_take_back(decision, by))
        refuse_if(_cannot_without(reason))
        decision.taken_back_at, decision.taken_back_by = timezone.now(), by
        decision.save(update_fields=["taken_back_at", "taken_back_by"])
        return decision


def cannot_decide(first: Person, second: Person, by: Account) -> str | None:
    if not by.has_role(*WRITERS):
        return _("Your account may not decide who is who.")
    if first == second:
        return _("Two different people are needed.")
    if first.merged_into_id or second.merged_into_id:
        return _("One of them is merged already; undo that first.")
    pair = (first, second)
    if NotTheSame.objects.standing().filter(first__in=pair, second__in=pair).exists():
        return _("This was decided already.")
    return None


def cannot_take_back(decision: NotTheSame, by: Account) -> str | None:
    if not by.has_role(*WRITERS):
        return _("Your account may not decide who is who.")
    if decision.taken_back_at:
        return _("This decision was taken back already.")
    return None


def _cannot_without(reason: str) -> str | None:
    return None if reason.strip() else _("Say why.")


def find_standing_decision(one: Person, other: Person) -> NotTheSame | None:
    """The standing decision against these two, or against any who were merged into them."""
    first, second = sorted((one.pk, other.pk))
    decisions = NotTheSame.objects.standing().of_who_stayed()
    return decisions.filter(one=first, other=second).first()
