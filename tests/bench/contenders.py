"""Those that are measured, each behind the same server."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tracker.gunicorn import WITHHELD

APPLICATIONS = {
    "ours": "tracker.wsgi:application",
    "anew": "tracker.wsgi:application",
    "ordinary": "tests.bench.ordinary.wsgi:application",
    "limit": "tests.bench.limit:application",
    "static": "tests.bench.static:application",
}
SETTINGS = {"anew": "tests.bench.anew", "ordinary": "tests.bench.ordinary.settings"}
SERVER = ("--config", "python:tracker.gunicorn")


class Contender(NamedTuple):
    name: str
    socket: Path
    process: int


@contextmanager
def running(name: str, environment: dict[str, str], folder: Path) -> Iterator[Contender]:
    """One contender over one database, listening on a socket in `folder` while inside."""
    socket = folder / f"{name}.sock"
    settings = {"DJANGO_SETTINGS_MODULE": SETTINGS.get(name, "tracker.settings")}
    command = [sys.executable, "-m", "gunicorn", APPLICATIONS[name], "--bind", f"unix:{socket}"]
    inherited = os.environ | environment | settings | dict.fromkeys(WITHHELD, "")
    server = subprocess.Popen([*command, *SERVER], env=inherited)
    try:
        _wait(server, socket)
        yield Contender(name, socket, server.pid)
    finally:
        server.terminate()
        server.wait()


def _wait(server: subprocess.Popen, socket: Path, seconds: int = 30) -> None:
    for _ in range(seconds * 10):
        if socket.exists() and server.poll() is None:
            return
        time.sleep(0.1)
    raise SystemExit(f"{socket.stem} did not start.")
