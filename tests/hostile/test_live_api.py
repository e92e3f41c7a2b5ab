"""What a client sees of the API as it is served, by two processes behind the proxy.

A test client asks Django. What gunicorn or the proxy answers itself, and what one process holds and
the other does not, is seen here alone.
"""

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.hostile.servers import find_free_port, run_gunicorn
from tests.hostile.test_logs import CADDYFILE, HAS_CADDY, caddy

pytestmark = pytest.mark.django_db(transaction=True)

Answer = tuple[int, dict[str, str], bytes]


@pytest.fixture(scope="module")
def logs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("live")


@pytest.fixture
def port(logs: Path) -> Iterator[int]:
    port = find_free_port()
    with run_gunicorn(port, logs / "gunicorn"):
        yield port


def send(port: int, line: bytes, *headers: bytes) -> Answer:
    """The answer to these very bytes: a library would correct them before it sends them."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as wire:
        more = b"".join(header + b"\r\n" for header in headers)
        wire.sendall(
            line + b" HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + more + b"\r\n"
        )
        received = b"".join(iter(lambda: wire.recv(65536), b""))
    head, _, body = received.partition(b"\r\n\r\n")
    status, *lines = head.decode().split("\r\n")
    named = (each.split(": ", 1) for each in lines)
    return int(status.split()[1]), {name.title(): value for name, value in named}, body


def problem(answer: Answer) -> tuple[int, str]:
    """The status and the kind of an answer, which must be a problem that nobody may keep."""
    status, headers, body = answer
    told = json.loads(body)
    assert headers["Content-Type"] == "application/problem+json"
    assert "no-store" in headers["Cache-Control"]
    assert told["status"] == status
    assert told["instance"].startswith("urn:uuid:")
    return status, told["type"].rpartition("#")[2]


UNREADABLE = {
    "as people type it": ("GET /api/v1/people/?search=Алесь".encode(), 400, "bad-request"),
    "no request at all": (b"\x00\xff", 400, "bad-request"),
    "a little too long": (b"GET /api/v1/people/?search=" + b"a" * 8_100, 414, "address-too-long"),
    "much too long": (b"GET /api/v1/people/?search=" + b"a" * 60_000, 414, "address-too-long"),
}


def test_a_live_server_answers_as_the_document_says(port):
    for _ in range(12):  # a reader of Belarusian wakes both processes
        assert send(port, b"GET /be/")[0] == 200
    schemas = {send(port, b"GET /api/v1/schema/")[2] for _ in range(12)}
    assert len(schemas) == 1
    assert b"Sentence served in full" in schemas.pop()
    told = {case: problem(send(port, line)) for case, (line, _, _) in UNREADABLE.items()}
    assert told == {case: (status, kind) for case, (_, status, kind) in UNREADABLE.items()}
    refused = send(port, b"GET /api/v1/waves/", b"Authorization: Bearer abc")
    assert (problem(refused), refused[1]["Www-Authenticate"]) == ((401, "bad-key"), "Bearer")


@HAS_CADDY
def test_what_the_proxy_says_itself_is_a_problem_too(logs):
    port = find_free_port()
    with caddy(CADDYFILE, port, find_free_port(), logs / "caddy"):
        assert problem(send(port, b"GET /api/v1/waves/")) == (502, "unavailable")
        status, headers, body = send(port, b"GET /en/")
    assert (status, headers["Cache-Control"], b"does not answer" in body) == (502, "no-store", True)
    assert "Server" not in headers
