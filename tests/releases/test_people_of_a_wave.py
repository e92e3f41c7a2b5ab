"""Whom a wave freed: the man who was turned back at the border is not among them."""

import pytest
from django.test import Client

from releases.models import Member
from tests.factories import MemberFactory, PersonFactory, SideFactory, WaveFactory
from tests.factories.life import published

pytestmark = pytest.mark.django_db
PEOPLE = "/api/v1/people/"


@pytest.fixture
def members() -> dict[str, Member]:
    """By outcome, a shown member of the same wave."""
    side = SideFactory(wave=WaveFactory())
    outcomes = ("freed", "turned_back", "unknown")
    found = {
        outcome: MemberFactory(side=side, person=PersonFactory(named=True), outcome=outcome)
        for outcome in outcomes
    }
    for member in found.values():
        published(member.person)
    published(side.wave)
    return found


def ids(client: Client, **query: object) -> list[str]:
    return [each["id"] for each in client.get(PEOPLE, query).json()["results"]]


def test_the_people_of_a_wave_are_those_it_freed(client: Client, members) -> None:
    wave = members["freed"].side.wave_id
    assert ids(client, wave=wave) == [str(members["freed"].person_id)]
    for outcome, member in members.items():
        assert ids(client, wave=wave, outcome=outcome) == [str(member.person_id)]
        assert ids(client, outcome=outcome) == [str(member.person_id)]


def test_the_directory_of_the_site_names_the_same(client: Client, members) -> None:
    page = client.get("/en/people/", {"wave": members["freed"].side.wave_id}).text
    assert [str(one.person_id) in page for one in members.values()] == [True, False, False]


def test_a_person_says_what_became_of_them_in_a_wave(client: Client, members) -> None:
    member = members["turned_back"]
    said = {"wave": str(member.side.wave_id), "side": member.side.number, "role": member.role}
    said |= {"outcome": "turned_back", "is_verified": member.is_verified}
    assert client.get(f"{PEOPLE}{member.person_id}/").json()["memberships"] == [said]
    (listed,) = client.get(PEOPLE, {"outcome": "turned_back"}).json()["results"]
    assert listed["memberships"] == [said]
    lines = client.get(PEOPLE, {"format": "jsonl"}).getvalue().splitlines()
    assert sum(b'"turned_back"' in line for line in lines) == 1


def test_who_is_of_no_wave_says_so(client: Client) -> None:
    person = published(PersonFactory(named=True))
    body = client.get(f"{PEOPLE}{person.pk}/").json()
    assert (body["memberships"], body["missing"]["memberships"]) == ([], "unknown")
