"""Keys derived anew, where the rules are no longer those that the stored ones were derived by."""

from collections.abc import Iterator
from typing import Any

from django.db import connections, models, transaction
from psycopg.types.json import Jsonb

from people.persons.models import Name, Person
from people.persons.name_keys import KEYS_VERSION
from publishing.derived import derive_columns

BATCH = 2000
#: Of which models, and which of their rows can have a key.
KEYED: dict[type[models.Model], models.Q] = {Name: models.Q(), Person: ~models.Q(pseudonym="")}
#: The rules of the stored keys are told beside them.
STORED = """
SELECT col_description('people_name'::regclass, attnum) FROM pg_attribute
WHERE attrelid = 'people_name'::regclass AND attname = 'keys'
"""
RENEW = """
UPDATE {table} t SET {columns} FROM jsonb_populate_recordset(NULL::{table}, %s) n
WHERE t.id = n.id
"""


def renew_keys(using: str = "default") -> int:
    """Derive the keys of every name anew if the rules changed; gives the number of rows read.

    In batches, each in a transaction of its own: broken off, it begins again. The history tells
    nothing of it, since nobody wrote anything. The login must own the tables.
    """
    with connections[using].cursor() as cursor:
        cursor.execute(STORED)
        if cursor.fetchone()[0] == KEYS_VERSION:
            return 0
        count = 0
        for model, which in KEYED.items():
            for rows in _read_batches(model._base_manager.using(using).filter(which)):
                _renew_batch(model, rows, using)
                count += len(rows)
        cursor.execute(f"COMMENT ON COLUMN people_name.keys IS '{KEYS_VERSION}'")
    return count


def _read_batches(rows: models.QuerySet) -> Iterator[list[dict[str, Any]]]:
    batch = list(rows.order_by("id").values()[:BATCH])
    while batch:
        yield batch
        batch = list(rows.order_by("id").filter(id__gt=batch[-1]["id"]).values()[:BATCH])


def _renew_batch(model: type[models.Model], rows: list[dict[str, Any]], using: str) -> None:
    found = [{"id": str(row["id"]), **derive_columns(model, row)} for row in rows]
    columns = ", ".join(f"{column} = n.{column}" for column in found[0] if column != "id")
    renew = RENEW.format(table=model._meta.db_table, columns=columns)
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        parameters: list[Any] = [Jsonb(found)]
        cursor.execute(renew, parameters)
