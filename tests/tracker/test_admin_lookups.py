"""The address of a list asks what its filters ask, and questions no other column."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest
from django.test import RequestFactory

from publishing.admin.accounts import AccountAdmin
from publishing.enums import Role
from publishing.models import Account
from tests.accounts import account
from tests.staff import address

pytestmark = pytest.mark.django_db
LOOKUPS = (
    "", "exact", "iexact", "in", "isnull", "startswith", "contains", "regex", "gt", "lte", "range",
    "year", "date__gte", "id__exact", "id__regex",
)  # fmt: skip
ASKED_BY_DJANGO = {"", "exact", "in", "isnull", "id__exact"}


def list_paths(model: type[Model], hops: int = 1) -> Iterator[str]:
    """Every field of a model, and of what it is related to, in either direction."""
    for field in model._meta.get_fields():
        yield field.name
        if hops and field.is_relation and field.related_model:
            yield from (f"{field.name}__{name}" for name in list_paths(field.related_model, 0))


def find_open_lookups(staff: Any, request: HttpRequest) -> list[str]:
    """What an address may ask beyond the filters that stand beside the list."""
    filters = {getattr(each, "parameter_name", each) for each in staff.get_list_filter(request)}
    asked = {"__".join(filter(None, (path, lookup)))
             for path in list_paths(staff.model) for lookup in LOOKUPS}  # fmt: skip
    beside = {"__".join(filter(None, (name, each))) for name in filters for each in ASKED_BY_DJANGO}
    return sorted(each for each in asked - beside if staff.lookup_allowed(each, "a", request))


@pytest.fixture(params=Role)
def request_of_role(request) -> HttpRequest:
    asked = RequestFactory().get("/")
    asked.user = account(request.param)
    return asked


def test_C1_a_list_is_asked_nothing_beyond_its_filters(request_of_role):  # noqa: N802
    found = {
        type(staff).__name__: lookups
        for staff in admin.site._registry.values()
        if (lookups := find_open_lookups(staff, request_of_role))
    }
    assert found == {}


def test_C1_a_list_that_lets_every_path_through_is_found(request_of_role):  # noqa: N802
    class OpenAdmin(AccountAdmin):
        def lookup_allowed(self, lookup: str, value: Any, request: Any = None) -> bool:
            return any(lookup.startswith(name) for name in self.list_filter)

    found = find_open_lookups(OpenAdmin(Account, admin.site), request_of_role)
    assert "groups__name__regex" in found


def test_C1_no_password_is_guessed_letter_by_letter(administrator, client):  # noqa: N802
    client.force_login(administrator)
    accounts = address(Account, "changelist")
    assert client.get(accounts, {"groups__id__exact": "1"}).status_code == 200
    assert client.get(accounts, {"groups__user__password__startswith": "a"}).status_code == 400
