"""Who may merge whom, and undo it, in sentences for the person who may not."""

from django.db.models import Q
from django.utils.translation import gettext as _

from people.duplicates.merging import policy
from people.duplicates.merging.decisions import find_standing_decision
from people.duplicates.models import Merge
from people.persons.models import Person
from publishing.enums import State
from publishing.models import Account
from publishing.rules import WRITERS


def cannot_merge(survivor: Person, absorbed: Person, by: Account) -> str | None:
    if not by.has_role(*WRITERS):
        return _("Your account may not merge people.")
    if survivor == absorbed:
        return _("Two different people are needed.")
    if survivor.merged_into_id or absorbed.merged_into_id:
        return _("One of them is merged already; undo that first.")
    if State.WITHDRAWN in (survivor.state, absorbed.state):
        return _("One of them is withdrawn, and what is withdrawn does not come back.")
    if absorbed.state == State.PUBLISHED != survivor.state:
        return _("The published record stays: its address must keep answering.")
    if find_standing_decision(survivor, absorbed):
        return _("It was decided that these are two people. Take that decision back first.")
    waiting = {one.embargo_condition for one in (survivor, absorbed) if waits_for_condition(one)}
    if len(waiting) == 2:
        return _("Each of the records waits for a condition of its own. Confirm one of them first.")
    return None


def cannot_undo(merge: Merge, by: Account) -> str | None:
    if not by.has_role(*WRITERS):
        return _("Your account may not undo merges.")
    if merge.undone_at:
        return _("This merge was undone already.")
    if later_merges(merge).exists():
        return _("A later merge builds on this one. Undo the later one first.")
    if merge.survivor.state == State.WITHDRAWN:
        return _(
            "The record that stayed was withdrawn since, and what is withdrawn does not come back."
        )
    return None


def later_merges(merge: Merge):
    """Merges that stand, were made after this one, and are of one of its two people."""
    pair = (merge.survivor_id, merge.absorbed_id)
    standing = Merge.objects.filter(undone_at__isnull=True, decided_at__gt=merge.decided_at)
    return standing.filter(Q(survivor__in=pair) | Q(absorbed__in=pair))


def waits_for_condition(person: Person) -> bool:
    return bool(person.embargo_condition) and person.embargo_confirmed_at is None


def order_by_policy(one: Person, other: Person) -> tuple[Person, Person]:
    """Who survives by the policy, and who is absorbed; staff may swap where that is allowed."""
    ranked = [one, other]
    if State.WITHDRAWN not in (one.state, other.state):
        ranked.sort(
            key=lambda person: policy.survival_order(person.state, person.created_at, person.pk)
        )
    return ranked[0], ranked[1]
