"""The roles and the database, made through a superuser's address."""

from contextlib import suppress
from pathlib import Path

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

SCRIPT = Path(__file__).with_name("bootstrap.sql")


def bootstrap_database(url: str) -> bool:
    """Make the database at `url` if it is missing, then its roles and rights (`bootstrap.sql`).

    Idempotent. Returns False, having done nothing, where the login is no superuser.
    """
    with psycopg.connect(maintenance_url(url), autocommit=True) as connection:
        if connection.execute("SHOW is_superuser").fetchone() != ("on",):
            return False
        create = sql.SQL("CREATE DATABASE {} ENCODING 'UTF8' TEMPLATE template0")
        with suppress(psycopg.errors.DuplicateDatabase):
            connection.execute(create.format(sql.Identifier(_database_name(url))))
    with psycopg.connect(url) as connection:
        # Two at once would trip over each other: roles belong to the whole cluster.
        connection.execute("SELECT pg_advisory_xact_lock(hashtext('tracker bootstrap'))")
        connection.execute(SCRIPT.read_bytes())
    return True


def maintenance_url(url: str) -> str:
    """The same server and login, in the database that every server has."""
    return make_conninfo(url, dbname="postgres")


def _database_name(url: str) -> str:
    return str(conninfo_to_dict(url)["dbname"])
