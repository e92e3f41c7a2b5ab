"""The reference data, loaded once and copied for each worker, as a fixture."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import connections
from pytest_django import DjangoDbBlocker

from tests import databases


@pytest.fixture(scope="session")
def reference_copy(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, worker_id: str
) -> str:
    """The name of this worker's database that holds the reference data."""
    with django_db_blocker.unblock(), _elsewhere():
        databases.make_reference()
        return databases.enter_copy("REFERENCE", worker_id)


@pytest.fixture(scope="module")
def reference_world(reference_copy: str, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """From here to the end of the module, `db` is a database that holds the reference data.

    For a module whose every test uses it, with `pytestmark = [pytest.mark.django_db,
    pytest.mark.usefixtures("reference_world")]`, and none of whose tests commits: such a test
    leaves a fresh copy of the empty database behind it.
    """
    with django_db_blocker.unblock(), _elsewhere():
        databases.point_at(reference_copy)
        with django_db_blocker.block():
            yield


@contextmanager
def _elsewhere() -> Iterator[None]:
    """Both doors lead to where the block points them, and back to where they led."""
    own = connections.settings["default"]["NAME"]
    connections.close_all()
    try:
        yield
    finally:
        connections.close_all()
        databases.point_at(own)
