"""What goes with a row when the row is erased, as a function of the database.

The keys of models that cascade are its only source, so no caller tells what a part is.
"""

from collections.abc import Callable

from django.apps import apps
from django.db import models

from publishing.models import ExpungeRequest, Record, RecordPart

#: A request knows its record by table and id, as it may be of any.
REQUESTS = (ExpungeRequest._meta.db_table, "record_id")
HELD_NOW = "SELECT '{table}', id FROM {table} WHERE {key} = ANY ($1)"
#: The history alone knows what was deleted before; an index of its own leads there.
HELD_BEFORE = """SELECT entry.table_name::text, entry.row_id
    FROM publishing_history entry
    JOIN (VALUES {keys}) AS part (table_name, key) USING (table_name)
    WHERE entry.operation = 'delete' AND (entry.old ->> part.key) = ANY ($1::text[])"""
FUNCTION = """
CREATE OR REPLACE FUNCTION publishing_held_by(uuid[])
RETURNS TABLE (table_name text, row_id uuid) LANGUAGE sql STABLE AS $$
{queries}
$$;
"""


def write_parts_function() -> str:
    """SQL of `publishing_held_by`: the rows that some rows hold, now or before a deletion."""
    now = [
        HELD_NOW.format(table=table, key=key) for table, key in [REQUESTS, *_list_keys(_cascades)]
    ]
    keys = ", ".join(
        f"('{table}', '{key}')" for table, key in [REQUESTS, *_list_keys(_is_or_was_held)]
    )
    return FUNCTION.format(queries="\nUNION ALL ".join([*now, HELD_BEFORE.format(keys=keys)]))


def _list_keys(is_wanted: Callable[[models.ForeignKey], bool]) -> list[tuple[str, str]]:
    """Table and column of the foreign keys that are wanted."""
    return sorted(
        (model._meta.db_table, str(field.column))
        for model in apps.get_models()
        if model._meta.managed and isinstance(model._meta.pk, models.UUIDField)
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and is_wanted(field)
    )


def _cascades(field: models.ForeignKey) -> bool:
    return field.remote_field.on_delete is models.CASCADE


def _is_or_was_held(field: models.ForeignKey) -> bool:
    """A part that refers to a record which it holds back was deleted before the record could go."""
    return _cascades(field) or (
        issubclass(field.model, RecordPart) and issubclass(field.related_model, Record)
    )
