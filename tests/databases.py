"""Databases for the tests: templates that are kept between runs, and copies for each worker.

A template is named by the checksum of what it was made of, or by the run where the run wants
everything made anew (`--create-db`). A copy is named by its run. Whoever uses a name holds an
advisory lock on it: what nobody holds is dropped when the next run begins.
"""

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

import psycopg
from django.core.management import call_command
from django.db import connections
from psycopg import sql
from psycopg.conninfo import make_conninfo

from tests.checksums import compute_checksum, today
from tracker.postgres.bootstrap import bootstrap_database, maintenance_url

#: What the operator of a machine does, who needs no second administrator: tests are served by a
#: login that may not.
OPEN_ACCOUNT = """
CREATE SCHEMA tests;
GRANT USAGE ON SCHEMA tests TO PUBLIC;
CREATE FUNCTION tests.open_account(account bigint, role text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
    UPDATE publishing_account SET is_active = true, is_staff = true
        WHERE id = account AND NOT (is_active AND is_staff);
    INSERT INTO publishing_account_groups (account_id, group_id)
        SELECT account, id FROM auth_group WHERE name = role ON CONFLICT DO NOTHING;
$$
"""


@contextmanager
def hold_run(*, makes_anew: bool) -> Iterator[dict[str, str]]:
    """A run: the names of its databases, for the environment of its workers."""
    run = secrets.token_hex(6)
    with _connect() as server:
        version = str(server.info.server_version)
        names = {
            "TEST_RUN": run,
            "TEST_MIGRATED": f"{run}_migrated" if makes_anew else compute_checksum(version),
            "TEST_REFERENCE": f"{run}_reference"
            if makes_anew
            else compute_checksum(version, today()),
        }
        with _one_at_a_time(server):
            for name in names.values():
                server.execute("SELECT pg_advisory_lock_shared(hashtext(%s))", [name[:12]])
            _drop_unused(server, kept={name[:12] for name in names.values()})
        yield names
        drop_databases(run)


def enter_copy(template: str, worker: str) -> str:
    """Point both doors at a fresh copy that is this worker's own, closing what was open.

    Everything is done as the superuser of BOOTSTRAP_DATABASE_URL but for the migrations, and
    tests never see it. Rights on a database are not copied with it, so each is bootstrapped.
    """
    copy = f"test_{os.environ['TEST_RUN']}_{template.lower()}_{worker}"
    connections.close_all()
    with _superuser() as server:
        _execute(server, "DROP DATABASE IF EXISTS {} WITH (FORCE)", copy)
        _execute(server, "CREATE DATABASE {} TEMPLATE {}", copy, _template(template))
    bootstrap_database(url(copy))
    with psycopg.connect(url(copy)) as operator:
        operator.execute(OPEN_ACCOUNT)
    point_at(copy)
    return copy


def enter_restored(dump: str, worker: str) -> str:
    """Point both doors at a database that is restored from plain SQL, as `enter_copy` does."""
    name = f"test_{os.environ['TEST_RUN']}_restored_{worker}"
    connections.close_all()
    with _superuser() as server:
        _execute(server, "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)
        _execute(server, "CREATE DATABASE {} TEMPLATE template0", name)
    with psycopg.connect(url(name)) as restoring:
        restoring.execute(dump)
    bootstrap_database(url(name))
    point_at(name)
    return name


def make_migrated() -> None:
    """Make the template of an empty database, unless there is one; from an older one if named."""
    older = "OLDER" if "TEST_OLDER" in os.environ else ""
    _make_template("MIGRATED", partial(call_command, "migrate", verbosity=0), older)


def make_reference() -> None:
    """Make the template that holds the reference data, unless there is one."""
    _make_template("REFERENCE", partial(call_command, "load_reference", verbosity=0), "MIGRATED")


def drop_databases(run: str) -> None:
    """Remove every database of this run."""
    with _superuser() as server:
        for name in _list_databases(server):
            if name.startswith(f"test_{run}"):
                _execute(server, "DROP DATABASE {} WITH (FORCE)", name)


def point_at(name: str) -> None:
    """Point both doors at the database; the caller has closed what was open."""
    for alias in ("default", "public"):
        connections.settings[alias]["NAME"] = name


def _make_template(template: str, fill: Callable[[], object], like: str = "") -> None:
    """The template has its name only when it is whole."""
    name = _template(template)
    half = f"{name}_half"
    with _superuser() as server:
        if name in _list_databases(server):
            return
        _execute(server, "DROP DATABASE IF EXISTS {} WITH (FORCE)", half)
        if like:
            _execute(server, "CREATE DATABASE {} TEMPLATE {}", half, _template(like))
        bootstrap_database(url(half))
        point_at(half)
        fill()
        connections.close_all()
        _execute(server, "ALTER DATABASE {} RENAME TO {}", half, name)


def _drop_unused(server: psycopg.Connection, kept: set[str]) -> None:
    """Drop what a killed run left, and templates of an earlier source that no run uses."""
    for name in _list_databases(server):
        holder = name.split("_")[1]
        if holder not in kept and _is_unused(server, holder):
            _execute(server, "DROP DATABASE {} WITH (FORCE)", name)


def _is_unused(server: psycopg.Connection, holder: str) -> bool:
    return bool(_fetch(server, "SELECT pg_try_advisory_lock(hashtext(%s))", holder)) and bool(
        _fetch(server, "SELECT pg_advisory_unlock(hashtext(%s))", holder)
    )


def _connect() -> psycopg.Connection:
    return psycopg.connect(maintenance_url(os.environ["BOOTSTRAP_DATABASE_URL"]), autocommit=True)


@contextmanager
def _superuser() -> Iterator[psycopg.Connection]:
    """A connection that no other worker has at the same time."""
    with _connect() as server, _one_at_a_time(server):
        yield server


@contextmanager
def _one_at_a_time(server: psycopg.Connection) -> Iterator[None]:
    _fetch(server, "SELECT pg_advisory_lock(hashtext('tests.databases'))")
    yield
    _fetch(server, "SELECT pg_advisory_unlock(hashtext('tests.databases'))")


def _list_databases(server: psycopg.Connection) -> list[str]:
    return _fetch(server, "SELECT datname FROM pg_database WHERE datname ~ '^test_[0-9a-f]{12}'")


def _fetch(server: psycopg.Connection, query: str, *values: str) -> list:
    """The first column, without what is false."""
    return [value for (value,) in server.execute(query, values or None).fetchall() if value]


def _execute(server: psycopg.Connection, statement: str, *names: str) -> None:
    server.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


def _template(template: str) -> str:
    return f"test_{os.environ[f'TEST_{template}']}"


def url(name: str) -> str:
    return make_conninfo(os.environ["BOOTSTRAP_DATABASE_URL"], dbname=name)
