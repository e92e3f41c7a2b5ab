"""SQL by which what is public is kept ready, and is as true at every second as if it were not.

The functions that mark the rows of the tables in `kept_views.py` as over, and write them. What a
row depends on follows from its view: the tables that it names, and the foreign keys among these.
Where the header of its file names a view of `id` and `mentioned_id` in place of a table, that one
says it.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.apps import apps
from django.db import models

from publishing.citing import is_part
from publishing.models import BaseModel, Record
from publishing.schema.kept_views import KeptNoun, find_models, list_kept_nouns
from publishing.schema.paths import descend_from_records
from publishing.schema.words import expand

COMMENT = re.compile(r"--[^\n]*")

#: What is kept is over where a changed record stands in it; what is new is to be written as well.
MARK = """
CREATE OR REPLACE FUNCTION publishing_mark_documents(changed uuid[])
RETURNS void LANGUAGE plpgsql
    SET enable_seqscan = on  -- what is set within ends with it
AS $$
BEGIN
{away}
{new}
    UPDATE publishing_readydocument SET valid_until = '-infinity'
    WHERE id IN (SELECT unnest(changed)) AND valid_until > '-infinity';
    -- Of many records PostgreSQL would rather ask every document whether it mentions one of them.
    PERFORM set_config('enable_seqscan', 'off', true);
    UPDATE publishing_readydocument SET valid_until = '-infinity'
    WHERE mentions && changed AND valid_until > '-infinity';
    PERFORM set_config('enable_seqscan', 'on', true);
{over}
END $$;
REVOKE ALL ON FUNCTION publishing_mark_documents(uuid[]) FROM PUBLIC;
"""
NEW = """\
    INSERT INTO publishing_readydocument (id, noun, mentions, valid_until)
    SELECT DISTINCT base.id, '{noun}', '{{}}'::uuid[], '-infinity'::timestamptz
    FROM {base} base WHERE {belongs}
    ON CONFLICT (noun, id) DO NOTHING;"""

OVER = """\
    UPDATE kept_{noun} SET valid_until = '-infinity'
    WHERE valid_until > '-infinity' AND id IN (
        SELECT id FROM publishing_readydocument
        WHERE noun = '{noun}' AND valid_until = '-infinity');"""

#: While migrations run the views are away. All documents are marked and written after them.
AWAY = """\
    IF EXISTS (
        SELECT FROM unnest(ARRAY[{nouns}]) noun WHERE to_regclass('live_' || noun) IS NULL
    ) THEN
        RETURN{nothing};
    END IF;"""

#: Writes what is over, of each noun at most so many, and gives how many it wrote.
WRITE = """
CREATE OR REPLACE FUNCTION publishing_write_documents(most integer)
RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp SET jit = off SET plan_cache_mode = force_generic_plan
    SET enable_seqscan = off  -- some rows by their keys, whatever statistics say of a new table
AS $$
DECLARE
    over uuid[];
    written integer := 0;
BEGIN
    PERFORM pg_advisory_xact_lock('publishing_seal'::regclass::bigint);
{away}
{blocks}
    RETURN written;
END $$;
REVOKE ALL ON FUNCTION publishing_write_documents(integer) FROM PUBLIC;

