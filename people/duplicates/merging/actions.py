"""Merging two records that are one person, and undoing it.

Where anything of it left the draft, both are a proposal that somebody else accepts; otherwise one
person does it. Both raise `Refused` with a sentence, and then nothing has changed.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import cast

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from people.duplicates.merging import held_rows, policy
from people.duplicates.merging.held_rows import HeldRow
from people.duplicates.merging.journal import Journal, MovedRow, find_moved_rows
from people.duplicates.merging.rules import cannot_merge, cannot_undo, waits_for_condition
from people.duplicates.models import Merge, Move
from people.persons.enums import PersonVisibility
from people.persons.models import Consent, Person, PublicRole, PublicRoleCitation
from publishing.actions import Refused, action, propose
from publishing.actions.transaction import refuse_if
from publishing.enums import State
from publishing.models import Account, Proposal, Record

AGREED = (Consent, PublicRole)


@dataclass
class MergePlan:
    """What a merge does: bundles of rows that move, rows that stay and why, and what is written."""

    moving: list[HeldRow] = field(default_factory=list)
    staying: list[tuple[HeldRow, str]] = field(default_factory=list)
    stricter: policy.StricterExposure | None = None
    needs_another: bool = False


@dataclass
class UndoPlan:
    """What an undo does: rows that go home, those that are gone, and those written since."""

    going_home: list[MovedRow] = field(default_factory=list)
    along: list[HeldRow] = field(default_factory=list)
    gone: list[MovedRow] = field(default_factory=list)
    staying: list[MovedRow] = field(default_factory=list)
    needs_another: bool = False


def merge_people(
    survivor: Person, absorbed: Person, *, by: Account, reason: str
) -> Merge | Proposal:
    """Make two records one; a Proposal of it where anything that it changes left the draft."""
    with action(by=by, reason=reason):
        survivor, absorbed = _lock_both(survivor, absorbed)
        refuse_if(cannot_merge(survivor, absorbed, by))
        _require_reason(reason)
        return _alone_or_proposed(
            survivor, by, reason, lambda: _write_merge(survivor, absorbed, by, reason)
        )


def undo_merge(merged: Merge, *, by: Account, reason: str) -> Merge | Proposal:
    """Take a merge back; a Proposal of it where anything that it changes left the draft."""
    with action(by=by, reason=reason):
        _lock_both(merged.survivor, merged.absorbed)
        merged = Merge.objects.select_related("survivor", "absorbed").get(pk=merged.pk)
        refuse_if(cannot_undo(merged, by))
        _require_reason(reason)
        return _alone_or_proposed(
            merged.survivor, by, reason, lambda: (merged, _write_undo(merged, by))
        )


def rehearse_merge(survivor: Person, absorbed: Person) -> MergePlan:
    """What the merge would do, found by doing it; nothing stays of that."""
    with transaction.atomic():
        plan = _write_merge(survivor, absorbed, survivor.created_by, "—")[1]
        transaction.set_rollback(True)
    return plan


def rehearse_undo(merged: Merge) -> UndoPlan:
    """What the undo would do, found by doing it; nothing stays of that."""
    with transaction.atomic():
        undoing = _write_undo(merged, merged.decided_by)
        transaction.set_rollback(True)
    return undoing


class _NeedsAnother(Exception):
    """Takes back what one person alone may not write."""


def _alone_or_proposed(
    survivor: Person,
    by: Account,
    reason: str,
    write: Callable[[], tuple[Merge, MergePlan | UndoPlan]],
) -> Merge | Proposal:
    try:
        with transaction.atomic():
            merged, done = write()
            if done.needs_another:
                raise _NeedsAnother
            return merged
    except _NeedsAnother:
        # Who may was asked already, of both people; and something always changes.
        proposal = propose(survivor, by=by, reason=reason, write=write, rule=_has_been_asked)
        return cast(Proposal, proposal)


def _has_been_asked(record: Record, by: Account) -> None:
    return None


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise Refused(_("Say why."))


def _lock_both(one: Person, other: Person) -> tuple[Person, Person]:
    """Both people as they are now, locked with their consents.

    The order of the ids is the order of the locks, so that two merges never wait in a circle. The
    locks on the consents keep anybody from withdrawing one meanwhile.
    """
    pair = (one.pk, other.pk)
    held = {p.pk: p for p in Person.objects.select_for_update().filter(pk__in=pair).order_by("pk")}
    list(Consent.objects.select_for_update().filter(person__in=pair).order_by("pk"))
    return held[one.pk], held[other.pk]


# --- Merging


def _write_merge(
    survivor: Person, absorbed: Person, by: Account, reason: str
) -> tuple[Merge, MergePlan]:
    journal, plan = Journal(), MergePlan()
    for bundle in held_rows.bundle_rows(held_rows.find_rows_of(absorbed)):
        said = _why_it_stays(bundle, survivor) or journal.move_rows(bundle, survivor.pk)
        if said:
            plan.staying += [(one, said) for one in bundle]
            for one in bundle:
                journal.leave_behind(one)
        else:
            plan.moving += bundle
    plan.stricter = policy.decide_stricter(
        _read_exposure(survivor), _read_exposure(absorbed), timezone.now()
    )
    _show_no_more(journal, survivor, plan.stricter)
    led_here = list(absorbed.absorbed.order_by("pk"))
    for person in (*led_here, absorbed):
        journal.write_columns(person, merged_into_id=survivor.pk)
    records = [survivor, absorbed, *led_here, *(one.record for one in plan.moving)]
    plan.needs_another = any(_left_the_draft(record) for record in records)
    merged = Merge.objects.create(
        survivor=survivor, absorbed=absorbed, reason=reason, decided_at=timezone.now(),
        decided_by=by,
    )  # fmt: skip
    for move in journal.moves:
        move.merge = merged
    Move.objects.bulk_create(journal.moves)
    return merged, plan


def _why_it_stays(bundle: list[HeldRow], survivor: Person) -> str:
    if any(isinstance(one.row, AGREED) for one in bundle):
        return _(
            "Nobody can agree for somebody else: consents and public roles are not carried over."
        )
    if any(held_rows.is_double(one, survivor) for one in bundle):
        return _("The record that stays has it already.")
    return ""


def _left_the_draft(record: Record | None) -> bool:
    return record is not None and record.state != State.DRAFT


def _read_exposure(person: Person) -> policy.Exposure:
    attested = PublicRoleCitation.objects.filter(public_role__person=person)
    return policy.Exposure(
        visibility=person.visibility,
        pseudonym=person.pseudonym,
        is_public_figure=person.visibility == PersonVisibility.NAMED and attested.exists(),
        agreements=tuple(
            policy.ConsentTerms(
                one.pk, one.field_group, one.audience, one.expires_at, one.withdrawn_at
            )
            for one in person.consents.order_by("pk")
        ),
        visible_from=person.visible_from,
        visible_until=person.visible_until,
        waits_for=person.embargo_condition if waits_for_condition(person) else "",
    )


def _show_no_more(journal: Journal, survivor: Person, stricter: policy.StricterExposure) -> None:
    now = timezone.now()
    for consent in survivor.consents.order_by("pk"):
        if consent.pk in stricter.withdrawn:
            journal.write_columns(consent, withdrawn_at=now)
        elif consent.pk in stricter.expires:
            journal.write_columns(consent, expires_at=stricter.expires[consent.pk])
    wanted = {
        "visibility": stricter.visibility,
        "visible_from": stricter.visible_from,
        "visible_until": stricter.visible_until,
    }
    if stricter.waits_for and not waits_for_condition(survivor):
        wanted |= {
            "embargo_condition": stricter.waits_for,
            "embargo_confirmed_at": None,
            "embargo_confirmed_by_id": None,
        }
    changed = {name: new for name, new in wanted.items() if getattr(survivor, name) != new}
    if changed:
        journal.write_columns(survivor, **changed)


# --- Undoing


def _write_undo(merged: Merge, by: Account) -> UndoPlan:
    undoing = UndoPlan()
    homeward = list(find_moved_rows(merged.moves.all()))
    places = {(one.model, one.row.pk) for one in homeward if one.row is not None}
    added = [one for one in held_rows.find_rows_of(merged.survivor) if one.place not in places]
    for one in sorted(homeward, key=_people_last):
        if one.row is None:
            undoing.gone.append(one)
        elif _would_be_shown_on_nothing(one) or not one.put_back():
            undoing.staying.append(one)
        else:
            undoing.going_home.append(one)
    home = {(one.model, one.row.pk) for one in undoing.going_home}
    undoing.along = held_rows.find_hanging_on(home - {(Person, merged.survivor_id)}, added)
    for held in undoing.along:
        column = {held.key.attname: merged.absorbed_id}
        type(held.row)._base_manager.filter(pk=held.row.pk).update(**column)
    undoing.needs_another = any(map(_left_the_draft, _list_records(merged, undoing)))
    Merge.objects.filter(pk=merged.pk).update(undone_at=timezone.now(), undone_by=by)
    merged.refresh_from_db()
    return undoing


def _people_last(one: MovedRow) -> bool:
    return one.model is Person


def _would_be_shown_on_nothing(one: MovedRow) -> bool:
    """Whether the person lost the basis of being shown while they were merged."""
    shown_as = next((m.old for m in one.moves if m.column_name == "visibility"), None)
    if shown_as in (None, PersonVisibility.COUNT_ONLY):
        return False
    group = "name" if shown_as == PersonVisibility.NAMED else shown_as
    with connection.cursor() as cursor:
        cursor.execute("SELECT people_has_a_basis(%s, %s)", [one.row.pk, group])
        return not cursor.fetchone()[0]


def _list_records(merged: Merge, undoing: UndoPlan) -> list[Record | None]:
    held = [HeldRow(held_rows.keys_to_people()[0], one.row) for one in undoing.going_home]
    records = [one.record for one in (*held, *undoing.along)]
    return [merged.survivor, merged.absorbed, *records]
