"""SQL by which a transaction that changes what is public opens a new edition."""

from collections.abc import Iterator

from django.apps import apps

from publishing.citing import is_part
from publishing.models import BaseModel, Record, RecordPart
from publishing.schema.paths import reach_record

#: Only these states are public, or were: whoever works on a draft changes nothing public.
OWN = "SELECT id FROM {rows} WHERE state IN ('published', 'withdrawn')"
OF_A_PART = """SELECT r.id FROM {record} r
    WHERE r.state IN ('published', 'withdrawn') AND r.id IN (SELECT {reached} FROM {rows} part)"""
BOUNDARIES = "SELECT {key}, unnest(ARRAY[{columns}]) AS at FROM {table} r"
FUNCTION = """
CREATE OR REPLACE FUNCTION publishing_boundaries_of(uuid[])
RETURNS TABLE (record_id uuid, at timestamptz) LANGUAGE sql STABLE AS $$
{of_some}
$$;
INSERT INTO publishing_boundary (at)
SELECT DISTINCT at FROM (
{of_all}
) waiting WHERE at > now() ON CONFLICT DO NOTHING;
"""


def list_changed_records(model: type[BaseModel]) -> dict[str, str]:
    """A query for each operation: the records, public or once public, that its rows belong to.

    Empty for a table whose rows are neither records nor parts of one.
    """
    if issubclass(model, Record):
        before, after = OWN.format(rows="old_rows"), OWN.format(rows="new_rows")
    elif is_part(model):
        before, after = _of_a_part(model, "old_rows"), _of_a_part(model, "new_rows")
    else:
        return {}
    return {"insert": after, "update": f"{before} UNION {after}", "delete": before}


def _of_a_part(part: type[RecordPart], rows: str) -> str:
    record = part.path()[-1].related_model._meta.db_table
    return OF_A_PART.format(record=record, reached=reach_record(part, "part"), rows=rows)


def write_boundaries_function() -> str:
    """SQL of `publishing_boundaries_of`: the moments that some records and their parts wait for.

    What records wait for already is noted when the function is built.
    """
    waiting = [*_list_boundaries()]
    of_some = (f"{query} WHERE {key} = ANY ($1)" for query, key in waiting)
    of_all = (query for query, _ in waiting)
    return FUNCTION.format(of_some="\nUNION ALL ".join(of_some), of_all="\nUNION ALL ".join(of_all))


def _list_boundaries() -> Iterator[tuple[str, str]]:
    """For each table that has some: a query for them, and the key of the record in it."""
    for model in apps.get_models():
        if issubclass(model, BaseModel) and model.boundaries:
            columns = ", ".join(f"r.{name}" for name in model.boundaries)
            key = reach_record(model, "r") if is_part(model) else "r.id"
            yield BOUNDARIES.format(key=key, columns=columns, table=model._meta.db_table), key
