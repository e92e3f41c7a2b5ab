"""Exactly what was planned, in one transaction, or nothing and what differs now (trust row E4)."""

from collections.abc import Generator, Iterable, Iterator
from typing import NamedTuple
from uuid import UUID

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from people.duplicates.merging.decisions import EnteredAsNew, remember_entered_as_new
from people.imports.bulk_insert import insert_rows
from people.imports.enums import ImportState, ImportVerdict
from people.imports.existing_people import read_existing_people
from people.imports.models import Import, ImportRow
from people.imports.plan import BATCH, is_too_old
from people.imports.planned_rows import PlannedRow, read_batches
from people.imports.record_builder import BuiltRow, RecordBuilder
from people.imports.record_updater import update_person
from people.imports.remarks import RemarkCode
from people.imports.row_diff import CONFLICT, PROPOSE
from people.imports.row_planner import RowPlanner
from people.persons.models import Person
from publishing.actions import Refused, action, propose
from publishing.actions.transaction import check_guards, lock_row, refuse_if
from publishing.models import Account

APPLIED = (
    ImportVerdict.NEW, ImportVerdict.UPDATE, ImportVerdict.CONFLICT, ImportVerdict.UNCHANGED,
)  # fmt: skip
#: Differences that are told; there may be as many as rows.
TOLD = 20


class PlanDifference(NamedTuple):
    """A row whose plan would be another today: its verdict then and now, and the fields."""

    number: int
    planned: str
    now: str
    fields: tuple[str, ...]

    def __str__(self) -> str:
        sentence = _(
            "Row %(number)s was planned as “%(planned)s” and would be “%(now)s” now. %(fields)s"
        )
        return sentence % {
            "number": self.number,
            "planned": ImportVerdict(self.planned).label,
            "now": ImportVerdict(self.now).label,
            "fields": ", ".join(self.fields),
        }  # fmt: skip


class PlanChanged(Refused):
    """The database changed since the plan was made, in ways that change the plan."""

    def __init__(self, differences: list[PlanDifference]):
        self.differences = differences
        first = _("The plan no longer holds, and nothing was imported. Plan the list anew.")
        super().__init__([first, *map(str, differences[:TOLD])])


class ApplyStep(NamedTuple):
    """How far a commit is: of the rows of its plan, so many compared anew, or so many written."""

    is_written: bool
    done: int


def apply_plan(listing: Import, *, by: Account, reason: str = "") -> Import:
    """Carry out the plan: new people as drafts, drafts filled in, proposals for what is published.

    Raises Refused, or PlanChanged with its differences; then nothing has changed.
    """
    for _step in apply_by_steps(listing, by=by, reason=reason):
        pass
    listing.refresh_from_db()
    return listing


def apply_by_steps(listing: Import, *, by: Account, reason: str = "") -> Generator[ApplyStep]:
    """`apply_plan`, step by step for a progress report. Closed early, it has changed nothing."""
    with action(by=by, reason=reason):
        # One list of an organisation at a time: the second finds its plan out of date.
        _wait_for_others(listing.scheme)
        listing = lock_row(listing)
        refuse_if(cannot_apply(listing, by))
        _hold_the_people(listing)
        if _has_changed(listing):
            yield from _compare_anew(listing, by)
        done = 0
        for rows in _read_planned(listing):
            _carry_out(listing, rows, by, reason)
            check_guards()
            yield ApplyStep(True, done := done + len(rows))
        listing.state, listing.reason = ImportState.APPLIED, reason
        listing.applied_at, listing.applied_by = timezone.now(), by
        listing.save()


def count_rows_to_apply(listing: Import) -> int:
    return ImportRow.objects.filter(listing=listing, verdict__in=APPLIED).count()


def _read_planned(listing: Import) -> Iterator[list[PlannedRow]]:
    return read_batches(listing, BATCH, verdict__in=APPLIED)


def cannot_apply(listing: Import, by: Account) -> str | None:
    if not by.has_perm("people.add_import"):
        return _("Your account may not import lists.")
    if listing.state == ImportState.APPLIED:
        return _("This list was imported already.")
    if sentence := is_too_old(listing):
        return sentence
    if listing.state != ImportState.PLANNED:
        return _("The plan of this list is not complete.")
    return None


