"""What breaks an import in the middle of its work: its process, its server's, or a full disk."""

import os
import signal
from contextlib import suppress
from pathlib import Path
from typing import Protocol

#: Processes of the server that serve somebody else than who asks.
OTHERS = """
FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""


class Fault(Protocol):
    def strike(self, child: int) -> None:
        """Break the import that the process `child` runs."""

    def end(self) -> None:
        """Make whole again what the next import needs."""


class KilledImport:
    def strike(self, child: int) -> None:
        os.kill(child, signal.SIGKILL)

    def end(self) -> None:
        pass


class KilledServer:
    """The process of PostgreSQL that serves the import is terminated."""

    def strike(self, child: int) -> None:
        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute(f"SELECT pg_terminate_backend(pid) {OTHERS}")

    def end(self) -> None:
        pass


class FullDisk:
    """Not a byte is left where the database is, a small file system of its own."""

    def __init__(self, folder: str) -> None:
        self.ballast = Path(folder) / "ballast"

    def strike(self, child: int) -> None:
        with self.ballast.open("wb") as file:
            while free := self._free():
                with suppress(OSError):  # the import took some of it meanwhile
                    os.posix_fallocate(file.fileno(), os.fstat(file.fileno()).st_size, free)

    def end(self) -> None:
        self.ballast.unlink(missing_ok=True)

    def _free(self) -> int:
        found = os.statvfs(self.ballast.parent)
        return found.f_bavail * found.f_frsize


def fault(name: str = "import", *where: str) -> Fault:
    return {"import": KilledImport, "server": KilledServer, "disk": FullDisk}[name](*where)
