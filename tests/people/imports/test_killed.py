"""An import that is killed leaves nothing or everything, and the next run completes (E5).

`KILLS` is how many times it is killed at a random moment; `make bench` kills 200.
"""
# ruff: noqa: N802

import json
import os
import subprocess
import sys
from urllib.parse import urlsplit

import pytest
from django.db import connection, connections

from tests.factories import IdentifierFactory
from tests.people.imports.desk import planned, somebody
from tests.people.imports.killing import is_whole

KILLS, ROWS = int(os.environ.get("KILLS", 2)), 60


@pytest.mark.django_db(transaction=True)
def test_E5_killed_at_any_point_it_leaves_nothing_or_everything_and_completes():
    address = urlsplit(os.environ["DATABASE_URL"])
    database = address._replace(path=f"/{connection.settings_dict['NAME']}").geturl()
    connections.close_all()  # it waits until nobody else is there
    run = subprocess.run(
        [sys.executable, "-m", "tests.people.imports.killing", str(KILLS), str(ROWS)],
        env=os.environ | {"DATABASE_URL": database},
        check=True,
        stdout=subprocess.PIPE,
    )
    found = json.loads(run.stdout)
    assert (found["half"], found["left"]) == ([], []), f"seed {found['seed']}"


@pytest.mark.django_db
def test_E5_half_an_import_would_be_seen():
    listing = planned(somebody())
    assert is_whole(listing.source)
    IdentifierFactory(scheme=listing.scheme, value="7")
    assert not is_whole(listing.source)
