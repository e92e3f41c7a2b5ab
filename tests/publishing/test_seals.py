"""Whoever rewrites the history breaks its chain, and the command names the place."""

import os
import random
from collections.abc import Callable
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from publishing.enums import Role
from publishing.history import attribute_changes
from publishing.models import History, Seal
from publishing.seals import find_faults, get_head, holds_head
from tests.accounts import account
from tests.factories import HostFactory, OrganisationFactory, expunged
from tests.harness.connections import any_role, passing, past_every_guard, run

#: The run of every day; the long one: `TAMPERINGS=1000 make test ARGS="-k test_H2"`.
TAMPERINGS = int(os.environ.get("TAMPERINGS", "25"))


@pytest.fixture(scope="module")
def history(django_db_setup, django_db_blocker):
    """A dozen transactions, two of them expunged; each commits where its seal is closed."""
    with django_db_blocker.unblock(), any_role():
        for number in range(10):
            with attribute_changes(by=account(Role.EDITOR), reason=f"Reason {number}."):
                HostFactory(host=f"{number}.example")
            commit()
        for _each in range(2):
            expunged(OrganisationFactory(name_en="Canary"))
            commit()
        yield list(History.objects.order_by("id"))


def commit() -> None:
    connection.check_constraints()


def verify(**options: str) -> str:
    said = StringIO()
    call_command("verify_history", stdout=said, **options)
    return said.getvalue().strip()


def test_H2_a_history_that_nobody_touched_is_whole(history):  # noqa: N802
    """The negative control, and H5: expunging breaks no seal."""
    assert list(find_faults()) == []
    assert verify() == get_head()
    assert verify(head=str(Seal.objects.order_by("number")[3])) == get_head()


def test_H2_every_entry_is_sealed_once_and_in_order(history):  # noqa: N802
    seals = Seal.objects.order_by("number")
    assert [seal.number for seal in seals] == list(range(1, len(seals) + 1))
    assert [each for seal in seals for each in seal.entries] == [each.pk for each in history]


# --- What somebody does who has every right


def remove(entry: History) -> None:
    run("DELETE FROM publishing_history WHERE id = %s", entry.pk)


def change(entry: History) -> None:
    column, value = random.choice(list(VALUES.items()))
    run(f"UPDATE publishing_history SET {column} = {value} WHERE id = %s", entry.pk)


#: Every column that an entry has, and another value for it.
VALUES = {
    "at": "at + interval '1 microsecond'",
    "transaction": "transaction + 1",
    "actor_id": "CASE WHEN actor_id IS NULL THEN (SELECT min(id) FROM publishing_account) END",
    "login": "login || 'x'",
    "table_name": "table_name || 'x'",
    "row_id": "gen_random_uuid()",
    "operation": "CASE operation WHEN 'insert' THEN 'update' ELSE 'insert' END",
    "commitment": "sha256(commitment)",
}
OF_CONTENT = {
    "reason": "reason || 'x'",
    "old": "coalesce(old, '{}') || '{\"added\": 1}'",
    "new": "coalesce(new, '{}') || '{\"added\": 1}'",
    "salt": "gen_random_uuid()",
}


def change_content(entry: History) -> None:
    column, value = random.choice(list(OF_CONTENT.items()))
    run(f"UPDATE publishing_history SET {column} = {value} WHERE id = %s", entry.pk)


def empty(entry: History) -> None:
    run(
        "UPDATE publishing_history SET old = NULL, new = NULL, salt = NULL, reason = ''"
        " WHERE id = %s", entry.pk,
    )  # fmt: skip


def insert(entry: History) -> None:
    columns = "at, transaction, actor_id, login, reason, table_name, row_id, operation, old, new"
    columns += ", salt, commitment"
    run(
        f"INSERT INTO publishing_history ({columns}) SELECT {columns} FROM publishing_history"
        " WHERE id = %s", entry.pk,
    )  # fmt: skip


def swap(entry: History) -> None:
    """With the entry before it, or the first with the second."""
    run(
        "UPDATE publishing_history h SET id = CASE h.id WHEN a THEN b ELSE a END + 1000000"
        " FROM (SELECT max(id) AS a, min(id) AS b FROM (SELECT id FROM publishing_history"
        " ORDER BY id <= %s DESC, abs(id - %s) LIMIT 2) two) two WHERE h.id IN (a, b)",
        entry.pk, entry.pk,
    )  # fmt: skip
    run("UPDATE publishing_history SET id = id - 1000000 WHERE id > 1000000")


TAMPER: list[Callable[[History], None]] = [remove, change, change_content, empty, insert, swap]


@pytest.mark.parametrize("number", range(TAMPERINGS))
def test_H2_whoever_touches_an_entry_is_found_and_the_entry_named(  # noqa: N802
    history, number
):
    tamper = TAMPER[number % len(TAMPER)]
    entry = random.choice([each for each in history if each.salt])
    with passing():
        newest = history[-1].pk
        with past_every_guard():
            tamper(entry)
        named = {fault.entry for fault in find_faults()}
        assert named
        assert entry.pk in named or (tamper is insert and min(named) > newest)
        with pytest.raises(CommandError, match="broken"):
            verify()


@pytest.mark.parametrize("column", [*VALUES, *OF_CONTENT])
def test_H2_no_column_of_an_entry_can_be_changed(history, column):  # noqa: N802
    entry = next(each for each in history if each.salt)
    with passing(), past_every_guard():
        value = (VALUES | OF_CONTENT)[column]
        run(f"UPDATE publishing_history SET {column} = {value} WHERE id = %s", entry.pk)
        assert [fault.entry for fault in find_faults()] == [entry.pk]


REMOVE_LAST = "DELETE FROM publishing_seal WHERE number = (SELECT max(number) FROM publishing_seal)"
#: With the entries that it sealed, as somebody would who knows of the chain.
WITH_ENTRIES = "DELETE FROM publishing_history WHERE id = ANY (%s)"


def test_H2_a_seal_that_is_gone_or_moved_is_named(history):  # noqa: N802
    third = Seal.objects.get(number=3)
    with passing(), past_every_guard():
        run("DELETE FROM publishing_seal WHERE number = 3")
        run(WITH_ENTRIES, third.entries)
        assert next((fault.seal, fault.entry) for fault in find_faults()) == (3, None)
    with passing(), past_every_guard():
        run("UPDATE publishing_seal SET digests = digests || digests WHERE number = 3")
        assert 3 in {fault.seal for fault in find_faults()}


def test_H2_an_end_that_was_cut_off_is_told_by_a_head_kept_elsewhere(history):  # noqa: N802
    kept, last = get_head(), Seal.objects.order_by("number").last()
    with passing(), past_every_guard():
        run(REMOVE_LAST)
        run(WITH_ENTRIES, last.entries)
        assert list(find_faults()) == []  # the negative control: nothing here remembers it
        assert not holds_head(kept)
        with pytest.raises(CommandError, match="cut off"):
            verify(head=kept)


def test_a_head_is_number_and_hash(history):
    assert not holds_head("1:00")
    assert not holds_head("nonsense")
    assert holds_head("0:")