-- Marks everything as over, whatever is kept; each call of the other function then writes some.
CREATE OR REPLACE FUNCTION publishing_mark_all_documents()
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock('publishing_seal'::regclass::bigint);
    UPDATE publishing_readydocument SET valid_until = '-infinity' WHERE valid_until > '-infinity';
{all}
END $$;
REVOKE ALL ON FUNCTION publishing_mark_all_documents() FROM PUBLIC;
"""
BLOCK = """\
    over := ARRAY (
        SELECT id FROM publishing_readydocument
        WHERE noun = '{noun}' AND valid_until <= now() LIMIT most);
    IF cardinality(over) > 0 THEN
        DELETE FROM kept_{noun} WHERE id = ANY (over);
        DELETE FROM publishing_readydocument WHERE noun = '{noun}' AND id = ANY (over);
        INSERT INTO publishing_readydocument (id, noun, mentions, valid_until)
        WITH RECURSIVE {told}, waits AS MATERIALIZED (
            SELECT record_id, min(at) AS at FROM publishing_boundaries_of(
                ARRAY (SELECT DISTINCT unnest(mentions) FROM told))
            WHERE at > now() GROUP BY record_id
        )
        SELECT document, '{noun}', mentions, coalesce(
            (SELECT min(at) FROM waits WHERE record_id = ANY (mentions)), 'infinity')
        FROM told;
        INSERT INTO kept_{noun}
        SELECT live.*, ready.valid_until
        FROM live_{noun} live
        JOIN publishing_readydocument ready ON ready.noun = '{noun}' AND ready.id = live.id
        WHERE live.id = ANY (over);
        written := written + cardinality(over);
    END IF;"""
FOLLOWED = """\
reached (document, place, id) AS (
            SELECT base.id, 0, base.id FROM {base} base
            WHERE base.id = ANY (over) AND {is_published}
            UNION
            SELECT reached.document, next.place, next.id
            FROM reached CROSS JOIN LATERAL (
{arms}
            ) next (place, id)
        ), told AS MATERIALIZED (
            SELECT document, array_agg(DISTINCT id) AS mentions
            FROM reached WHERE place IN ({records}) GROUP BY document
        )"""
DECLARED = """\
told (document, mentions) AS MATERIALIZED (
            SELECT id, array_agg(DISTINCT mentioned_id)
            FROM {base} WHERE id = ANY (over) GROUP BY id
        )"""
PUBLISHED = "IN (SELECT id FROM {record} WHERE state = 'published')"
ALL = """\
    INSERT INTO publishing_readydocument (id, noun, mentions, valid_until)
    SELECT DISTINCT id, '{noun}', '{{}}'::uuid[], '-infinity'::timestamptz FROM {base}
    ON CONFLICT (noun, id) DO NOTHING;
    UPDATE kept_{noun} SET valid_until = '-infinity' WHERE valid_until > '-infinity';"""
LEAD = """\
                SELECT target.* FROM {table} its
                CROSS JOIN LATERAL (VALUES {targets}) target (place, id)
                WHERE reached.place = {place} AND its.id = reached.id AND target.id IS NOT NULL"""
HOLD = """\
                SELECT {part}, its.id FROM {table} its
                WHERE reached.place = {place} AND its.{key} = reached.id"""


def write_document_functions() -> str:
    """SQL of the functions that mark documents as over, and write them."""
    kept_nouns = list_kept_nouns()
    nouns = ", ".join(f"'{kept.noun}'" for kept in kept_nouns)
    mark = MARK.format(
        away=AWAY.format(nouns=nouns, nothing=""),
        new="\n".join(map(_insert_new, kept_nouns)),
        over="\n".join(OVER.format(noun=kept.noun) for kept in kept_nouns),
    )
    return mark + WRITE.format(
        away=AWAY.format(nouns=nouns, nothing=" 0"),
        blocks="\n".join(map(_write_block, kept_nouns)),
        all="\n".join(ALL.format(noun=each.noun, base=each.base) for each in kept_nouns),
    )


def _insert_new(kept: KeptNoun) -> str:
    belongs = "base.mentioned_id = ANY (changed)"
    if kept.model:
        belongs = descend_from_records(kept.model, "base", "= ANY (changed)")
    return NEW.format(noun=kept.noun, base=kept.base, belongs=belongs)


def _write_block(kept: KeptNoun) -> str:
    told = _follow_keys(kept, kept.model) if kept.model else DECLARED.format(base=kept.base)
    return BLOCK.format(noun=kept.noun, told=told)


def _follow_keys(kept: KeptNoun, base: type[BaseModel]) -> str:
    read = list_tables_read(kept, base)
    places: dict[type[models.Model], int] = {model: place for place, model in enumerate(read)}
    return FOLLOWED.format(
        base=kept.base,
        is_published=_is_published(base),
        arms="\n                UNION ALL\n".join(_list_arms(places)),
        records=", ".join(
            str(place) for model, place in places.items() if issubclass(model, Record)
        ),
    )


def _is_published(base: type[BaseModel]) -> str:
    record = base.path()[-1].related_model if is_part(base) else base
    return descend_from_records(base, "base", PUBLISHED.format(record=_name_table(record)))


def _list_arms(places: dict[type[models.Model], int]) -> Iterator[str]:
    """The ways from a row to others: its own keys, and the rows that are its parts."""
    bases = {kept.model for kept in list_kept_nouns()}
    for model, place in places.items():
        keys = [key for key in _list_keys(model) if key.related_model in places]
        if keys:
            targets = ", ".join(f"({places[key.related_model]}, its.{key.column})" for key in keys)
            yield LEAD.format(table=_name_table(model), targets=targets, place=place)
        # What is a document of its own is no part of another's.
        if is_part(model) and model not in bases and model.path()[0].related_model in places:
            key = model.path()[0]
            yield HOLD.format(
                table=_name_table(model),
                part=place,
                place=places[key.related_model],
                key=key.column,
            )


def list_tables_read(kept: KeptNoun, base: type[BaseModel]) -> list[type[BaseModel]]:
    """The tables that the view of a noun reads, its base first; also through inner views."""
    inner, tables = _find_inner_views(), find_models()
    read, waiting = {base}, [kept.select]
    seen: set[str] = set()
    while waiting:
        words = set(re.findall(r"\w+", COMMENT.sub("", waiting.pop()))) - seen
        seen |= words
        read |= {tables[word] for word in words if word in tables}
        waiting += [inner[word] for word in words if word in inner]
    return [base, *sorted(read - {base}, key=_name_table)]


@cache
def _find_inner_views() -> dict[str, str]:
    """The text of each inner view by its name."""
    texts = {}
    for room in apps.get_app_configs():
        for path in sorted(Path(room.path, "sql").glob("*.sql")):
            for view in expand(path.read_text()).split("CREATE VIEW ")[1:]:
                texts[view.split(maxsplit=1)[0]] = view
    return texts


def _list_keys(model: type[models.Model]) -> list[models.ForeignKey]:
    fields = model._meta.concrete_fields
    return [field for field in fields if isinstance(field, models.ForeignKey)]


def _name_table(model: type[models.Model]) -> str:
    return model._meta.db_table
