"""The people who work with the tracker, one account per role, as fixtures."""

from typing import TYPE_CHECKING

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model

from publishing.enums import Role

if TYPE_CHECKING:  # a plugin is imported before Django is set up
    from publishing.models import Account


def account(role: Role, username: str = "") -> "Account":
    """The account of this name, else of the role's, made where there is none."""
    found, _created = get_user_model().objects.get_or_create(
        username=username or role.value, defaults={"is_staff": True}
    )
    found.groups.add(apps.get_model("auth", "Group").objects.get_or_create(name=role.value)[0])
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
