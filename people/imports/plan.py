"""From a file to its plan: rows are read into the table, then compared in bounded batches.

Nothing of the people changes here. A batch is one transaction, and what was planned stays: a run
that was killed goes on where it stopped.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import IO, Any

from django.db import connection, transaction
from django.db.models import Count
from django.utils.translation import gettext as _

from people.imports import list_formats
from people.imports.enums import ImportState, ImportVerdict
from people.imports.expiry import delete_expired_imports
from people.imports.models import Import, ImportRow, SavedMapping
from people.imports.planned_rows import PlannedRow, copy_into_table
from people.imports.remarks import RemarkCode
from people.imports.row_planner import RowPlanner
from people.imports.sheets import SheetReading, Unreadable, read_sheet
from people.imports.sheets.sheet_row import Flaw
from publishing.actions import action
from publishing.actions.transaction import refuse_if
from publishing.history import attribute_changes
from publishing.models import Account
from sources.models import Source

BATCH = 1_000


def read_list(
    file: IO[bytes],
    *,
    name: str,
    by: Account,
    source: Source,
    format: str = "",  # noqa: A002 - the word of the contract
    mapping: SavedMapping | None = None,
) -> Import:
    """Keep every row of the file as text, and what its columns mean. The file itself is not kept.

    A plan of the same file that was not applied gives way to this one. Columns that are not known
    wait for `map_columns_by_hand`. Raises Unreadable where the file is no sheet.
    """
    reading = read_sheet(file, name=name)
    header = next(reading, None)
    if header is None:
        raise Unreadable(Flaw.EMPTY)
    code, columns = _resolve_columns(header.cells, format, mapping)
    delete_expired_imports()
    with attribute_changes(by=by):
        listing = Import(
            file_name=name[-200:], file_hash=_hash_file(file), format=code, mapping=mapping,
            scheme=source.publisher.code, source=source, facts=reading.facts, columns=columns,
            created_by=by,
        )  # fmt: skip
        Import.objects.filter(file_hash=listing.file_hash, source=source, format=code).exclude(
            state__in=[ImportState.APPLIED, ImportState.EXPIRED]
        ).delete()
        listing.save()
        copy_into_table(listing, _list_unplanned(reading))
    return listing


def _resolve_columns(
    header: Sequence[str], code: str, mapping: SavedMapping | None
) -> tuple[str, list[tuple[str, str]]]:
    known: Mapping[str, str] | None = mapping.columns if mapping else None
    if known is None:
        named = list_formats.FORMATS.get(code) if code else list_formats.recognise_format(header)
        code, known = (named.code, named.columns) if named else ("", {})
    return code or "mapping", list_formats.map_columns(header, known)


def is_too_old(listing: Import) -> str | None:
    if listing.is_expired:
        return _(
            "Nobody imported this list within 30 days, and it is deleted. Read the list again."
        )
    return None


def cannot_plan(listing: Import) -> str | None:
    if sentence := is_too_old(listing):
        return sentence
    if not any(target in list_formats.NAMES for _title, target in listing.columns):
        return _("Say which column holds the names: the columns of this list are not known.")
    return None


def map_columns_by_hand(
    listing: Import, targets: Sequence[str], *, by: Account, title: str = ""
) -> SavedMapping | None:
    """Say what each column means before anything is planned; kept under a title where one is given.

    Raises Refused where no column holds the names, or the title is taken.
    """
    with action(by=by):
        listing.columns = [
            (header, target)
            for (header, _before), target in zip(listing.columns, targets, strict=True)
        ]
        refuse_if(cannot_plan(listing))
        if title:
            targets_by_header = {
                list_formats.base_header(header): target for header, target in listing.columns
            }
            listing.mapping = SavedMapping.objects.create(
                title=title, organisation=listing.source.publisher, columns=targets_by_header
            )
        listing.save(update_fields=["columns", "mapping"])
        ImportRow.objects.filter(listing=listing).update(verdict="")
    return listing.mapping


def _list_unplanned(reading: SheetReading) -> Iterator[PlannedRow]:
    for row in reading:
        yield PlannedRow(row.number, list(row.cells), row.flaws)


def _hash_file(file: IO[bytes]) -> str:
    file.seek(0)
    return hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]


def plan_next(listing: Import, *, by: Account, planner: RowPlanner | None = None) -> int:
    """Plan the next rows; returns how many are still to be planned."""
    _mark_snapshot(listing, by)
    planner = planner or RowPlanner(listing, by)
    with transaction.atomic():
        waiting = ImportRow.objects.filter(listing=listing, verdict="").order_by("number")
        rows = [PlannedRow.from_model(row) for row in waiting.select_for_update()[:BATCH]]
        ImportRow.objects.filter(pk__in=[row.id for row in rows]).delete()
        copy_into_table(listing, planner.plan_rows(rows))
        left = waiting.count()
        if not left and listing.state == ImportState.READ:
            _finish_plan(listing, by)
    return left


def plan_all(listing: Import, *, by: Account) -> Iterator[int]:
    """Plan all rows; yields how many are left after each batch. Raises Refused."""
    planner = RowPlanner(listing, by)
    while True:
        left = plan_next(listing, by=by, planner=planner)
        yield left
        if not left:
            return


def _mark_snapshot(listing: Import, by: Account) -> None:
    """Remember the state of the database that the plan is made on, before its first row."""
    refuse_if(cannot_plan(listing))
    if listing.seen:
        return
    with attribute_changes(by=by), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_current_snapshot()::text, coalesce(max(id), 0) FROM publishing_history"
        )
        listing.seen, listing.seen_id = cursor.fetchone()
        listing.save(update_fields=["seen", "seen_id"])


#: Rows of these verdicts that share `{shared}` with another one of the same file: with one whose
#: person is known, else with the first. So the same list read again leaves the same rows out.
TWINS = """
UPDATE people_importrow r SET verdict = %s,
    remarks = r.remarks || jsonb_build_array(jsonb_build_array(%s::text, -1, twin.first::text))
