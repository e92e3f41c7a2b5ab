"""What gunicorn says of a request that it cannot read: a problem, as every other answer is.

It has no address yet that could tell a page from the API. Nothing that was sent is repeated.
"""

import socket
from contextlib import suppress
from http import HTTPStatus
from typing import Any
from uuid import uuid4

from gunicorn.http.errors import (
    InvalidResponseHeader,
    InvalidResponseHeaderName,
    LimitRequestLine,
    ParseException,
)
from gunicorn.workers.gthread import ThreadWorker

from publishing.api.problems import KINDS, MEDIA_TYPE, write_problem

HEAD = {
    "Connection": "close",
    "Content-Type": MEDIA_TYPE,
    "Content-Language": "en",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Worker(ThreadWorker):
    """Gunicorn's own, but for the page of HTML that repeats what it could not read."""

    def handle_error(
        self, request: Any, client: socket.socket, address: Any, error: Exception
    ) -> None:
        name = name_problem(error)
        if name == "internal":
            self.log.exception("Error handling request")
        with suppress(OSError):  # whoever asked may be gone
            client.sendall(answer_unread(name))


def answer_unread(name: str) -> bytes:
    """The whole answer that tells a problem, on the wire."""
    status, body = HTTPStatus(KINDS[name].status), write_problem(str(uuid4()), name)
    line = f"HTTP/1.1 {status.value} {status.phrase}"
    head = HEAD | {"Content-Length": len(body)}
    lines = [line, *(f"{header}: {value}" for header, value in head.items()), "", ""]
    return "\r\n".join(lines).encode() + body


def name_problem(error: Exception) -> str:
    if isinstance(error, LimitRequestLine):
        return "address-too-long"
    is_ours = isinstance(error, (InvalidResponseHeader, InvalidResponseHeaderName))
    return "bad-request" if isinstance(error, ParseException) and not is_ours else "internal"
