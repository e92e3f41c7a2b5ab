"""A1: every address of the staff is in the table, and answers to each role what the table says."""

import pytest
from django.contrib import admin
from django.test import Client

from publishing.enums import Role
from publishing.models import Account
from tests.accounts import account
from tests.harness import admin_access
from tests.harness.routes import Route

pytestmark = pytest.mark.django_db


def test_A1_each_role_is_let_in_where_the_table_says_and_nowhere_else():  # noqa: N802
    now, then = {*admin_access.list_lines()}, {*admin_access.FILE.read_text().splitlines()}
    assert {"more": now - then, "less": then - now} == {"more": set(), "less": set()}
    assert not [line for line in now if "anybody no" not in line]


def test_A1_what_is_open_is_told_from_what_is_shut(monkeypatch):  # noqa: N802
    """The negative control: a page that forgets to ask for the permission."""
    client, url = Client(), "/admin/publishing/account/"
    client.force_login(account(Role.CASEWORKER))
    assert admin_access.tell(client, url, "GET") == "no"
    staff = type(admin.site._registry[Account])
    monkeypatch.setattr(staff, "has_view_permission", lambda *_asked: True)
    assert admin_access.tell(client, url, "GET") == "in"


def test_A1_an_address_that_nobody_listed_is_seen(monkeypatch):  # noqa: N802
    """The negative control: a page more, and a table that does not know it."""
    more = [*admin_access.staff(), Route("admin/unlisted/", None)]
    monkeypatch.setattr(admin_access, "staff", lambda: more)
    lines = admin_access.FILE.read_text().splitlines()
    listed = {line[5:].rpartition(":")[0] for line in lines}
    asked = {template for template, _url in admin_access.list_addresses()}
    assert asked - listed == {"admin/unlisted/"}
