"""A database to work with, whoever's server it is on."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tracker.postgres.bootstrap import bootstrap
from tracker.postgres.server import Server

DATABASE = "tracker"


@contextmanager
def database(folder: Path, *, ephemeral: bool) -> Iterator[dict[str, str]]:
    """A database with its roles while inside; gives the addresses to export.

    The one at DATABASE_URL, else on a server of our own over `folder`, or over a passing one.
    """
    if url := os.environ.get("DATABASE_URL"):
        yield {"BOOTSTRAP_DATABASE_URL": url} if bootstrap(url) else {}
        return
    with tempfile.TemporaryDirectory(prefix="tracker-") as passing:
        server = Server(Path(passing) if ephemeral else folder, ephemeral=ephemeral)
        with server.running():
            bootstrap(server.url("postgres", DATABASE))
            yield addresses(server)


def addresses(server: Server) -> dict[str, str]:
    """What a command finds in its environment: an address for each login."""
    return {
        "DATABASE_URL": server.url("tracker_app", DATABASE),
        "OWNER_DATABASE_URL": server.url("tracker_owner", DATABASE),
        "PUBLIC_DATABASE_URL": server.url("tracker_public", DATABASE),
        "BOOTSTRAP_DATABASE_URL": server.url("postgres", DATABASE),
    }
