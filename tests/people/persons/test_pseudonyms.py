"""L4: somebody who was named becomes another person to the world, never a pseudonym of the name."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from people.models import Person
from publishing.actions import Refused, propose
from publishing.enums import Role
from publishing.models import Account
from publishing.violations import sentences_by_name
from tests.accounts import account
from tests.factories import NameFactory, PersonFactory, published
from tests.staff import address

pytestmark = pytest.mark.django_db
NAME, PSEUDONYM = "Synta Realnaja", "Zhuk"
ANSWERS = {"pseudonym": PSEUDONYM, "given_on": "2026-11-01", "reason": "Asked by telephone."}


@contextmanager
def hours_ago(hours: int) -> Iterator[None]:
    with time_machine.travel(timezone.now() - timedelta(hours=hours)):
        yield


@pytest.fixture
def named() -> Person:
    with hours_ago(9):
        person = PersonFactory(named=True)
        NameFactory(person=person, text=NAME)
        return published(person)


@pytest.fixture
def desk(editor) -> Client:
    return log_in(editor)


def log_in(by: Account) -> Client:
    client = Client()
    client.force_login(by)
    return client


@pytest.fixture
def pseudonym(editor, named) -> Person:
    """The record that the button of staff drafted, published afterwards."""
    with hours_ago(8):  # in a session of that time, which is over by now
        log_in(editor).post(address(named, "act", "pseudonym"), ANSWERS)
    return published(Person.objects.get(named_record=named.pk))


def ask(path: str, client: Client, **parameters: Any) -> Any:
    return client.get(f"/api/v1/{path}", parameters).json()


def test_L4_a_proposal_to_make_a_name_a_pseudonym_is_refused_at_once(named):  # noqa: N802
    named.visibility, named.pseudonym = "pseudonym", PSEUDONYM
    with pytest.raises(Refused) as refused:
        propose(named, by=account(Role.EDITOR), reason="Asked.", write=named.save)
    guard = "people_person_once_named_takes_no_pseudonym"
    assert refused.value.messages == [str(sentences_by_name()[guard])]


def test_L4_the_old_address_is_gone_and_leads_nowhere(client, named, pseudonym):  # noqa: N802
    gone = client.get(f"/api/v1/people/{named.pk}/")
    assert (gone.status_code, gone.json()["reason"]) == (410, "other")
    assert str(pseudonym.pk) not in gone.content.decode()
    assert client.get(f"/en/people/{named.pk}/").status_code == 410
    told = {each["id"]: each["change"] for each in ask("changes/", client)["results"]}
    assert told[str(named.pk)] == "withdrawn"


def test_L4_the_pseudonym_is_shown_under_a_new_address_alone(client, named, pseudonym):  # noqa: N802
    shown = ask(f"people/{pseudonym.pk}/", client)
    assert (shown["name"], shown["names"]) == (PSEUDONYM, [])
    answers = [
        client.get(path).content.decode()
        for path in (f"/en/people/{pseudonym.pk}/", f"/api/v1/people/{pseudonym.pk}/")
    ]
    assert [text for text in answers if str(named.pk) in text or NAME in text] == []
    assert ask("people/", client, search=NAME)["results"] == []


def test_L4_staff_see_that_both_are_one_person(desk, named, pseudonym):  # noqa: N802
    pages = [desk.get(address(one, "change")).content.decode() for one in (named, pseudonym)]
    assert address(pseudonym, "change") in pages[0]
    assert address(named, "change") in pages[1]


def test_there_is_no_second_pseudonym_and_none_of_whoever_was_never_named(desk, pseudonym):
    counted = published(PersonFactory())
    named = Person.objects.get(pk=pseudonym.named_record)
    for person in (counted, named, pseudonym):
        desk.post(address(person, "act", "pseudonym"), ANSWERS)
    assert Person.objects.exclude(named_record=None).get() == pseudonym
