"""Asking the public site, and what of an answer counts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.encoding import iri_to_uri

#: Differs between two answers to the same question: the request's own number, how many are left.
PASSING = ("Request-Id", "RateLimit", "Retry-After", "Date")
NUMBER = re.compile(rb"urn:uuid:[0-9a-f-]{36}")


@dataclass(frozen=True)
class Answer:
    """What came back; `queries` is how many statements the public door ran for it."""

    address: str
    status: int
    headers: dict[str, str] = field(hash=False)
    body: bytes
    queries: int

    @property
    def text(self) -> str:
        return self.body.decode(errors="replace") + str(self.headers)

    @property
    def said(self) -> tuple:
        """All by which two answers can be told apart."""
        return self.status, tuple(sorted(self.headers.items())), self.body, self.queries


def ask(address: str, **headers: str) -> Answer:
    """GET `address` as anybody may, over HTTPS."""
    client = Client(raise_request_exception=False)
    with CaptureQueriesContext(connections["public"]) as captured:
        response = client.get(iri_to_uri(address), secure=True, headers=headers)
        streamed = getattr(response, "streaming_content", None)
        body = response.content if streamed is None else b"".join(streamed)
    kept = {name: text for name, text in response.headers.items() if not passes(name)}
    body = NUMBER.sub(b"urn:uuid:", body)
    return Answer(address, response.status_code, kept, body, len(captured))


def passes(header: str) -> bool:
    return header.startswith(PASSING)


def ask_all(addresses: Iterable[str]) -> Iterator[Answer]:
    return (ask(address) for address in dict.fromkeys(addresses))
