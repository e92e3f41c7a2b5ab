"""An import that is broken off leaves nothing or everything, and the next run completes (E5).

`KILLS` is how many times it is, at a random moment; `make bench` kills 200. `DISK=full` fills the
database's disk too, where a file system may be mounted:

    KILLS=50 DISK=full make test ARGS="tests/people/imports/test_killed.py"
"""
# ruff: noqa: N802

import json
import os
import subprocess
import sys
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connection, connections

from tests.factories import IdentifierFactory
from tests.people.imports.desk import planned, somebody
from tests.people.imports.killing import is_whole
from tests.people.imports.small_disk import copied, mounted

KILLS, ROWS = int(os.environ.get("KILLS", 2)), 60


def killed(database: str, *arguments: object) -> dict[str, Any]:
    """What `killing` prints of this database, to which nobody is connected."""
    url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{database}").geturl()
    run = subprocess.run(
        [sys.executable, "-m", "tests.people.imports.killing", str(KILLS), *map(str, arguments)],
        env=os.environ | {"DATABASE_URL": url},
        check=True,
        stdout=subprocess.PIPE,
    )
    return json.loads(run.stdout)


@pytest.fixture
def database(transactional_db) -> str:
    name = connection.settings_dict["NAME"]
    connections.close_all()
    return name


@pytest.mark.parametrize("fault", ["import", "server"])
def test_E5_killed_at_any_point_it_leaves_nothing_or_everything_and_completes(fault, database):
    found = killed(database, ROWS, fault)
    assert (found["half"], found["left"]) == ([], []), found


@pytest.mark.skipif(os.environ.get("DISK") != "full", reason="DISK=full fills a disk.")
def test_E5_with_a_full_disk_it_leaves_nothing_or_everything_and_completes(database):
    with mounted(megabytes=96 + 8 * KILLS) as folder:
        if folder is None:
            pytest.skip("This user may not mount a file system.")
        with copied(database, folder) as copy:
            found = killed(copy, ROWS * 10, "disk", folder)
    assert (found["half"], found["left"]) == ([], []), found


@pytest.mark.django_db
def test_E5_half_an_import_would_be_seen():
    listing = planned(somebody())
    assert is_whole(listing.source)
    IdentifierFactory(scheme=listing.scheme, value="7")
    assert not is_whole(listing.source)