def _wait_for_others(scheme: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(20200102, hashtext(%s))", [scheme])


def _hold_the_people(listing: Import) -> None:
    """Nobody changes them from here on, so that what is compared is what is changed."""
    planned = ImportRow.objects.filter(listing=listing, person__isnull=False).values("person")
    people = Person.objects.filter(pk__in=planned).order_by("pk").select_for_update(of=("self",))
    for _key in people.values_list("pk").iterator():
        pass


#: What commits after the snapshot may have taken its number in the history a little before it.
ONGOING = 100_000
CHANGED = """
SELECT EXISTS (
    SELECT FROM publishing_history
    WHERE id > %s AND NOT pg_visible_in_snapshot(transaction::text::xid8, %s::pg_snapshot)
      AND (table_name LIKE 'people\\_%%' AND table_name NOT LIKE 'people\\_import%%')
)
"""


def _has_changed(listing: Import) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(CHANGED, [listing.seen_id - ONGOING, listing.seen])
        return cursor.fetchone()[0]


def _compare_anew(listing: Import, by: Account) -> Iterator[ApplyStep]:
    """Plan all rows anew. Raises PlanChanged where one of them has another plan now."""
    planner, found, done = RowPlanner(listing, by), [], 0
    for rows in _read_planned(listing):
        was = {row.number: (row.verdict, row.person, row.said, row.changes) for row in rows}
        for row in planner.plan_rows(rows):
            now = (row.verdict, row.person, row.said, row.changes)
            if now != was[row.number]:
                found.append(_describe_difference(row.number, was[row.number], now))
        yield ApplyStep(False, done := done + len(rows))
    if found:
        raise PlanChanged(found)


def _describe_difference(number: int, was: tuple, now: tuple) -> PlanDifference:
    fields = {one.field for one in set(was[3]) ^ set(now[3])}
    fields |= {key for key in was[2].keys() | now[2].keys() if was[2].get(key) != now[2].get(key)}
    return PlanDifference(number, was[0], now[0], tuple(sorted(fields)))


def _carry_out(listing: Import, rows: list[PlannedRow], by: Account, reason: str) -> None:
    builder = RecordBuilder(listing, by)
    new = [row for row in rows if row.verdict == ImportVerdict.NEW]
    _write_new(new, builder)
    remember_entered_as_new(_seen_beside(new, listing, reason))
    _change_known([row for row in rows if row.changes], builder, by, reason)
    done = [row.id for row in rows if row.person and not _is_held(row)]
    ImportRow.objects.filter(pk__in=done).update(is_done=True)


def _is_held(row: PlannedRow) -> bool:
    return any(remark.code == RemarkCode.IS_HELD for remark in row.remarks)


def _write_new(rows: list[PlannedRow], builder: RecordBuilder) -> None:
    made: list[BuiltRow] = []
    for row in rows:
        row.person, of_them = builder.build_person(row.said)
        made += of_them
    insert_rows(made)
    _tell_who([(row.id, row.person) for row in rows if row.person])


def _seen_beside(rows: list[PlannedRow], listing: Import, reason: str) -> Iterable[EnteredAsNew]:
    for row in rows:
        if row.person and row.decided_by:
            for seen in {UUID(each["person"]) for each in row.candidates}:
                yield EnteredAsNew(
                    row.person, seen, row.decided_by, _compose_reason(listing, row, reason)
                )


def _tell_who(pairs: Iterable[tuple[UUID, UUID]]) -> None:
    rows, people = [list(each) for each in zip(*pairs, strict=True)] or [[], []]
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE people_importrow r SET person_id = made.person, is_done = true"
            " FROM unnest(%s::uuid[], %s::uuid[]) AS made (id, person) WHERE r.id = made.id",
            [rows, people],
        )


def _change_known(rows: list[PlannedRow], builder: RecordBuilder, by: Account, reason: str) -> None:
    people = [row.person for row in rows if row.person]
    listing = builder.listing
    found = read_existing_people(
        people, scheme=listing.scheme, organisation=listing.source.publisher_id
    )
    for row in rows:
        if row.person is None:
            continue
        carried = [one for one in row.changes if one.how != CONFLICT]
        person = found[row.person]
        if any(one.how == PROPOSE for one in carried):
            propose(
                Person.objects.get(pk=row.person),
                by=by,
                reason=_compose_reason(listing, row, reason),
                write=lambda person=person, carried=carried, row=row: update_person(
                    person, carried, row.said, builder
                ),
            )
        elif carried:
            update_person(person, carried, row.said, builder)


def _compose_reason(listing: Import, row: PlannedRow, reason: str) -> str:
    said = _("%(source)s, row %(number)s of %(file)s") % {
        "source": listing.source.title, "number": row.number, "file": listing.file_name,
    }  # fmt: skip
    return f"{said}. {reason}".strip()
