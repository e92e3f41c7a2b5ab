"""A copy of the tests' database on a file system of its own, which can be filled."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from tracker.postgres.bootstrap import bootstrap_database, maintenance_url
from tracker.postgres.identity import REACHABLE, find_identity


@contextmanager
def mounted(megabytes: int) -> Iterator[Path | None]:
    """An empty file system in memory; None where this user may not mount one."""
    with tempfile.TemporaryDirectory(dir=REACHABLE) as folder:
        options = f"size={megabytes}m,mode=755"
        mount = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder]
        if subprocess.run(mount, capture_output=True, check=False).returncode:
            yield None
            return
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", folder], check=True)


@contextmanager
def copied(database: str, folder: Path) -> Iterator[str]:
    """The name of a copy of `database`, to which nobody is connected, in a tablespace there."""
    superuser, copy = os.environ["BOOTSTRAP_DATABASE_URL"], sql.Identifier(f"{database}_disk")
    space = str(find_identity().make_own(folder / "space"))
    with psycopg.connect(maintenance_url(superuser), autocommit=True) as server:

        def execute(statement: str) -> None:
            server.execute(
                sql.SQL(statement).format(copy=copy, like=sql.Identifier(database), at=space)
            )

        execute("CREATE TABLESPACE {copy} LOCATION {at}")
        try:
            execute("CREATE DATABASE {copy} TEMPLATE {like} TABLESPACE {copy}")
            bootstrap_database(make_conninfo(superuser, dbname=f"{database}_disk"))
            yield f"{database}_disk"
        finally:
            execute("DROP DATABASE IF EXISTS {copy} WITH (FORCE)")
            execute("DROP TABLESPACE {copy}")
