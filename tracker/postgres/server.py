"""One PostgreSQL server over one folder: made, started, shared by commands, stopped."""

import fcntl
import os
import shlex
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from tracker.postgres import programs
from tracker.postgres.identity import find_identity

SETTINGS = {
    "listen_addresses": "",
    "max_connections": "60",
    "shared_buffers": "256MB",
    "timezone": "UTC",
    "log_timezone": "UTC",
}
# For data that nobody will miss, and that live too briefly to be tidied up: a worker that does so
# can deadlock with a change of the schema, and then ends it.
CARELESS = {
    "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off",
}  # fmt: skip
LONGEST_SOCKET_FOLDER = 80  # the kernel allows 107 bytes with the socket's own name


class Server:
    """The server whose data are in `folder`.

    A disposable server is quick: after a crash its data are made anew. An ephemeral server is
    disposable, and its folder goes when it stops.
    """

    def __init__(
        self, folder: Path, *, ephemeral: bool = False, is_disposable: bool = False
    ) -> None:
        self.identity = find_identity()
        self.ephemeral = ephemeral
        self.is_disposable = ephemeral or is_disposable
        self.folder = self.identity.make_home(folder.resolve())
        self.data = self.folder / "data"
        self.log = self.folder / "log"
        self.kept = self.folder / "kept"  # there while `start` has it running for good
        version = None if self.is_disposable else self._made_by()
        self.programs = self.identity.reachable_programs(programs.find_programs(version))
        self.socket = self._socket_folder()

    def make_url(self, user: str, database: str) -> str:
        """The address for libpq, psycopg and the settings alike."""
        return f"postgresql://{user}@/{database}?host={quote(str(self.socket), safe='')}"

    def start(self) -> None:
        """Start it unless it runs, on a new folder if need be, and wait until it answers."""
        with self._hold_lock("starting", fcntl.LOCK_EX):
            if self.is_disposable and not self.is_running():
                self._remove_broken()
            self._make_data()
            if not self.is_running():
                self._forget_the_dead()
                self._start_postgres()
            self._wait_until_ready()

    def stop(self) -> None:
        if self.is_running():
            self._run_program("pg_ctl", "-D", self.data, "-m", "fast", "-w", "stop", check=True)
        self.kept.unlink(missing_ok=True)
        if self.socket != self.folder:
            shutil.rmtree(self.socket, ignore_errors=True)
        if self.ephemeral:
            shutil.rmtree(self.folder, ignore_errors=True)

    @contextmanager
    def run_while(self) -> Iterator[None]:
        """Runs inside; the last of those who run it at once stops it, unless it was `start`ed."""
        with self._hold_lock("running", fcntl.LOCK_SH) as lock:
            self.start()
            try:
                yield
            finally:
                if not self.kept.exists() and _is_last(lock):
                    self.stop()

    def is_running(self) -> bool:
        """It answers, were it only that it is starting.

        Asked of the socket: `pg_ctl status` takes a zombie for a server, and containers without
        an init are full of zombies.
        """
        return self._read_pid() is not None and self._ask_ready() in (0, 1)

    def _remove_broken(self) -> None:
        """Remove data that a crash may have spoiled, and those of another PostgreSQL."""
        version = programs.major_version(self.programs)
        if self._read_pid() is not None or self._made_by() not in (None, version):
            shutil.rmtree(self.data)

    def _make_data(self) -> None:
        if self._made_by() is not None:
            return
        half = self.folder / "data.half"  # renamed when it is whole
        shutil.rmtree(half, ignore_errors=True)
        options = ["-U", "postgres", "--auth=trust", "--data-checksums", *self._locale_options()]
        if self.is_disposable:
            options.append("--no-sync")
        made = self._run_program("initdb", "-D", half, *options)
        if made.returncode:
            raise SystemExit(f"PostgreSQL could not make {half}:\n{made.stderr}")
        half.rename(self.data)

    def _locale_options(self) -> list[str]:
        """Without these, where LANG is unset, pg_trgm silently finds nothing in Cyrillic."""
        locale = ["--encoding=UTF8", "--locale=C.UTF-8"]
        if programs.major_version(self.programs) >= 17:
            locale += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        return locale

    def _start_postgres(self) -> None:
        settings = SETTINGS | (CARELESS if self.is_disposable else {})
        settings["unix_socket_directories"] = str(self.identity.make_own(self.socket))
        options = " ".join(shlex.quote(f"--{name}={value}") for name, value in settings.items())
        command: list[str | Path] = [
            "-D",
            self.data,
            "-l",
            self.log,
            "-o",
            options,
            "-w",
            "-t",
            "120",
            "start",
        ]
        for _ in range(10):  # the children of a server that was killed hold its data for a moment
            if self._run_program("pg_ctl", *command).returncode == 0:
                return
            time.sleep(0.5)
        raise SystemExit(f"PostgreSQL did not start:\n{self.log.read_text()[-2000:]}")

    def _wait_until_ready(self, seconds: int = 120) -> None:
        for _ in range(seconds * 10):
            if self._ask_ready() == 0:
                return
            time.sleep(0.1)
        raise SystemExit(f"PostgreSQL does not answer:\n{self.log.read_text()[-2000:]}")

    def _ask_ready(self) -> int:
        """What pg_isready says: 0 ready, 1 not yet, 2 nobody there."""
        return self._run_program("pg_isready", "-q", "-U", "postgres", "-h", self.socket).returncode

    def _forget_the_dead(self) -> None:
        """Remove what a killed server left, where its number is now a zombie's or another
        program's: PostgreSQL would take that for itself, still running.

        It cannot open data that are in use: it holds a second lock, in shared memory.
        """
        if (pid := self._read_pid()) and (process := Path("/proc", str(pid))).exists():
            state = (process / "stat").read_text().rpartition(")")[2].split()[0]
            if state == "Z" or (process / "comm").read_text().strip() != "postgres":
                for left in (self.data / "postmaster.pid", *self.socket.glob(".s.PGSQL.*")):
                    left.unlink()

    def _read_pid(self) -> int | None:
        try:
            return int((self.data / "postmaster.pid").read_text().split()[0])
        except (OSError, ValueError, IndexError):
            return None

    def _made_by(self) -> int | None:
        """The major version that made the data, if there are any."""
        try:
            return int((self.data / "PG_VERSION").read_text())
        except (OSError, ValueError):
            return None

    def _socket_folder(self) -> Path:
        """Beside the data, or in a short folder where that address is too long or lists two."""
        if len(os.fsencode(self.folder)) <= LONGEST_SOCKET_FOLDER and "," not in str(self.folder):
            return self.folder
        mark = f"{os.geteuid()}-{self.folder.stat().st_ino}"
        return Path(tempfile.gettempdir(), f"tracker-postgres-{mark}")

    @contextmanager
    def _hold_lock(self, name: str, kind: int) -> Iterator[int]:
        """Held inside, and let go by the kernel when the process dies."""
        with (self.folder / f"{name}.lock").open("w") as file:
            fcntl.flock(file, kind)
            yield file.fileno()

    def _run_program(
        self, program: str, *arguments: str | Path, check: bool = False
    ) -> subprocess.CompletedProcess[str]:
        """Run one of PostgreSQL's programs, with nothing of the caller's own set-up for it."""
        ours = ("PG", "LC_", "LANG")
        return subprocess.run(
            [*self.identity.prefix, self.programs / program, *arguments],
            env={name: value for name, value in os.environ.items() if not name.startswith(ours)},
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=check,
            **self.identity.popen,
        )


def _is_last(lock: int) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
