"""What a list said and nobody imported is forgotten after a month, in the history too."""

from collections.abc import Iterator
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from people.imports import expiry
from people.imports.decisions import decide_row
from people.imports.enums import ImportDecision
from people.imports.plan import plan_next
from people.imports.plan_application import apply_plan
from people.models import Import, ImportRow
from publishing.actions import Refused
from publishing.enums import Role
from publishing.history import attribute_changes
from publishing.models import History
from publishing.seals import find_faults
from tests.accounts import account
from tests.harness.connections import any_role, make_older, run
from tests.people.imports.desk import imported, only_row, planned, somebody
from tests.people.persons.test_expunging import tables_that_hold

CANARY = "Zymaskanary"
PLANS = {"people_import", "people_importrow", "publishing_history"}


@pytest.fixture(autouse=True)
def _clock(django_db_setup, django_db_blocker) -> Iterator[None]:
    """Only somebody past every guard can make a row older than it is."""
    with django_db_blocker.unblock(), any_role():
        yield


def a_plan() -> Import:
    """Whose name stands in a row, in the name of the file and in a header."""
    listing = planned(somebody(name=f"Synta {CANARY}"), somebody(id="8", name=CANARY))
    Import.objects.filter(pk=listing.pk).update(
        file_name=f"{CANARY}.csv", columns=[[CANARY, "name"]]
    )
    listing.refresh_from_db()
    return listing


def grown_old(listing: Import, days: int = 31) -> Import:
    make_older(listing, "created_at", days)
    return listing


def delete_expired() -> str:
    said = StringIO()
    call_command("delete_expired_plans", stdout=said)
    return said.getvalue()


def test_D1_H5_a_plan_that_nobody_applied_is_forgotten_everywhere():  # noqa: N802
    listing = grown_old(a_plan())
    assert tables_that_hold(CANARY) == PLANS
    assert "of 1 lists" in delete_expired()
    assert tables_that_hold(CANARY) == set()
    assert not ImportRow.objects.exists()
    listing.refresh_from_db()
    kept = listing.state, len(listing.file_hash), listing.created_by
    assert kept == ("expired", 64, account(Role.EDITOR))


def test_D1_a_younger_plan_stays():  # noqa: N802
    grown_old(a_plan(), days=29)
    assert "of 0 lists" in delete_expired()
    assert tables_that_hold(CANARY) == PLANS


def test_D1_nobody_makes_a_plan_older_than_the_history_says():  # noqa: N802
    """A process that was taken over would lose the history of what it did."""
    a_plan()
    run("UPDATE people_import SET created_at = created_at - interval '31 days'")
    assert expiry.delete_expired_imports() == 0


def test_H2_forgetting_a_plan_breaks_no_seal():  # noqa: N802
    grown_old(a_plan())
    delete_expired()
    connection.check_constraints()  # the seal of this transaction is closed
    assert list(find_faults()) == []


def test_D1_what_is_over_is_not_imported_though_nobody_deleted_it():  # noqa: N802
    listing, by = grown_old(a_plan()), account(Role.EDITOR)
    for act in (
        lambda: apply_plan(listing, by=by),
        lambda: plan_next(listing, by=by),
        lambda: decide_row(listing.rows.first(), ImportDecision.SKIP, by=by),
    ):
        with pytest.raises(Refused, match="within 30 days"):
            act()


def test_D1_of_an_imported_list_go_the_rows_that_nobody_took():  # noqa: N802
    listing = imported(somebody(), somebody(id="8", name=CANARY, arrested="nonsense"))
    delete_expired()
    assert listing.rows.count() == 2
    grown_old(listing)
    delete_expired()
    assert only_row(listing).is_done
    assert tables_that_hold(CANARY) == set()
    listing.refresh_from_db()
    assert listing.state == "applied"


def test_D1_a_plan_that_gave_way_to_another_is_forgotten_too():  # noqa: N802
    grown_old(a_plan()).delete()
    assert tables_that_hold(CANARY) == {"publishing_history"}
    delete_expired()
    assert tables_that_hold(CANARY) == set()


def test_a_list_that_expired_is_read_again_and_its_reader_deleted_nothing():
    first = grown_old(a_plan())
    with attribute_changes(by=account(Role.REVIEWER)):
        again = a_plan()
    assert not History.objects.filter(actor=account(Role.REVIEWER), row_id=first.pk).exists()
    assert (again.file_hash, again.state) == (first.file_hash, "planned")
    assert Import.objects.filter(state="expired").get() == first


def test_python_and_the_database_wait_as_long():
    assert run("SELECT people_plan_lifetime()") == [(expiry.PLAN_LIFETIME,)]
