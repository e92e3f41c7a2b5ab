"""SQL of the way from a part to its record."""

from itertools import pairwise

from publishing.models import BaseModel, RecordPart

HELD = "IN (SELECT id FROM {table} WHERE {key} {condition})"
HOP = "(SELECT {key} FROM {table} WHERE id = {id})"


def reach_record(part: type[RecordPart], row: str) -> str:
    """SQL of the record's id, from a row of a part; one key after another, never a join."""
    path = part.path()
    end = f"{row}.{path[0].column}"
    for before, key in pairwise(path):
        end = HOP.format(key=key.column, table=before.related_model._meta.db_table, id=end)
    return end


def descend_from_records(model: type[BaseModel], row: str, condition: str) -> str:
    """SQL of a condition on the record's id, asked of a row of the record or of a part of it.

    The condition is asked once, and its answer leads to the rows by their keys.
    """
    path = model.path() if issubclass(model, RecordPart) else []
    for before, key in reversed([*pairwise(path)]):
        table = before.related_model._meta.db_table
        condition = HELD.format(table=table, key=key.column, condition=condition)
    return f"{row}.{path[0].column if path else 'id'} {condition}"
