"""A database of the last release is the normal case: it becomes what a fresh one is."""

import os
import subprocess
import sys
from io import StringIO

import psycopg
import pytest
from django.core.management import call_command
from django.db import connections

from publishing.actions.proposals import accept
from publishing.models import Proposal
from releases.models import Claim, EventLink, Wave
from tests import databases
from tests.upgrade.release_dump import dump
from tracker.reference.accounts import make_accounts

HARNESSES = (
    "tests/harness/test_roles.py",
    "tests/harness/test_surface_matrix.py",
    "tests/harness/test_canaries.py",
)
#: That a harness finds what is planted does not depend on how its database came to be.
CONTROLS = ("-k", "not is_found and not changes_no_answer")

#: Rows of the product, for the harnesses look at a world that they know. It is the last test here.
EMPTY = """
DO $$ DECLARE tables text; BEGIN
    SELECT string_agg(oid::regclass::text, ', ') INTO tables FROM pg_class
    WHERE relkind = 'r' AND relname ~ '^(publishing|sources|people|support|releases)_';
    EXECUTE 'TRUNCATE ' || tables || ' CASCADE';
END $$
"""

pytestmark = pytest.mark.usefixtures("upgraded")


@pytest.fixture
def dump_schema(upgraded, worker_id):
    """The schema of a database, restored once: PostgreSQL words a check anew when it restores."""

    def dump_restored(name: str) -> list[str]:
        once = dump(databases.url(name), "--schema-only").decode()
        restored = databases.enter_restored(once, f"{worker_id}_again")
        return dump(databases.url(restored), "--schema-only").decode().splitlines()

    yield dump_restored
    connections.close_all()
    databases.point_at(upgraded)


def test_the_schema_is_that_of_a_fresh_database(upgraded, dump_schema):
    assert dump_schema(upgraded) == dump_schema(f"test_{os.environ['TEST_MIGRATED']}")


def test_what_happened_until_now_is_sealed():
    said = StringIO()
    call_command("verify_history", stdout=said)
    assert int(said.getvalue().split(":")[0]) > 0


def test_what_the_reference_data_hold_is_loaded_once():
    """What files changed since is told line by line, and waits for somebody who proposes it."""
    call_command("load_reference", stdout=StringIO())
    again = StringIO()
    call_command("load_reference", stdout=again)
    assert "inserted" not in again.getvalue()


def test_a3_what_was_more_than_is_so_again():
    """1,101 was the shorthand for “more than 1,100”, and so was the text with a sign."""
    claim = Claim.objects.get(code="2025-12-15-held-hrw")
    assert (claim.low, claim.is_strict, claim.printed) == (1100, True, "")


def test_a7_what_was_called_to_follow_is_the_least_that_is_true():
    """An event that was mentioned was near in time, and words were about the wave."""
    links = EventLink.objects.values_list("event__code", "relation", "is_denied")
    assert {
        ("lips-red-2025-12", "merely_near", False),
        ("bialiatski-trade", "said_about", False),
        ("smith-unilateral-gesture", "given_in_return", True),
    } <= set(links)


def test_a_proposal_of_the_last_release_can_be_accepted():
    _author, approver = make_accounts()
    accept(Proposal.objects.get(state="open"), by=approver)
    assert Wave.objects.get(slug="2025-12-13").grouping_reason_en == "One agreement."


def test_the_harnesses_are_green(upgraded):
    """In a run of their own, whose databases are copies of this one without its rows."""
    connections.close_all()
    with psycopg.connect(databases.url(upgraded)) as superuser:
        superuser.execute(EMPTY)
    own = f"{os.environ['TEST_RUN']}_upgraded"
    names = {
        "TEST_RUN": own, "TEST_MIGRATED": own, "TEST_OLDER": upgraded.removeprefix("test_"),
    }  # fmt: skip
    said = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *CONTROLS, *HARNESSES],
        env=os.environ | names, capture_output=True, text=True,
    )  # fmt: skip
    assert said.returncode == 0, said.stdout[-3000:]
