"""Every address there is, and a client to whom whatever breaks is an answer like any other."""

from collections.abc import Iterable, Iterator
from itertools import cycle
from typing import Any, TypeVar

from django.apps import apps
from django.contrib import admin
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver

from publishing.models import Record
from tests import factories
from tests.harness.routes import STAFF, Route, walk

T, H = TypeVar("T"), TypeVar("H")
PROBLEM = "application/problem+json"
ROOMS = ("publishing", "sources", "people", "support", "releases")
NOBODY = "00000000-0000-4000-8000-000000000007"


def anybody() -> Client:
    return Client(raise_request_exception=False)


def filled(routes: Iterable[Route], *words: str) -> list[str]:
    """The addresses with each of these words in every blank but the language."""
    return [
        address
        for route in routes
        for word in words
        for address in route.filled(
            **{blank: [word] for blank in route.blanks if blank != "language"}
        )
    ]


def staff() -> list[Route]:
    """Every address of the staff door but the one that logs out."""
    found = {route.template: route for route in walk(get_resolver(), "")}
    return [found[each] for each in found if each.startswith(STAFF) and "logout" not in each]


def forms() -> list[str]:
    """The address of every form by which a record is entered."""
    records = [model._meta for model in admin.site._registry if issubclass(model, Record)]
    return [f"/admin/{each.app_label}/{each.model_name}/add/" for each in records]


def ask(
    client: Client, url: str, query: str = "", method: str = "GET", **more: Any
) -> HttpResponse:
    """Send the query as it stands: nobody quotes it. Its characters are bytes (Latin-1)."""
    return client.generic(method, url, QUERY_STRING=query, **more)


def deal(urls: Iterable[T], hostile: Iterable[H], each: int = 1) -> Iterator[tuple[T, H]]:
    """To every address so many of the hostile things, in turn."""
    turn = cycle(hostile)
    return ((url, next(turn)) for url in urls for _ in range(each))


def broken(client: Client, asked: Iterable[tuple[str, str]], **more: Any) -> list[tuple[str, str]]:
    """The addresses with their queries that break, or refuse in the API without a problem."""
    return [(url, query) for url, query in asked if is_broken(url, ask(client, url, query, **more))]


def is_broken(url: str, answer: HttpResponse) -> bool:
    is_unsaid = url.startswith("/api/") and answer.status_code >= 400
    return answer.status_code >= 500 or (is_unsaid and answer["Content-Type"] != PROBLEM)


def rows() -> Iterator[tuple[str, int]]:
    """How many rows each of our tables holds."""
    for label in ROOMS:
        for model in apps.get_app_config(label).get_models():
            if model._meta.managed:
                yield model._meta.label, model.objects.count()


def something() -> list[str]:
    """What a blank of an address may really hold: keys and slugs of records that are public."""
    wave = factories.published(factories.WaveFactory(slug="there"))
    claim = factories.ClaimFactory(wave=wave)
    factories.published(claim.speaker)
    kept = [
        wave,
        factories.published(claim),
        factories.published(factories.PersonFactory(named=True)),
        factories.published(factories.DestinationFactory()),
    ]
    return [*(str(record.pk) for record in kept), wave.slug]
