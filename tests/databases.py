"""Databases for the tests of one run: one is migrated, all others are copies of it."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

import psycopg
from django.core.management import call_command
from django.db import connections
from psycopg import sql
from psycopg.conninfo import make_conninfo

from tracker.postgres.bootstrap import bootstrap, maintenance


def enter(run: str, worker: str) -> None:
    """Point both doors at a fresh copy that is this worker's own, closing what was open.

    Everything is done as the superuser of BOOTSTRAP_DATABASE_URL but for the migrations, and
    tests never see it. Rights on a database are not copied with it, so each is bootstrapped.
    """
    template, copy = f"test_{run}", f"test_{run}_{worker}"
    connections.close_all()
    with _superuser() as server:
        if not _exists(server, template):
            _make(server, template, partial(call_command, "migrate", verbosity=0))
        _execute(server, "DROP DATABASE IF EXISTS {} WITH (FORCE)", copy)
        _execute(server, "CREATE DATABASE {} TEMPLATE {}", copy, template)
    bootstrap(_url(copy))
    use(copy)


def drop(run: str) -> None:
    """Remove every database of this run."""
    with _superuser() as server:
        names = server.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [f"test_{run}"]
        )
        for (name,) in names.fetchall():
            _execute(server, "DROP DATABASE {} WITH (FORCE)", name)


def furnish(run: str, world: str, fill: Callable[[], object]) -> None:
    """Make `run_world` a run of its own to `enter`, whose template is filled by `fill`, once."""
    template = f"test_{run}_{world}"
    with _superuser() as server:
        if not _exists(server, template):
            _make(server, template, fill, like=f"test_{run}")


def use(name: str) -> None:
    """Point both doors at the database; the caller has closed what was open."""
    for alias in ("default", "public"):
        connections.settings[alias]["NAME"] = name


def _make(
    server: psycopg.Connection, template: str, fill: Callable[[], object], like: str = ""
) -> None:
    """The template has its name only when it is whole."""
    half = f"{template}_half"
    _execute(server, "DROP DATABASE IF EXISTS {} WITH (FORCE)", half)
    if like:
        _execute(server, "CREATE DATABASE {} TEMPLATE {}", half, like)
    bootstrap(_url(half))
    use(half)
    fill()
    connections.close_all()
    _execute(server, "ALTER DATABASE {} RENAME TO {}", half, template)


@contextmanager
def _superuser() -> Iterator[psycopg.Connection]:
    """A connection that no other worker has at the same time."""
    server = maintenance(os.environ["BOOTSTRAP_DATABASE_URL"])
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("SELECT pg_advisory_lock(hashtext('tests.databases'))")
        yield connection


def _exists(server: psycopg.Connection, name: str) -> bool:
    found = server.execute("SELECT FROM pg_database WHERE datname = %s", [name])
    return found.fetchone() is not None


def _execute(server: psycopg.Connection, statement: str, *names: str) -> None:
    server.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def _url(name: str) -> str:
    return make_conninfo(os.environ["BOOTSTRAP_DATABASE_URL"], dbname=name)
