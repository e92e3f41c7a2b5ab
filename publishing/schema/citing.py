"""SQL of the guards by which nothing is public before what it cites."""

from django.db import models

from publishing.citing import list_citing_keys
from publishing.models import BaseModel, Record, RecordPart
from publishing.schema.paths import descend_from_records

#: What is cited and not public yet, nor private, which it never will be.
WAITING = "EXISTS (SELECT FROM {cited} c WHERE c.id {cites} AND c.state <> 'published'{or_never})"
CITES = "IN (SELECT {chosen} FROM {table} part WHERE {held})"
CITING_GUARD = """
CREATE OR REPLACE FUNCTION publishing_guard_cited_by_{table}()
RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF {waiting} THEN
        PERFORM publishing_refuse('published_record_cites_what_is_public', '{table}');
    END IF;
    RETURN NULL;
END $$;
"""


def guard_citing(record: type[Record]) -> str:
    keys = list_citing_keys(record)
    waiting = " OR ".join(_waiting(key, _cites(model, key)) for model, key in keys)
    return CITING_GUARD.format(table=record._meta.db_table, waiting=waiting)


def when_citing(record: type[Record]) -> str:
    """Where a record is published, or a published one comes to cite another."""
    own = [f" OR {_is_new(key)}" for model, key in list_citing_keys(record) if model is record]
    return f"NEW.state = 'published' AND (OLD.state <> 'published'{''.join(own)})"


def when_part_cites_too_early(part: type[RecordPart]) -> str:
    return (
        " OR ".join(
            f"{_is_new(key)} AND {_waiting(key, f'= NEW.{key.column}')}"
            for model, key in list_citing_keys(part.path()[-1].related_model)
            if model is part
        )
        or "false"
    )


def _waiting(key: models.ForeignKey, cites: str) -> str:
    cited = key.related_model
    has_private = any(field.name == "is_private" for field in cited._meta.fields)
    never = " AND NOT c.is_private" if has_private else ""
    return WAITING.format(cited=cited._meta.db_table, cites=cites, or_never=never)


def _cites(model: type[BaseModel], key: models.ForeignKey) -> str:
    """SQL of what a record `NEW` cites by one key of its own, or of its parts."""
    if not issubclass(model, RecordPart):
        return f"= NEW.{key.column}"
    held = descend_from_records(model, "part", "= NEW.id")
    return CITES.format(chosen=key.column, table=model._meta.db_table, held=held)


def _is_new(key: models.ForeignKey) -> str:
    return f"NEW.{key.column} IS DISTINCT FROM OLD.{key.column}"
