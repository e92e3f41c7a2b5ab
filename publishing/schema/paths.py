"""SQL of the way from a part to its record."""

from itertools import pairwise

from publishing.models import RecordPart

HOP = "(SELECT {key} FROM {table} WHERE id = {id})"


def reach_record(part: type[RecordPart], row: str) -> str:
    """SQL of the record's id, from a row of a part; one key after another, never a join."""
    path = part.path()
    end = f"{row}.{path[0].column}"
    for before, key in pairwise(path):
        end = HOP.format(key=key.column, table=before.related_model._meta.db_table, id=end)
    return end
