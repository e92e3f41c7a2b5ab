"""What each address of the staff answers to each role, about a row that there is.

`in`: the page, or what follows a form. `no`: the form of login, 403, 405. `none`: there is no such.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from unittest import mock

from django.contrib import admin
from django.db import transaction
from django.db.models import Model
from django.http import HttpResponse
from django.template.response import SimpleTemplateResponse
from django.test import Client
from django.urls import reverse
from zeal import zeal_ignore

from publishing.enums import Role
from publishing.models import Tombstone
from tests.accounts import account
from tests.factories import PersonFactory
from tests.harness.routes import Route
from tests.hostile.asking import NOBODY, ask, staff
from tests.repository.constraints.rows import FACTORIES

FILE = Path(__file__).with_name("admin_access.txt")
METHODS = ("GET", "POST")
#: Open to whoever is not in yet: each decides by itself whom it lets go on.
OPEN = ("admin/login/", "admin/second-factor/", "admin/link/", "admin/passkeys/")
WORDS = {"name": "submit", "app_label": "people", "url": "nothing", "number": "1"}
SHUT = (403, 405)


def list_lines() -> Iterator[str]:
    """One line for each address and method: what it answers to whom."""
    clients = {"anybody": Client(raise_request_exception=False)}
    for role in Role:
        clients[role.value] = Client(raise_request_exception=False)
        clients[role.value].force_login(account(role))
    for template, url in list_addresses():
        for method in METHODS:
            said = [f"{who} {tell(client, url, method)}" for who, client in clients.items()]
            yield f"{method:<4} {template}: {', '.join(said)}"


def list_addresses() -> list[tuple[str, str]]:
    """Every template of an address, and the address of a row of ours."""
    people, find_key = [str(PersonFactory().pk) for _ in range(2)], cache(find_row)
    found = []
    for route in staff():
        if not route.template.startswith(OPEN):
            key = find_key(find_model(route)) if route.blanks else ""
            words = {blank: [WORDS.get(blank, key)] for blank in route.blanks}
            words |= {"first": people[:1], "second": people[1:]} if "first" in words else {}
            words |= {"key": people[:1]} if route.template.startswith("admin/people/merge/") else {}
            found += [(route.template, url) for url in route.filled(**words)]
    return found


def find_model(route: Route) -> type[Model] | None:
    """The noun that an address is about, by its first two words."""
    place = "/".join(route.template.split("/")[1:3])
    labels = {f"{m._meta.app_label}/{m._meta.model_name}": m for m in admin.site._registry}
    return labels.get(place)


def find_row(model: type[Model] | None) -> str:
    """The key of a row; of what the database alone writes there may be none."""
    if model is None:
        return NOBODY
    row = model._default_manager.first()
    if row is None and model in FACTORIES and model is not Tombstone:
        row = FACTORIES[model]()
    return str(row.pk) if row else NOBODY


def tell(client: Client, url: str, method: str) -> str:
    """Ask, and take back what a form changes."""
    with undrawn(), transaction.atomic():
        answer = ask(client, url, method=method)
        transaction.set_rollback(True)
    return name_answer(answer)


@contextmanager
def undrawn() -> Iterator[None]:
    """Pages are neither drawn nor given their menu, and nobody counts their queries."""
    blank = mock.patch.object(SimpleTemplateResponse, "rendered_content", "")
    bare = mock.patch.object(admin.site, "each_context", return_value={})
    with blank, bare, zeal_ignore():
        yield


def name_answer(answer: HttpResponse) -> str:
    place = answer.get("Location", "")
    if answer.status_code in SHUT or "/login/" in place:
        return "no"
    return "none" if answer.status_code == 404 or place == reverse("admin:index") else "in"
