# ruff: noqa: N802
"""C11: an administrator alone lets nobody in, and reads no case."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from publishing import rules
from publishing.enums import Role
from publishing.models import Account, History
from tests.accounts import account
from tests.factories import AccountFactory, ContactFactory, OrganisationFactory
from tests.staff import address
from tracker.reference.accounts import make_accounts

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(administrator, client):
    client.force_login(administrator)
    return client


@pytest.mark.parametrize("whose", ["own", "superuser", "reference"])
def test_C11_an_administrator_does_not_touch(whose, desk, administrator):
    one = {
        "own": lambda: administrator,
        "superuser": lambda: AccountFactory(is_superuser=True),
        "reference": lambda: make_accounts()[0],
    }[whose]()
    page = address(one, "change")
    assert desk.post(page, {"username": "another"}).status_code == 403
    assert desk.get(page).status_code == 200


def test_C11_an_administrator_changes_somebody_else(desk):
    one = AccountFactory()
    desk.post(address(one, "change"), {"username": "another", "is_staff": "on"})
    assert Account.objects.get(pk=one.pk).is_staff


def test_C11_who_let_somebody_in_gives_them_no_role(desk, administrator):
    desk.post(address(Account, "add"), {"username": "second-self"})
    made = Account.objects.get(username="second-self")
    given = {"username": made.username, "is_active": "on", "is_staff": "on"}
    given["groups"] = [Group.objects.get_or_create(name=Role.REVIEWER.value)[0].pk]
    desk.post(address(made, "change"), given)
    assert not made.groups.exists()
    assert "another administrator" in rules.cannot_give_roles(made, administrator)
    other = account(Role.ADMINISTRATOR, "other")
    desk.force_login(other)
    desk.post(address(made, "change"), given)
    assert made.groups.exists()


@pytest.mark.parametrize("first", ["role", "link"])
def test_C11_an_administrator_alone_is_no_second_person(first, desk):
    """With an account that another made: either its role, or a link to it."""
    one = AccountFactory(is_staff=True)
    link = reverse("admin:auth_user_password_change", args=[one.pk])
    given = {"username": one.username, "is_active": "on", "is_staff": "on", "is_superuser": "on"}
    given["groups"] = [Group.objects.get_or_create(name=Role.REVIEWER.value)[0].pk]
    made = [desk.post(link).status_code] if first == "link" else []
    desk.post(address(one, "change"), given)
    made += [desk.post(link).status_code]
    one = Account.objects.get(pk=one.pk)
    assert (one.is_superuser, one.groups.exists()) == (False, first == "role")
    assert made == ([302] if first == "role" else [200, 200])


def test_F6_the_history_of_everything_shows_no_case(desk):
    contact, organisation = ContactFactory(), OrganisationFactory()
    shown = desk.get(address(History, "changelist")).context["cl"].queryset
    assert shown.filter(row_id=organisation.pk).exists()
    assert History.objects.filter(row_id=contact.pk).exists()
    assert not shown.filter(row_id=contact.pk).exists()
