"""SQL of the views of what is public, and of the tables that keep their rows.

A file in `published/` that says `-- Kept for each row of <table>.` makes three things of its
SELECT: the live view `live_<noun>`, which says what is true at this moment; the table
`kept_<noun>` with its rows as they were when they were last written (`documents.py`); and the
published view, which reads the table, and the live view for each row that time may have changed
since. A line `-- In another order: <view> by <columns>.` makes one more published view of the same
rows.
"""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.apps import apps

from publishing.models import BaseModel
from publishing.schema.words import expand

KEPT = re.compile(r"^-- Kept for each row of (\w+)\.$", re.MULTILINE)
OTHER_ORDER = re.compile(r"^-- In another order: (\w+) by ([\w, ]+)\.$", re.MULTILINE)

LIVE = "CREATE VIEW live_{noun} AS\n{select}\n;"
KEEPING = """
DROP TABLE IF EXISTS kept_{noun};
CREATE TABLE kept_{noun} AS TABLE live_{noun} WITH NO DATA;
ALTER TABLE kept_{noun} ADD PRIMARY KEY (id), ADD COLUMN valid_until timestamptz NOT NULL;
DO $$ DECLARE key name; BEGIN
    FOR key IN SELECT attname FROM pg_attribute
        WHERE attrelid = 'kept_{noun}'::regclass AND attname LIKE '%\\_id'
    LOOP EXECUTE format('CREATE INDEX ON kept_{noun} (%I)', key); END LOOP;
END $$;
"""
INDEX = "CREATE INDEX ON kept_{noun} ({columns});\n"
#: A bare UNION ALL would have no barrier: PostgreSQL plans its arms as if they stood outside. What
#: is kept is an arm with neither a join nor a condition: only then is an order read from its index.
PUBLISHED_VIEW = """
DO $$ BEGIN
    EXECUTE format('
CREATE VIEW published.{view} WITH (security_barrier) AS
SELECT %s FROM (
    SELECT kept.* FROM kept_{noun} kept
    UNION ALL
    SELECT live.*, ''infinity''::timestamptz
    FROM publishing_readydocument ready {live}
    WHERE ready.noun = ''{noun}'' AND ready.valid_until <= now()
) shown
WHERE shown.valid_until > now(){order}', (
        SELECT string_agg('shown.' || quote_ident(attname), ', ' ORDER BY attnum)
        FROM pg_attribute WHERE attrelid = 'live_{noun}'::regclass AND attnum > 0));
END $$;
"""
JOINED = "JOIN live_{noun} live ON live.id = ready.id"
#: PostgreSQL joins no row of a union by its key, and reads all of them, unless it is told to.
ONE_BY_ONE = "CROSS JOIN LATERAL (SELECT * FROM live_{noun} WHERE id = ready.id LIMIT 1) live"
ORDER = re.compile(r"\nORDER BY ((?:\w+\.\w+(?:, )?)+)\s*$")


class KeptNoun(NamedTuple):
    """An object of the public of which a document is kept for each row of `base`.

    `model` is that of the base, and None where a view says what each object mentions.
    """

    noun: str
    base: str
    model: type[BaseModel] | None
    select: str


def find_kept_noun(path: Path) -> KeptNoun | None:
    """What the file of a published view keeps; None where it is read live."""
    text = path.read_text()
    if not (found := KEPT.search(text)):
        return None
    return KeptNoun(path.stem, found[1], find_models().get(found[1]), expand(text).strip())


@cache
def list_kept_nouns() -> tuple[KeptNoun, ...]:
    return tuple(
        kept
        for room in apps.get_app_configs()
        for path in sorted(Path(room.path, "published").glob("*.sql"))
        if (kept := find_kept_noun(path))
    )


def write_live_view(kept: KeptNoun) -> str:
    return LIVE.format(noun=kept.noun, select=ORDER.sub("", kept.select))


def write_views(kept: KeptNoun) -> str:
    """SQL of the live view, its table, and the published views, each in its order."""
    live = (JOINED if kept.model else ONE_BY_ONE).format(noun=kept.noun)
    orders = _list_orders(kept)
    ways = {", ".join(name.removesuffix(" DESC") for name in names) for names in orders.values()}
    indexes = (INDEX.format(noun=kept.noun, columns=way) for way in sorted(ways) if "," in way)
    views = (
        PUBLISHED_VIEW.format(view=view, noun=kept.noun, live=live, order=_write_order(names))
        for view, names in orders.items()
    )
    return "".join([write_live_view(kept), KEEPING.format(noun=kept.noun), *indexes, *views])


def _list_orders(kept: KeptNoun) -> dict[str, list[str]]:
    """The published views of a noun, and by which columns each is ordered, if it is."""
    found = ORDER.search(kept.select)
    others = OTHER_ORDER.findall(kept.select)
    return {kept.noun: re.findall(r"\.(\w+)", found[1]) if found else []} | {
        view: columns.split(", ") for view, columns in others
    }


def _write_order(names: list[str]) -> str:
    return "\nORDER BY " + ", ".join(f"shown.{name}" for name in names) if names else ""


@cache
def find_models() -> dict[str, type[BaseModel]]:
    return {
        model._meta.db_table: model
        for model in apps.get_models()
        if issubclass(model, BaseModel) and model._meta.managed
    }
