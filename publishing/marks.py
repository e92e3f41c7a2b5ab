"""Marks of what was forgotten: by them a name that comes back is known, and nobody reads it there.

A mark is a keyed hash. Its key is in no database, so a stolen dump and a list of all names there
are give nothing (docs/adr/0035-who-was-forgotten-is-known-by-a-mark.md).
"""

import hmac
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from publishing.derived_keys import derive_key

STANDING = """
SELECT DISTINCT mark FROM publishing_tombstone, unnest(marks) AS mark WHERE mark = ANY (%s)
"""
UNREADABLE = """
SELECT count(*) FROM publishing_tombstone
WHERE EXISTS (SELECT FROM unnest(marks) AS mark WHERE split_part(mark, ':', 1) <> ALL (%s))
"""


class MarkKey(NamedTuple):
    """A key, and the name by which its marks are told from those of another key."""

    name: str
    secret: bytes

    def make_mark(self, trait: str) -> str:
        return f"{self.name}:{hmac.digest(self.secret, trait.encode(), 'sha256').hex()}"


def make_marks(traits: Iterable[str]) -> list[str]:
    """The marks to keep of these traits, under the key of today."""
    return sorted({_list_keys()[0].make_mark(trait) for trait in traits})


def find_marked(traits: Iterable[str]) -> set[str]:
    """Those of these traits that are marked, under the key of today or one before it."""
    asked = {key.make_mark(trait): trait for trait in traits for key in _list_keys()}
    with connection.cursor() as cursor:
        cursor.execute(STANDING, [list(asked)])
        return {asked[mark] for (mark,) in cursor}


def count_unreadable() -> int:
    """How many tombstones have marks that no key of this process made."""
    with connection.cursor() as cursor:
        cursor.execute(UNREADABLE, [[key.name for key in _list_keys()]])
        return cursor.fetchone()[0]


def _list_keys() -> list[MarkKey]:
    if not settings.FORGOTTEN_KEY:
        raise ImproperlyConfigured("Set the environment variable FORGOTTEN_KEY (see .env.example).")
    return [
        _derive_key(each) for each in (settings.FORGOTTEN_KEY, *settings.FORGOTTEN_KEY_FALLBACKS)
    ]


@cache
def _derive_key(secret: str) -> MarkKey:
    made = derive_key(secret, "marks of who was forgotten", 36)
    return MarkKey(made[:4].hex(), made[4:])
