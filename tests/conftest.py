"""A server for the run, a database for each worker, and the public door for each test."""

import atexit
import os
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest
from django.conf import settings
from django.test import TransactionTestCase
from hypothesis import settings as properties
from pytest_django import DjangoDbBlocker

from tests import databases
from tests.doors import one_connection
from tracker.postgres.database import open_database

pytest_plugins = ["tests.accounts", "tests.worlds"]

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
os.environ.setdefault("SECRET_KEY", "the-key-of-the-tests")

# What takes long is the matter of the bench: a busy machine makes no property false.
properties.register_profile("tracker", deadline=None)
properties.load_profile("tracker")

run = ExitStack()
atexit.register(run.close)

if "TEST_RUN" not in os.environ:  # the workers find what the first process set up
    os.environ |= run.enter_context(open_database(Path("var/tests"), is_disposable=True))


def pytest_configure(config: pytest.Config) -> None:
    if "BOOTSTRAP_DATABASE_URL" not in os.environ:
        raise pytest.UsageError("The login of DATABASE_URL must be a superuser, to make databases.")
    assert settings.DATABASES  # read now, when the addresses are known
    if "TEST_RUN" not in os.environ:
        names = databases.hold_run(makes_anew=config.getoption("create_db"))
        os.environ |= run.enter_context(names)


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_blocker: DjangoDbBlocker, worker_id: str
) -> Iterator[None]:
    """A test that commits gets a fresh copy after it: the login that serves may not TRUNCATE."""
    enter_copy = partial(databases.enter_copy, "MIGRATED", worker_id)
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        databases.make_migrated()
        enter_copy()
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: enter_copy())
        yield


@pytest.fixture
def db_as_owner(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """Instead of `db`, for a test that makes tables: `default` is the owner's connection."""
    from tracker.management.commands.migrate import entered_as_owner  # needs the models

    with django_db_blocker.unblock(), entered_as_owner("default"):
        yield request.getfixturevalue("db")


@pytest.fixture(autouse=True)
def public_door(request: pytest.FixtureRequest) -> Iterator[None]:
    """Where a test uses the database, its public door stands in the test's own transaction."""
    marker = request.node.get_closest_marker("django_db")
    if "db" not in request.fixturenames and (marker is None or marker.kwargs.get("transaction")):
        yield
        return
    request.getfixturevalue("db")
    with one_connection():
        yield
