"""What a kept database was made of, as a name: another source makes another database."""

import hashlib
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

ROOT = Path(__file__).parents[1]
ROOMS = ("publishing", "sources", "people", "support", "releases", "tracker")
BESIDE_ROOMS = ("requirements/dev.txt", "tests/databases.py", "tests/settings.py")

#: Neither `migrate` nor `load_reference` reads these; a test holds the two commands to that.
NOT_READ = {
    "__pycache__",
    "admin",
    "api",
    "charts",
    "feeds",
    "filters",
    "ledger",
    "phrasing",
    "presenters",
    "urls",
    "views",
}


def compute_checksum(*context: str) -> str:
    """A short checksum of every file that the database is made of, and of the context."""
    digest = hashlib.sha256(repr((sys.version, settings.SECRET_KEY, *context)).encode())
    for path in find_sources():
        content = path.read_bytes()
        digest.update(f"{path.relative_to(ROOT)} {len(content)}\n".encode() + content)
    return digest.hexdigest()[:12]


def find_sources() -> Iterator[Path]:
    yield from (ROOT / name for name in BESIDE_ROOMS)
    for room in ROOMS:
        for path in sorted(ROOT.joinpath(room).rglob("*")):
            if path.is_file() and not is_unread(path.relative_to(ROOT).parts):
                yield path


def is_unread(parts: tuple[str, ...]) -> bool:
    return not NOT_READ.isdisjoint(part.removesuffix(".py") for part in parts)


def today() -> str:
    """The reference data are published on the day when they are loaded."""
    return datetime.now(UTC).date().isoformat()
