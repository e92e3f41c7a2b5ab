"""What differs between a file and the database, and on which side it changed.

Nothing here changes anything: what was edited here stays, and what changed in a file waits for a
person who proposes it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import models

from publishing.models import BaseModel, ReferenceEntry
from tracker.reference.rows import Sheet

#: Path of a row in its sheet -> its id, and its columns as JSON can hold them.
Values = dict[str, dict[str, Any]]


def collect_values(sheet: Sheet) -> Values:
    """What a ReferenceEntry keeps of a sheet."""
    return {
        path: {"id": str(row.pk), "columns": collect_columns(row)}
        for path, row in sheet.rows.items()
    }


def collect_columns(row: BaseModel) -> dict[str, Any]:
    """The columns that a file can give, without those that hold nothing."""
    found = {
        field.attname: _as_plain(field.get_prep_value(getattr(row, field.attname)))
        for field in row._meta.concrete_fields
        if field.editable and not isinstance(field, models.GeneratedField)
    }
    return {name: value for name, value in found.items() if value not in (None, "", [])}


def _as_plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if value is None or isinstance(value, str | bool | int | list):
        return value
    return str(value)


def fetch_rows(sheets: Iterable[Sheet]) -> dict[UUID, BaseModel]:
    """The rows of these sheets as the database has them now; one query for each table."""
    wanted: dict[type[BaseModel], list[UUID]] = defaultdict(list)
    for sheet in sheets:
        for row in sheet.rows.values():
            wanted[type(row)].append(row.pk)
    return {
        row.pk: row
        for model, keys in wanted.items()
        for row in model._base_manager.filter(pk__in=keys)
    }


def describe_differences(
    sheet: Sheet, entry: ReferenceEntry, found: dict[UUID, BaseModel]
) -> Iterator[str]:
    """One line for each column, or whole row, in which file and database differ."""
    now = collect_values(sheet)
    for path in sorted(now.keys() | entry.values.keys()):
        place = f"{sheet.key} {path}".rstrip()
        if path not in entry.values:
            yield f"{place}: new in the file, not loaded"
        elif (row := found.get(UUID(entry.values[path]["id"]))) is None:
            yield from [f"{place}: deleted here"] if path in now else []
        elif path not in now:
            yield f"{place}: no longer in the file"
        else:
            then = entry.values[path]["columns"]
            yield from _compare_columns(place, then, now[path]["columns"], collect_columns(row))


def _compare_columns(place: str, then: dict, file: dict, here: dict) -> Iterator[str]:
    for name in sorted(then.keys() | file.keys() | here.keys()):
        was, says, holds = then.get(name), file.get(name), here.get(name)
        if says == holds:
            continue
        where = "edited here" if says == was else "changed in the file"
        if says != was and holds != was:
            where = "edited here and changed in the file"
        sides = f"file {_shorten_value(says)}, database {_shorten_value(holds)}"
        yield f"{place} {name}: {where}: {sides}"


def _shorten_value(value: Any) -> str:
    text = "nothing" if value is None else repr(value)
    return text if len(text) <= 60 else f"{text[:57]}…"
