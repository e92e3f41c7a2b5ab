"""Answers that are made once for each edition of what is public, and asked for many times.

Each process keeps its own, in memory: nothing is written to a disk, and nothing outlives an edition
by a second, since every request asks which edition stands.
"""

from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from threading import Lock
from typing import NamedTuple

from django.core.cache import caches
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from publishing.languages import LANGUAGES
from publishing.public_reads import is_kept, read_edition
from tracker.addresses import GetResponse

#: What a reader searched for is kept nowhere, and its address is over after a time.
SEARCHES = {"q", "search"}
#: What else an answer may follow from. A page follows from its address alone.
HEADERS = ("Accept", "Accept-Language", "Sec-Fetch-Dest")
#: Addresses are made up without end; a lock that is forgotten is made again.
MOST_LOCKS = 10_000


class Kept(NamedTuple):
    edition: str
    content: bytes
    headers: dict[str, str]


class KeptAnswers:
    """Keeps the answers of views that `publishing.public_reads.keep_answer` marks.

    Stands outside whatever compresses, so that an answer is compressed once. Of several who ask for
    one that is to be made anew, one makes it, and the others wait for that.
    """

    def __init__(self, respond: GetResponse) -> None:
        self.respond = respond
        self.edition: str | None = None
        #: One for each answer that was kept once; whoever makes it anew holds it.
        self.locks: dict[str, Lock] = {}

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not can_be_kept(request):
            return self.respond(request)
        key = name_answer(request)
        if key not in self.locks:
            return self._make_answer(request, key)
        if answer := self._find_answer(request, key):
            return answer
        with self.locks.setdefault(key, Lock()):
            return self._find_answer(request, key) or self._make_answer(request, key)

    def process_view(self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict) -> None:
        """Notes which edition stands before the view reads anything."""
        if is_kept(view) and can_be_kept(request):
            request.edition = ask_edition()  # type: ignore[attr-defined]

    def _find_answer(self, request: HttpRequest, key: str) -> HttpResponse | None:
        """The answer that is kept, if it is of the edition that stands now."""
        standing = ask_edition()
        self._forget_all_but(standing)
        kept: Kept | None = caches["answers"].get(key)
        if kept is None or kept.edition != standing:
            return None
        response = HttpResponse(kept.content, headers=kept.headers)
        return get_conditional_response(request, kept.headers.get("ETag"), response=response)

    def _make_answer(self, request: HttpRequest, key: str) -> HttpResponse:
        response = self.respond(request)
        begun = getattr(request, "edition", None)
        if response.status_code != 200 or response.streaming:
            return response
        # What was read between two moments of one edition is of this edition.
        if begun and ask_edition() == begun:
            if len(self.locks) > MOST_LOCKS:
                self.locks.clear()
            self.locks.setdefault(key, Lock())
            self._forget_all_but(begun)
            caches["answers"].set(key, Kept(begun, response.content, dict(response.headers)))
        return response

    def _forget_all_but(self, edition: str | None) -> None:
        """Nothing that was public in a former edition stays in memory."""
        if edition != self.edition:
            self.edition = edition
            caches["answers"].clear()


def can_be_kept(request: HttpRequest) -> bool:
    """Whether nothing but the address and some headers decides the answer, nor is it a search's."""
    is_plain = request.method == "GET" and "Authorization" not in request.headers
    return is_plain and SEARCHES.isdisjoint(request.GET)


def name_answer(request: HttpRequest) -> str:
    """The name under which an answer is kept."""
    is_page = request.path_info.removeprefix("/").partition("/")[0] in LANGUAGES
    named = (
        request.scheme,
        request.META.get("HTTP_HOST"),
        request.get_full_path(),
        request.LANGUAGE_CODE,  # type: ignore[attr-defined]
        "gzip" in request.headers.get("Accept-Encoding", ""),
        *(() if is_page else map(request.headers.get, HEADERS)),
    )
    return sha256(repr(named).encode()).hexdigest()


def ask_edition() -> str | None:
    """The edition that stands; none while the database is away, when nothing is to be kept."""
    with suppress(OperationalError):
        return read_edition()
    return None
