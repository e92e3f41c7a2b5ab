"""The people who work with the tracker, one account per role, as fixtures."""

from typing import TYPE_CHECKING

import pytest
from django.contrib.auth import get_user_model
from django.db import connection

from publishing.enums import Role

if TYPE_CHECKING:  # a plugin is imported before Django is set up
    from publishing.models import Account


def account(role: Role, username: str = "") -> "Account":
    """The account of this name, else of the role's, made where there is none."""
    found, _is_new = get_user_model().objects.get_or_create(username=username or role.value)
    return open_account(found, role)


def open_account(found: "Account", role: str = "") -> "Account":
    """The account as the operator opens it, with a role if one is named."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tests.open_account(%s, %s)", [found.pk, role])
    found.is_active = found.is_staff = True
    return found


@pytest.fixture
def editor(db) -> "Account":
    return account(Role.EDITOR)


@pytest.fixture
def reviewer(db) -> "Account":
    return account(Role.REVIEWER)


@pytest.fixture
def caseworker(db) -> "Account":
    return account(Role.CASEWORKER)


@pytest.fixture
def administrator(db) -> "Account":
    return account(Role.ADMINISTRATOR)


@pytest.fixture
def all_roles(db) -> "Account":
    """Somebody who may open every page: an administrator sees no case."""
    return [account(role, "of-all-roles") for role in Role][-1]
