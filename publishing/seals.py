"""The chain over the history: what its seals are made of, and where it is broken."""

from collections.abc import Iterator
from typing import NamedTuple

from django.db import connection

from publishing.models import Seal
from publishing.schema.words import expand

#: Written out and asked at once, by no function of the schema: who changes an entry can change
#: a function too.
FAULTS = """
WITH erased AS (
    SELECT key::uuid AS row_id
    FROM publishing_history stone, jsonb_array_elements_text(stone.new -> 'rows') AS key
    WHERE stone.table_name = 'publishing_tombstone'
), sealed AS (
    SELECT seal.number, part.entry, part.digest
    FROM publishing_seal seal, unnest(seal.entries, seal.digests) AS part (entry, digest)
), chain AS (
    SELECT number, coalesce(lag(number) OVER in_order, 0) + 1 AS expected, hash,
        sha256(coalesce(lag(hash) OVER in_order, '') || int8send(number) || coalesce((
            SELECT string_agg(digest, '' ORDER BY place)
            FROM unnest(digests) WITH ORDINALITY AS each (digest, place)
        ), '')) AS should_be
    FROM publishing_seal WINDOW in_order AS (ORDER BY number)
), fault AS (
    SELECT expected AS number, NULL::bigint AS entry, 'seal is missing' AS what
    FROM chain WHERE number <> expected
    UNION ALL
    SELECT number, NULL, 'seal is not what was sealed'
    FROM chain WHERE number = expected AND hash IS DISTINCT FROM should_be
    UNION ALL
    SELECT sealed.number, sealed.entry, CASE
        WHEN entry.id IS NULL THEN 'entry is gone'
        WHEN digest(entry) IS DISTINCT FROM sealed.digest THEN 'entry was changed'
        WHEN entry.salt IS NULL AND entry.row_id NOT IN (SELECT row_id FROM erased)
            THEN 'entry was emptied, and no tombstone says so'
        WHEN entry.salt IS NOT NULL AND entry.commitment <>
            commitment(entry.salt, entry.reason, entry.old, entry.new)
            THEN 'content of the entry was changed'
        END
    FROM sealed LEFT JOIN publishing_history entry ON entry.id = sealed.entry
    UNION ALL
    SELECT NULL, entry.id, 'entry was sealed by nobody'
    FROM publishing_history entry
    WHERE NOT EXISTS (SELECT FROM sealed WHERE sealed.entry = entry.id)
)
SELECT fault.number, fault.entry, fault.what, entry.table_name, entry.row_id
FROM fault LEFT JOIN publishing_history entry ON entry.id = fault.entry
WHERE fault.what IS NOT NULL
ORDER BY fault.number, fault.entry NULLS FIRST
"""


class Fault(NamedTuple):
    """Where the history is not what was sealed; an entry that is gone has no row."""

    seal: int | None
    entry: int | None
    what: str
    table_name: str | None
    row_id: str | None

    def __str__(self) -> str:
        places = ("seal", self.seal), ("entry", self.entry), (self.table_name, self.row_id)
        where = ", ".join(f"{name} {value}" for name, value in places if value)
        return f"{where}: {self.what}"


def find_faults() -> Iterator[Fault]:
    """Everything that is broken, the oldest first. Of an end that was cut off only a head tells."""
    with connection.cursor() as cursor:
        cursor.execute(expand(FAULTS))
        yield from map(Fault._make, cursor)


def get_head() -> str:
    """The last seal, which stands for all that was sealed: number and hash."""
    return str(Seal.objects.order_by("number").last() or "0:")


def holds_head(head: str) -> bool:
    """Whether the history still leads to this head, or goes on from it."""
    number = head.partition(":")[0]
    return number.isdecimal() and (
        head == "0:" or head in map(str, Seal.objects.filter(number=number))
    )
