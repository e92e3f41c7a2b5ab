"""What the catalogue of the database says is held, table by table."""

from typing import NamedTuple

from django.apps import apps
from django.db import connection, models

ROOMS = ("publishing", "sources", "people", "support", "releases")


class Held(NamedTuple):
    """A constraint, unique index or trigger; `kind` is c, u, p, f, x or trigger."""

    table: str
    kind: str
    name: str
    columns: tuple[str, ...] = ()

    @property
    def lifted(self) -> str:
        """The SQL that takes it away."""
        if self.kind == "trigger":
            return f"DROP TRIGGER {self.name} ON {self.table}"
        if self.kind == "index":
            return f"DROP INDEX {self.name}"
        return f'ALTER TABLE {self.table} DROP CONSTRAINT "{self.name}" CASCADE'

    @property
    def is_unique(self) -> bool:
        return self.kind in ("u", "p", "x", "index")


def tables() -> dict[str, type[models.Model]]:
    """Our tables and their models, those of many-to-many relations included."""
    found = {
        model._meta.db_table: model
        for room in ROOMS
        for model in apps.get_app_config(room).get_models(include_auto_created=True)
        if model._meta.managed
    }
    return dict(sorted(found.items()))


HELD = """
SELECT conrelid::regclass::text, contype::text, conname, ARRAY(
    SELECT attname FROM pg_attribute a WHERE a.attrelid = conrelid AND attnum = ANY (conkey))
FROM pg_constraint
WHERE conrelid::regclass::text = ANY (%(tables)s) AND contype IN ('c', 'u', 'p', 'f', 'x')
UNION ALL
SELECT indrelid::regclass::text, 'index', indexrelid::regclass::text, ARRAY(
    SELECT attname FROM pg_attribute a WHERE a.attrelid = indrelid AND attnum = ANY (indkey))
FROM pg_index
WHERE indrelid::regclass::text = ANY (%(tables)s) AND indisunique
  AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype <> 'f')
UNION ALL
SELECT tgrelid::regclass::text, 'trigger', tgname, '{}'
FROM pg_trigger WHERE tgrelid::regclass::text = ANY (%(tables)s) AND NOT tgisinternal
ORDER BY 1, 2, 3
"""


def held(*only: str) -> list[Held]:
    """Everything held on these tables, else on all of ours."""
    with connection.cursor() as cursor:
        cursor.execute(HELD, {"tables": list(only or tables())})
        return [Held(*row[:3], tuple(row[3])) for row in cursor.fetchall()]


TYPES = """
SELECT attname, atttypid::regtype::text, CASE WHEN atttypmod > 4 THEN atttypmod - 4 END
FROM pg_attribute
WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
"""


def columns(table: str) -> dict[str, tuple[str, int | None]]:
    """Type and length of every column that is written."""
    with connection.cursor() as cursor:
        cursor.execute(TYPES, [table])
        return {name: (kind, length) for name, kind, length in cursor.fetchall()}
