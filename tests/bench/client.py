"""Readers that keep their connections, each asking again once it is answered."""

import http.client
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path


class WrongAnswer(Exception):
    """Whoever asked was given no 200."""


class Connection(http.client.HTTPConnection):
    """HTTP over a socket of the file system."""

    def __init__(self, path: Path) -> None:
        super().__init__("localhost", timeout=60)
        self.path = str(path)

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self.path)

    def ask(self, address: str) -> bytes:
        """The body of a 200; anything else is a `WrongAnswer`."""
        self.request("GET", address)
        response = self.getresponse()
        body = response.read()
        if response.status != 200:
            raise WrongAnswer(f"{response.status} of {self.path} for {address}: {body[:300]!r}")
        return body


def ask(path: Path, address: str) -> bytes:
    connection = Connection(path)
    try:
        return connection.ask(address)
    finally:
        connection.close()


def load(path: Path, addresses: list[str], seconds: float, readers: int = 1) -> tuple[int, float]:
    """Ask for the addresses in turn for so long; gives the answers and the seconds they took."""
    counts: list[int] = []
    errors: list[Exception] = []
    begun = time.perf_counter()

    def run(turn: int) -> None:
        try:
            counts.append(sum(1 for _ in _answers(path, addresses, turn, begun + seconds)))
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=run, args=(turn,)) for turn in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return sum(counts), time.perf_counter() - begun


def _answers(path: Path, addresses: list[str], turn: int, until: float) -> Iterator[bytes]:
    connection = Connection(path)
    while time.perf_counter() < until:
        yield connection.ask(addresses[turn % len(addresses)])
        turn += 1
    connection.close()
