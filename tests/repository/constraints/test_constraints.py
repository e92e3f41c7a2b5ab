"""G1: whatever the catalogue says is held refuses a bad row, and without it that row passes."""

from collections.abc import Iterator
from functools import partial

import pytest
from django.db import connection

from publishing.enums import Role
from publishing.models import BaseModel, History
from sources.models import Organisation
from tests.accounts import account
from tests.factories import OrganisationFactory
from tests.repository.constraints import catalogue
from tests.repository.constraints.catalogue import Held
from tests.repository.constraints.checks import CHECKS, COPIED
from tests.repository.constraints.families import FAMILIES, WITHOUT_TEXT
from tests.repository.constraints.guards import BREACHES
from tests.repository.constraints.holding import is_held_by, refusal, run, settle, undone
from tests.repository.constraints.rows import holds, is_mapped, valid, where
from tracker.management.commands.migrate import entered_as_owner

TABLES = catalogue.tables()
#: Triggers that refuse nothing, but write; and one that refuses only who owns no table.
WRITES = (
    "access_is_given_by_two",
    "closed_at_commit",
    "edition_at_delete",
    "edition_at_insert",
    "edition_at_update",
    "opens_an_edition",
    "history",
    "history_of_update",
    "history_of_delete",
    "writers_of_insert",
    "writers_of_update",
    "writers_of_delete",
    "forget_writers",
    "opening_stays",
    "people_merge_has_its_moment",
    "public_names_at_delete",
    "public_names_at_insert",
    "public_names_at_update",
    "uncompared",
    "uncompared_when_new",
)
#: Each trigger of the history, and a change of any row that only it tells.
CHANGES = {
    "history_of_update": "UPDATE {table} SET id = gen_random_uuid() WHERE {row}",
    "history_of_delete": "DELETE FROM {table} WHERE {row}",
}
#: Its rows are gone with the transaction that wrote them.
GONE_AT_COMMIT = {"publishing_changedrecord"}
GUARDED = {(breach.table, breach.trigger) for breach in BREACHES}
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def owner(django_db_setup, django_db_blocker) -> Iterator[None]:
    """Only the owner of a table can take a constraint away; it is no superuser."""
    with django_db_blocker.unblock(), entered_as_owner("default"):
        yield


@pytest.fixture(autouse=True)
def _somebody_else(db) -> None:
    account(Role.REVIEWER)


def unmapped() -> list[Held]:
    return [
        one
        for one in catalogue.held()
        if not (
            is_mapped(one)
            if one.kind != "trigger"
            else one.name in (*WRITES, *FAMILIES) or (one.table, one.name) in GUARDED
        )
    ]


def broken_at_its_yield(act, lifted: str = "") -> Iterator[None]:
    """Run the lawful half of a breach, take the guard away if asked, and do the rest."""
    steps = act()
    next(steps)
    settle()
    if lifted:
        run(lifted)
    next(steps, None)


def guards(guard: Held, refused: str, act) -> None:
    assert refusal(lambda: broken_at_its_yield(act)) == refused
    assert refusal(lambda: broken_at_its_yield(act, guard.lifted)) == ""


def test_everything_in_the_catalogue_has_its_bad_row():
    assert unmapped() == []


def test_a_constraint_without_a_bad_row_would_be_missed():
    run("ALTER TABLE people_person ADD CONSTRAINT is_new CHECK (sex <> 'x')")
    assert [one.name for one in unmapped()] == ["is_new"]


def test_a_guard_without_a_breach_would_be_missed():
    run(
        "CREATE TRIGGER is_new AFTER UPDATE ON people_person"
        " FOR EACH ROW EXECUTE FUNCTION publishing_guard_text()"
    )
    assert [one.name for one in unmapped()] == ["is_new"]


def test_nothing_is_mapped_that_is_not_in_the_catalogue():
    held = {one.name for one in catalogue.held()}
    assert {*CHECKS, *COPIED} - held == set()
    assert GUARDED - {(one.table, one.name) for one in catalogue.held()} == set()


@pytest.mark.parametrize("table", sorted(TABLES.keys() - GONE_AT_COMMIT))
def test_each_constraint_of_a_table_refuses_its_bad_row_and_only_it_does(table):
    row, held = valid(TABLES[table]), catalogue.held(table)
    settle()
    for one in held:
        if one.kind != "trigger":
            holds(one, row, held)


@pytest.mark.parametrize("table", [t for t, m in TABLES.items() if issubclass(m, BaseModel)])
def test_each_guard_that_a_table_has_from_its_kind_refuses_and_only_it_does(table):
    for guard in catalogue.held(table):
        if guard.name in FAMILIES and (guard.name, table) not in IDLE:
            refused, act = FAMILIES[guard.name]
            guards(guard, refused, partial(act, TABLES[table]))


IDLE = {("text_is_clean", table) for table in WITHOUT_TEXT}


@pytest.mark.parametrize("breach", BREACHES, ids=lambda breach: breach.act.__name__.strip("_"))
def test_each_guard_across_rows_refuses_and_only_it_does(breach):
    guards(Held(breach.table, "trigger", breach.trigger), breach.refusal, breach.act)


@pytest.mark.parametrize("table", [t for t, m in TABLES.items() if issubclass(m, BaseModel)])
def test_what_changes_a_table_is_in_the_history_because_of_its_trigger(table):
    def entries() -> int:
        return History.objects.filter(table_name=table).count()

    with undone():
        valid(TABLES[table])
        assert entries() > 0
        settle()
        run(Held(table, "trigger", "history").lifted)
        before = entries()
        valid(TABLES[table])
        assert entries() == before


@pytest.mark.parametrize("trigger", CHANGES)
@pytest.mark.parametrize("table", [t for t, m in TABLES.items() if issubclass(m, BaseModel)])
def test_every_change_of_a_table_is_in_the_history_because_of_a_trigger(table, trigger):
    def told() -> bool:
        before = History.objects.filter(table_name=table).count()
        with undone():
            run(CHANGES[trigger].format(table=table, row=where(row)))
            return History.objects.filter(table_name=table).count() > before

    row = valid(TABLES[table])
    settle()
    assert told()
    run(Held(table, "trigger", trigger).lifted)
    assert not told()


def test_an_inexact_date_is_refused_by_the_domain():
    is_held_by(
        "edtf_is_valid",
        "ALTER DOMAIN public.edtf DROP CONSTRAINT edtf_is_valid",
        partial(run, "SELECT 'soon'::public.edtf"),
    )


def test_a_good_row_is_not_taken_for_a_bad_one():
    organisation = OrganisationFactory()
    settle()
    held = Held("sources_organisation", "u", "sources_organisation_code_key")
    with pytest.raises(AssertionError):
        is_held_by(held.name, held.lifted, OrganisationFactory)
    assert Organisation.objects.get() == organisation
    assert connection.in_atomic_block
