"""Moving rows, and putting back what was moved. All of it runs inside an action."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, connection, models, transaction

from people.duplicates.merging.held_rows import HeldRow
from people.duplicates.models import Move
from people.persons.models import Name, Person
from publishing.table_models import models_by_table
from publishing.violations import sentence_for

#: What a row becomes besides the survivor's.
BESIDES: dict[type[models.Model], dict[str, Any]] = {Name: {"is_preferred": False}}


class Journal:
    """Writes columns, and remembers what they held."""

    def __init__(self) -> None:
        self.moves: list[Move] = []

    def write_columns(self, row: models.Model, **columns: Any) -> None:
        type(row)._base_manager.filter(pk=row.pk).update(**columns)
        for column, new in columns.items():
            self._note_change(row, column, getattr(row, column), new)

    def leave_behind(self, held: HeldRow) -> None:
        value = getattr(held.row, held.key.attname)
        self._note_change(held.row, held.key.attname, value, value)

    def move_rows(self, bundle: list[HeldRow], to: UUID) -> str:
        """Point these rows at another person; what of the database refuses all of them."""
        before = len(self.moves)
        try:
            with transaction.atomic():
                for one in bundle:
                    besides = {
                        column: value
                        for column, value in BESIDES.get(type(one.row), {}).items()
                        if getattr(one.row, column) != value
                    }
                    self.write_columns(one.row, **{one.key.attname: to}, **besides)
                _check_guards({one.row._meta.db_table for one in bundle})
        except IntegrityError as error:
            del self.moves[before:]
            return sentence_for(error)
        return ""

    def _note_change(self, row: models.Model, column: str, old: Any, new: Any) -> None:
        self.moves.append(
            Move(
                table_name=row._meta.db_table,
                row_id=row.pk,
                column_name=column,
                old=_as_json(old),
                new=_as_json(new),
            )
        )


GUARDS = """
SELECT DISTINCT quote_ident(tgname) FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid
WHERE tgrelid::regclass::text = ANY (%s) AND tgdeferrable AND NOT tgisinternal
  AND proname NOT LIKE 'publishing\\_%%'
"""


def _check_guards(tables: set[str]) -> None:
    """Have the guards of these tables speak now, but for those that ask for a second person."""
    with connection.cursor() as cursor:
        cursor.execute(GUARDS, [sorted(tables)])
        if names := ", ".join(name for (name,) in cursor.fetchall()):
            cursor.execute(f"SET CONSTRAINTS {names} IMMEDIATE")
            cursor.execute(f"SET CONSTRAINTS {names} DEFERRED")


def _as_json(value: Any) -> Any:
    if isinstance(value, UUID):
        return str(value)
    return value.isoformat() if isinstance(value, datetime) else value


class MovedRow:
    """What one merge wrote into one row."""

    def __init__(self, moves: list[Move]) -> None:
        self.moves = moves
        self.model = models_by_table()[moves[0].table_name]
        self.row: Any = self.model._base_manager.filter(pk=moves[0].row_id).first()

    def still_holds(self, move: Move) -> bool:
        """Whether nobody has written this column since."""
        field = self._find_field(move)
        return getattr(self.row, field.attname) == field.to_python(move.new)

    def put_back(self) -> bool:
        """Restore what nobody wrote since; False where the row is not where it was put."""
        if not all(self.still_holds(move) for move in self.moves if self._is_owner(move)):
            return False
        back = {
            field.attname: field.to_python(move.old)
            for move in self.moves
            if self.still_holds(move)
            for field in [self._find_field(move)]
        }
        if back:
            self.model._base_manager.filter(pk=self.row.pk).update(**back)
        return bool(back)

    def _is_owner(self, move: Move) -> bool:
        return self.model is not Person and self._find_field(move).related_model is Person

    def _find_field(self, move: Move) -> models.Field:
        return next(f for f in self.model._meta.concrete_fields if f.attname == move.column_name)


def find_moved_rows(moves: models.QuerySet[Move]) -> Iterator[MovedRow]:
    """The rows that a merge changed, in a fixed order, without those that stayed behind."""
    by_row = defaultdict(list)
    for move in moves.order_by("table_name", "row_id", "column_name"):
        if move.old != move.new:
            by_row[move.table_name, move.row_id].append(move)
    return map(MovedRow, by_row.values())
