"""The database of the last release, restored and migrated once for the module."""

import gzip
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import connections
from pytest_django import DjangoDbBlocker

from tests import databases
from tests.upgrade.release_dump import DUMP


@pytest.fixture(scope="module")
def upgraded(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, worker_id: str
) -> Iterator[str]:
    """The name of the database, at which both doors point while the module runs."""
    own = connections.settings["default"]["NAME"]
    with django_db_blocker.unblock():
        name = databases.enter_restored(gzip.decompress(DUMP.read_bytes()).decode(), worker_id)
        call_command("migrate", verbosity=0)
        yield name
        connections.close_all()
        databases.point_at(own)
