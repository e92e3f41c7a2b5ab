"""Many new rows of many tables, by COPY: their triggers fire as for any other insert."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import connection, models

from people.imports.record_builder import BUILT_MODELS, BuiltRow
from publishing.derived import derive_columns


def insert_rows(built: Iterable[BuiltRow]) -> None:
    """Write these rows, each table after those that it refers to."""
    by_model: dict[type[models.Model], list[dict[str, Any]]] = defaultdict(list)
    for row in built:
        by_model[row.model].append(row.values)
    for model in BUILT_MODELS:
        if rows := by_model[model]:
            _copy_rows(model, rows)


def _copy_rows(model: type[models.Model], rows: list[dict[str, Any]]) -> None:
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    blank = model()
    defaults = {field.attname: getattr(blank, field.attname) for field in fields}
    columns = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
    names = [field.attname for field in fields]
    statement = f"COPY {model._meta.db_table} ({columns}) FROM STDIN"
    with (
        connection.wrap_database_errors,
        connection.cursor() as cursor,
        cursor.copy(statement) as copy,
    ):
        for row in rows:
            whole = defaults | row
            whole |= derive_columns(model, whole)
            copy.write_row([whole[name] for name in names])
