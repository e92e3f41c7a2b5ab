"""Databases of invented people, made once for a seed and the code that invents them."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from tests.databases import OPEN_ACCOUNT
from tracker.postgres.bootstrap import bootstrap_database, maintenance_url

SEED = 1
ADDRESSES = ("DATABASE_URL", "OWNER_DATABASE_URL", "PUBLIC_DATABASE_URL")
#: What decides which rows there are, and what keys beside them: keys that are derived anew leave
#: tables behind that are twice as long. Views and functions are rebuilt in a world that exists.
DECIDING = ("tracker/synthetic/*.py", "*/migrations/*.py", "people/persons/name_keys.py")


def world(people: int, *options: str) -> dict[str, str]:
    """The environment of a database of so many people; the first time it is made, in minutes.

    `options`: of `synthesise`, such as --bare.
    """
    kind = "_".join(["bench", *(option.strip("-") for option in options), str(people)])
    name = f"{kind}_{_checksum()}"
    if not _exists(name):
        _forget(kind)
        half = _environment(f"{name}_half")
        bootstrap_database(half["BOOTSTRAP_DATABASE_URL"])
        _manage(half, "migrate", "--verbosity", "0")
        _manage(half, "synthesise", "--people", str(people), "--seed", str(SEED), *options)
        _maintain("ALTER DATABASE {} RENAME TO {}", f"{name}_half", name)
    made = _environment(name)
    bootstrap_database(
        made["BOOTSTRAP_DATABASE_URL"]
    )  # what it gives the roles may have changed since
    _manage(made, "migrate", "--verbosity", "0")
    with psycopg.connect(made["BOOTSTRAP_DATABASE_URL"], autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")
    return made


@contextmanager
def empty(name: str) -> Iterator[dict[str, str]]:
    """The environment of a database that is there for the block, with no people in it.

    Who works in it is opened as in tests, by the operator of the machine.
    """
    _maintain("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
    made = _environment(name)
    bootstrap_database(made["BOOTSTRAP_DATABASE_URL"])
    _manage(made, "migrate", "--verbosity", "0")
    with psycopg.connect(made["BOOTSTRAP_DATABASE_URL"]) as connection:
        connection.execute(OPEN_ACCOUNT)
    yield made
    _maintain("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)


@cache
def _checksum() -> str:
    paths = sorted(path for pattern in DECIDING for path in Path().glob(pattern))
    text = b"".join(path.read_bytes() for path in paths) + str(SEED).encode()
    return hashlib.sha256(text).hexdigest()[:8]


def _environment(name: str) -> dict[str, str]:
    superuser = os.environ["BOOTSTRAP_DATABASE_URL"]
    urls = {key: os.environ.get(key, superuser) for key in ADDRESSES}
    urls["BOOTSTRAP_DATABASE_URL"] = superuser
    return {key: urlsplit(url)._replace(path=f"/{name}").geturl() for key, url in urls.items()}


def _manage(environment: dict[str, str], *arguments: str) -> None:
    subprocess.run(
        [sys.executable, "manage.py", *arguments], env=os.environ | environment, check=True
    )


def _forget(kind: str) -> None:
    """Worlds of this kind and size that older code made, and half a one."""
    for name in _names(f"{kind}_"):
        _maintain("DROP DATABASE {} WITH (FORCE)", name)


def _exists(name: str) -> bool:
    return name in _names(name)


def _names(prefix: str) -> list[str]:
    with psycopg.connect(maintenance_url(os.environ["BOOTSTRAP_DATABASE_URL"])) as server:
        found = server.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [prefix]
        )
        return [name for (name,) in found]


def _maintain(statement: str, *names: str) -> None:
    url = maintenance_url(os.environ["BOOTSTRAP_DATABASE_URL"])
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))
