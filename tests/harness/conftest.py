"""The world that the harnesses look at: built once for a module, inside one transaction."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from pytest_django import DjangoDbBlocker

if TYPE_CHECKING:  # this file is read before Django is set up
    from tests.harness.worlds import World


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator["World"]:
    """Every noun in every state. A test that changes it does so in a savepoint (`passing`)."""
    from tests.harness.connections import any_role
    from tests.harness.worlds import build

    with django_db_blocker.unblock(), any_role():
        yield build()