FROM (
    SELECT id, number, said ->> 'person.birth' AS born,
        first_value(number) OVER same AS first,
        first_value(said ->> 'person.birth') OVER same AS first_born
    FROM people_importrow
    WHERE listing_id = %s AND {shared} <> '' AND verdict <> 'error'
    WINDOW same AS (PARTITION BY {shared} ORDER BY person_id IS NULL, number)
) twin
WHERE twin.id = r.id AND r.verdict = ANY(%s) AND twin.number <> twin.first AND ({condition})
"""
ALL = [verdict for verdict in ImportVerdict.values if verdict != ImportVerdict.ERROR]
NEW = [ImportVerdict.NEW, ImportVerdict.LIKELY_DUPLICATE]
PASSES = (
    (ImportVerdict.ERROR, RemarkCode.TWICE, ALL, "(said ->> 'identifier.value')", "true"),
    (
        ImportVerdict.LIKELY_DUPLICATE, RemarkCode.SAME_ADDRESS, NEW,
        "(said ->> 'identifier.address')", "true",
    ),
    (
        ImportVerdict.LIKELY_DUPLICATE, RemarkCode.LIKE_ROW, NEW, "name_key",
        "born = first_born OR born IS NULL OR first_born IS NULL",
    ),
)  # fmt: skip


def _finish_plan(listing: Import, by: Account) -> None:
    """Look at the rows of the file beside each other, once each was compared with the people."""
    with attribute_changes(by=by), connection.cursor() as cursor:
        for verdict, code, among, shared, condition in PASSES:
            statement = TWINS.format(shared=shared, condition=condition)
            cursor.execute(statement, [verdict, code, listing.pk, among])
        listing.state = ImportState.PLANNED
        listing.save(update_fields=["state"])


def count_verdicts(listing: Import) -> dict[str, int]:
    """How many rows have each verdict, in their order; "" stands for those not planned yet."""
    found: dict[str, Any] = dict(
        ImportRow.objects.filter(listing=listing)
        .order_by()
        .values_list("verdict")
        .annotate(Count("pk"))
    )
    return {verdict: found[verdict] for verdict in ("", *ImportVerdict.values) if verdict in found}
