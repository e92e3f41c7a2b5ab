"""An import that is killed leaves nothing or everything, and the next run completes (E5).

`KILLS` is how many times it is killed at a random moment, `KILLED_ROWS` how long its list is.
"""
# ruff: noqa: N802

import os
import random
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.db import connection

from people.models import Identifier, ImportRow, Person
from publishing.enums import Role
from sources.models import Source
from tests.accounts import account
from tests.factories import SourceFactory
from tests.people.imports import lists

KILLS = int(os.environ.get("KILLS", 2))
ROWS = int(os.environ.get("KILLED_ROWS", 120))
ROOT = Path(__file__).parents[3]
OTHERS = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""


def started(file: Path, source: Source) -> subprocess.Popen:
    address = urlsplit(os.environ["DATABASE_URL"])
    database = urlunsplit(address._replace(path=f"/{connection.settings_dict['NAME']}"))
    command = [sys.executable, "manage.py", "import", str(file), "--format", "machine-export"]
    return subprocess.Popen(
        [*command, "--source", str(source.pk), "--by", "editor", "--commit"],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": database},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def the_server_let_go() -> None:
    """A server process notices that its client is gone only when it next speaks to it."""
    with connection.cursor() as cursor:
        for _try in range(600):
            cursor.execute(OTHERS)
            if cursor.fetchone() == (0,):
                return
            sleep(0.1)
    raise AssertionError("A killed import still holds the database.")


def people_of(source: Source) -> int:
    return Identifier.objects.filter(scheme=source.publisher.code).count()


def is_whole(source: Source) -> bool:
    """Everything is there and the list says so, or nothing is and it does not."""
    new = ImportRow.objects.filter(listing__source=source, verdict="new")
    applied = new.filter(listing__state="applied", is_done=True).count()
    return people_of(source) == applied and Person.objects.count() == Identifier.objects.count()


@pytest.mark.django_db(transaction=True)
def test_E5_killed_at_any_point_it_leaves_nothing_or_everything_and_completes(tmp_path):
    account(Role.EDITOR)
    seed = random.randrange(2**32)
    draw, full = random.Random(seed), 0.0
    for attempt in range(KILLS + 1):
        source, file = SourceFactory(), tmp_path / f"{attempt}.csv"
        lists.write(file, ROWS, start=attempt * ROWS)
        began = monotonic()
        run = started(file, source)
        if attempt:
            sleep(draw.uniform(0.3, full))
            os.killpg(run.pid, signal.SIGKILL)
        run.wait()
        full = full or monotonic() - began
        the_server_let_go()
        assert is_whole(source), f"attempt {attempt} of seed {seed}"
        started(file, source).wait()
        assert people_of(source)
        assert is_whole(source)
