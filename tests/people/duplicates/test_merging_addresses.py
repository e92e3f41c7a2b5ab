"""M2: the address of whoever was merged leads to who stays, and to nobody who is hidden."""

import pytest
from django.test import Client

from people.duplicates.merging.actions import undo_merge
from people.models import Merge, Person
from publishing.actions import accept, withdraw
from publishing.enums import Role, WithdrawalReason
from publishing.models import Account
from tests.accounts import account
from tests.factories import PersonFactory, merged, published

pytestmark = pytest.mark.django_db


def answers(client: Client, *people: Person) -> list[tuple[int, str]]:
    return [
        (answer.status_code, answer.get("Location", ""))
        for person in people
        for address in (f"/en/people/{person.pk}/", f"/api/v1/people/{person.pk}/")
        for answer in [client.get(address)]
    ]


def at(person: Person) -> list[tuple[int, str]]:
    return [(308, f"/en/people/{person.pk}/"), (308, f"/api/v1/people/{person.pk}/")]


def undo_it(done: Merge, reviewer: Account) -> None:
    accept(undo_merge(done, by=account(Role.EDITOR), reason="They are two."), by=reviewer)


def test_M2_old_ids_lead_to_who_stays_in_one_step_and_come_back(client, reviewer):  # noqa: N802
    a, b, c = (
        published(PersonFactory(named=True, name__text=f"Synthetic {word}")) for word in "ABC"
    )
    before = answers(client, a, b, c)
    assert {status for status, _where in before} == {200}
    first = merged(a, b)
    assert answers(client, a) == at(b)
    second = merged(b, c)
    assert answers(client, a, b) == at(c) * 2
    undo_it(second, reviewer)
    assert answers(client, a) == at(b)
    undo_it(first, reviewer)
    assert answers(client, a, b, c) == before


def test_M2_an_old_id_leads_to_nobody_who_is_hidden(client, reviewer):  # noqa: N802
    stays, goes = published(PersonFactory(named=True)), published(PersonFactory(named=True))
    merged(goes, stays)
    assert answers(client, goes) == at(stays)
    withdraw(stays, by=reviewer, reason=WithdrawalReason.SAFETY)
    assert {status for status, _where in answers(client, goes)} == {410}
