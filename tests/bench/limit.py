"""What PostgreSQL can give at all: one prepared statement makes the answer, and this sends it.

It reads the published rows as the public's role does. Lists and objects are the API's own values;
for the ledger and the pages it is what they are made of, as one JSON, with nothing reckoned. For a
search it is the ids of those found, and nothing of them.
"""

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import psycopg

from tests.bench.statements import EVERYBODY, STATEMENTS

OPTIONS = "-c jit=off -c plan_cache_mode=force_generic_plan -c statement_timeout=0"
own = threading.local()


def application(environ: dict[str, Any], start_response: Callable) -> Iterable[bytes]:
    noun, _, key = environ["PATH_INFO"].strip("/").partition("/")
    if noun == "everybody":
        start_response("200 OK", [("Content-Type", "application/x-ndjson")])
        return _copy()
    (body,) = _connection().execute(STATEMENTS[noun], {"key": key}, prepare=True).fetchone()
    start_response(
        "200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(body)))]
    )
    return [body]


def _copy() -> Iterator[bytes]:
    """An object a line, as COPY gives it."""
    with _connection().cursor() as cursor, cursor.copy(EVERYBODY) as blocks:
        yield from map(bytes, blocks)


def _connection() -> psycopg.Connection:
    """One for each thread of the server, kept."""
    if not hasattr(own, "connection"):
        own.connection = psycopg.connect(
            os.environ["PUBLIC_DATABASE_URL"],
            options=f"-c role=tracker_public {OPTIONS}",
            autocommit=True,
        )
        own.connection.adapters.register_loader("text", _Bytes)
    return own.connection


class _Bytes(psycopg.adapt.Loader):
    """A text as its bytes: it is sent as it came."""

    def load(self, data: Any) -> bytes:
        return bytes(data)
