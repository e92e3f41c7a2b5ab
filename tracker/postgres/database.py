"""A database to work with, whoever's server it is on."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

from tracker.postgres.bootstrap import bootstrap_database
from tracker.postgres.server import Server

DATABASE = "tracker"
ROLES = {
    "DATABASE_URL": "tracker_app",
    "OWNER_DATABASE_URL": "tracker_owner",
    "PUBLIC_DATABASE_URL": "tracker_public",
}


@contextmanager
def open_database(
    folder: Path, *, ephemeral: bool = False, is_disposable: bool = False
) -> Iterator[dict[str, str]]:
    """A database with its roles while inside; gives the addresses to export.

    The one at DATABASE_URL, else on a server of our own over `folder`, or over a passing one.
    """
    if url := os.environ.get("DATABASE_URL"):
        yield {"BOOTSTRAP_DATABASE_URL": url} | find_logins(url) if bootstrap_database(url) else {}
        return
    with tempfile.TemporaryDirectory(prefix="tracker-") as passing:
        server = Server(
            Path(passing) if ephemeral else folder, ephemeral=ephemeral, is_disposable=is_disposable
        )
        with server.run_while():
            bootstrap_database(server.make_url("postgres", DATABASE))
            yield list_addresses(server)


def find_logins(url: str) -> dict[str, str]:
    """The same database entered by the roles' own logins, where the server lets them in.

    A server that asks for passwords gets none: the settings then enter by the superuser's login
    and take the roles on.
    """
    try:
        found = {variable: entered_as(role, url) for variable, role in ROLES.items()}
        for address in found.values():
            psycopg.connect(address, connect_timeout=3).close()
    except psycopg.OperationalError:
        return {}
    return found


def entered_as(role: str, url: str) -> str:
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=f"{role}@{host}"))


def list_addresses(server: Server) -> dict[str, str]:
    """What a command finds in its environment: an address for each login."""
    own = {variable: server.make_url(role, DATABASE) for variable, role in ROLES.items()}
    return own | {"BOOTSTRAP_DATABASE_URL": server.make_url("postgres", DATABASE)}
