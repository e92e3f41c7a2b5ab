"""The product as it is served: gunicorn over this worker's own database."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from django.db import connections

from tracker.gunicorn import WITHHELD

DOORS = ("DATABASE_URL", "PUBLIC_DATABASE_URL")


def find_free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@contextmanager
def run_server(
    command: list[str], port: int, log: Path, environment: dict[str, str]
) -> Iterator[subprocess.Popen]:
    """A server with its output in `log`, from its first answer on. An empty variable is absent."""
    inherited = {name: value for name, value in (os.environ | environment).items() if value}
    with log.open("wb") as file:
        process = subprocess.Popen(command, env=inherited, stdout=file, stderr=subprocess.STDOUT)
    try:
        for _ in range(300):
            with suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                break
            assert process.poll() is None, log.read_text()
            time.sleep(0.1)
        yield process
    finally:
        process.terminate()
        process.wait(20)


def run_gunicorn(
    port: int, log: Path, *options: str, application: str = "tracker.wsgi", **environment: str
) -> AbstractContextManager[subprocess.Popen]:
    command = [sys.executable, "-m", "gunicorn", application, "--config"]
    command += ["python:tracker.gunicorn", "--bind", f"127.0.0.1:{port}", *options]
    settings = {
        "DJANGO_SETTINGS_MODULE": "tracker.settings",
        "HTTPS": "off",
        "SECOND_FACTOR": "off",
    } | dict.fromkeys(WITHHELD, "")
    return run_server(command, port, log, settings | find_addresses() | environment)


def find_addresses() -> dict[str, str]:
    """The doors of the database that this test is in."""
    name = connections["default"].settings_dict["NAME"]
    return {
        door: urlunsplit(urlsplit(os.environ[door])._replace(path=f"/{name}"))
        for door in DOORS
        if door in os.environ
    }
