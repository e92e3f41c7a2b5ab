"""Rows of a list on their way into the table and out of it, many at once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import orjson
from django.db import connection

from people.imports.models import Import, ImportRow
from people.imports.remarks import Remark
from people.imports.row_diff import FieldDiff
from people.imports.row_parser import FlatFields
from people.imports.sheets.sheet_row import Flaw

COLUMNS = (
    "id", "listing_id", "number", "cells", "flaws", "verdict", "person_id", "said", "changes",
    "remarks", "candidates", "name_key", "is_done", "decision", "reason", "decided_at",
    "decided_by_id",
)  # fmt: skip


@dataclass
class PlannedRow:
    """A row as the table keeps it, with its lists as values."""

    number: int
    cells: list[str]
    flaws: dict[int, Flaw] = field(default_factory=dict)
    verdict: str = ""
    person: UUID | None = None
    said: FlatFields = field(default_factory=dict)
    changes: list[FieldDiff] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    candidates: list[dict[str, Any]] = field(default_factory=list)
    name_key: str = ""
    is_done: bool = False
    decision: str = ""
    reason: str = ""
    decided_at: Any = None
    decided_by: int | None = None
    id: UUID = field(default_factory=uuid4)

    @classmethod
    def from_model(cls, row: ImportRow) -> "PlannedRow":
        return cls(
            row.number,
            row.cells,
            {int(column): Flaw(flaw) for column, flaw in row.flaws.items()},
            row.verdict,
            row.person_id,
            row.said,
            [FieldDiff(*change) for change in row.changes],
            [Remark(*remark) for remark in row.remarks],
            row.candidates,
            row.name_key,
            row.is_done,
            row.decision,
            row.reason,
            row.decided_at,
            row.decided_by_id,
            row.id,
        )


def copy_into_table(listing: Import, rows: Iterable[PlannedRow]) -> int:
    """COPY rows into the table; returns how many."""
    count = 0
    statement = f"COPY {ImportRow._meta.db_table} ({', '.join(COLUMNS)}) FROM STDIN"
    key = str(listing.pk)
    with (
        connection.wrap_database_errors,
        connection.cursor() as cursor,
        cursor.copy(statement) as copy,
    ):
        for row in rows:
            count += 1
            copy.write_row((
                str(row.id), key, row.number, _dump_json(row.cells),
                _dump_json({str(column): flaw for column, flaw in row.flaws.items()}), row.verdict,
                row.person, _dump_json(row.said), _dump_json(row.changes), _dump_json(row.remarks),
                _dump_json(row.candidates), row.name_key, row.is_done, row.decision, row.reason,
                row.decided_at, row.decided_by,
            ))  # fmt: skip
    return count


def _dump_json(value: Any) -> str:
    return orjson.dumps(value, default=list).decode()


def read_batches(listing: Import, size: int, **conditions: Any) -> Iterator[list[PlannedRow]]:
    """The rows of a list in their order, so many at a time; rows may change behind the reader."""
    last = 0
    while rows := list(
        ImportRow.objects.filter(listing=listing, number__gt=last, **conditions).order_by("number")[
            :size
        ]
    ):
        last = rows[-1].number
        yield [PlannedRow.from_model(row) for row in rows]
