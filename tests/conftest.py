"""A server for the run, a database for each worker, and the public door for each test."""

import atexit
import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.conf import settings
from django.test import TransactionTestCase

from tracker.postgres.database import database

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
os.environ.setdefault("SECRET_KEY", "the-key-of-the-tests")

if "BOOTSTRAP_DATABASE_URL" not in os.environ:  # workers find what the first process started
    server = ExitStack()
    atexit.register(server.close)
    os.environ |= server.enter_context(database(Path("var/postgres"), ephemeral=True))


def pytest_configure() -> None:
    if "BOOTSTRAP_DATABASE_URL" not in os.environ:
        raise pytest.UsageError("The login of DATABASE_URL must be a superuser, to make databases.")
    assert settings.DATABASES  # read now, when the addresses are known


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_blocker, testrun_uid: str, worker_id: str
) -> Iterator[None]:
    from tests import databases

    run = testrun_uid[:8]
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        databases.enter(run, worker_id)
        # A test that commits gets a fresh copy after it; the login that serves may not TRUNCATE.
        patch.setattr(
            TransactionTestCase, "_fixture_teardown", lambda case: databases.enter(run, worker_id)
        )
        yield
        if worker_id == "master":
            databases.drop(run)


@pytest.fixture(autouse=True)
def public_door(request: pytest.FixtureRequest) -> Iterator[None]:
    """Where a test uses the database, its public door stands in the test's own transaction."""
    from tests.doors import one_connection

    marker = request.node.get_closest_marker("django_db")
    if "db" not in request.fixturenames and (marker is None or marker.kwargs.get("transaction")):
        yield
        return
    request.getfixturevalue("db")
    with one_connection():
        yield
