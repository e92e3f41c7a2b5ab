"""Databases for the tests of one run: one is migrated, all others are copies of it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

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
            _migrate(server, template)
        _execute(server, "DROP DATABASE IF EXISTS {} WITH (FORCE)", copy)
        _execute(server, "CREATE DATABASE {} TEMPLATE {}", copy, template)
    bootstrap(_url(copy))
    _use(copy)


def drop(run: str) -> None:
    """Remove every database of this run."""
    with _superuser() as server:
        names = server.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [f"test_{run}"]
        )
        for (name,) in names.fetchall():
            _execute(server, "DROP DATABASE {} WITH (FORCE)", name)


def _migrate(server: psycopg.Connection, template: str) -> None:
    """The template has its name only when it is whole."""
    half = f"{template}_half"
    _execute(server, "DROP DATABASE IF EXISTS {} WITH (FORCE)", half)
    bootstrap(_url(half))
    _use(half)
    call_command("migrate", verbosity=0)
    connections.close_all()
    _execute(server, "ALTER DATABASE {} RENAME TO {}", half, template)


def _use(name: str) -> None:
    for alias in ("default", "public"):
        connections.settings[alias]["NAME"] = name


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
