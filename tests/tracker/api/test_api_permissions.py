"""A1: every route, method and principal is in one table."""

from pathlib import Path

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from publishing.enums import Role
from tests.accounts import account
from tests.tracker.api.nouns import NOUNS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference_world")]
LINES = Path(__file__).with_name("permissions.txt").read_text().splitlines()
TABLE = {
    route: {"anonymous": int(anonymous), "staff": int(staff)}
    for route, anonymous, staff in (line.split() for line in LINES if line[:1] != "#")
}
REFUSED = ("POST", "PUT", "PATCH", "DELETE", "OPTIONS")


def routes() -> set[str]:
    names = get_resolver().reverse_dict.keys()
    found = {name for name in names if isinstance(name, str) and name.startswith("api-")}
    for pattern in get_resolver("tracker.api.urls").url_patterns:
        assert pattern.name, f"{pattern} has no name, so that no table can hold it"
    return found | {pattern.name for pattern in get_resolver("tracker.api.urls").url_patterns}


def address(route: str) -> str:
    noun = route.split("-")[1]
    if not route.endswith(("-detail", "-ledger")):
        return reverse(route)
    return reverse(route, args=[NOUNS[noun].projection.objects.values_list("id").first()[0]])


def client_of(principal: str) -> Client:
    client = Client()
    if principal == "staff":
        client.force_login(account(Role.ADMINISTRATOR))
    return client


def test_a1_every_route_is_in_the_table() -> None:
    assert routes() == TABLE.keys()


def test_a1_a_route_that_is_not_in_the_table_is_missed(monkeypatch) -> None:
    """The negative control."""
    monkeypatch.delitem(TABLE, "api-waves-ledger")
    assert routes() != TABLE.keys()


@pytest.mark.parametrize("principal", ["anonymous", "staff"])
@pytest.mark.parametrize("route", TABLE)
def test_a1_each_cell_is_as_the_table_says(route: str, principal: str) -> None:
    client, at = client_of(principal), address(route)
    assert client.get(at).status_code == TABLE[route][principal]
    assert client.head(at).status_code == TABLE[route][principal]
    takes = {"POST": 415} if TABLE[route][principal] == 405 else {}
    due = {method: takes.get(method, 405) for method in REFUSED}
    assert {method: client.generic(method, at).status_code for method in REFUSED} == due


@pytest.mark.parametrize("route", [route for route in TABLE if TABLE[route]["staff"] == 200])
def test_a_staff_session_sees_what_anybody_sees(route: str) -> None:
    at = address(route)
    anybody, staff = client_of("anonymous").get(at), client_of("staff").get(at)
    assert (anybody.content, anybody.get("ETag")) == (staff.content, staff.get("ETag"))
