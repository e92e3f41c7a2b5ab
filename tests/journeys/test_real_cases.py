"""Cases that happened, with invented people: none of them needs code of its own."""

from typing import Any

import pytest
from django.test import Client

from people.models import Person
from publishing.admin import get_admin_url
from releases.models import Claim, Wave
from tests.factories import (
    ClaimFactory,
    ClaimScopeFactory,
    ConsentFactory,
    CustodyFactory,
    DestinationFactory,
    LegFactory,
    MemberFactory,
    OrganisationFactory,
    PersonFactory,
    ReleaseFactory,
    SideFactory,
    SpeakerFactory,
    StatementFactory,
    SumFactory,
    SumPartFactory,
    published,
)
from tests.journeys.reading import words_of
from tests.releases.ledger.builders import exactly

pytestmark = pytest.mark.django_db


@pytest.fixture
def wave() -> Wave:
    """A wave with one side, still a draft, for people to be put into."""
    dates = {"wave__released_on": None, "wave__decided_on": "2025-09-11"}
    return SideFactory(wave__slug="case", **dates).wave


def claims(wave: Wave, *figures: tuple[str, int, dict[str, str]]) -> list[Claim]:
    """One claim of one speaker for each measure, number and scope."""
    speaker = published(SpeakerFactory(name_en="Synthetic Monitor"))
    made = []
    for measure, number, scope in figures:
        bounds = {"measure": measure, "low": number, "high": number}
        claim = ClaimFactory(wave=wave, speaker=speaker, **bounds)
        for dimension, value in scope.items():
            ClaimScopeFactory(claim=claim, dimension=dimension, value=value)
        made.append(claim)
    return made


def add_up(total: Claim, *parts: Claim, kind: str = "whole", person: Person | None = None) -> None:
    whole = SumFactory(total=total, kind=kind)
    for part in parts:
        SumPartFactory(sum=whole, claim=part)
    if person:
        SumPartFactory(sum=whole, claim=None, person=person)


def ledger(client: Client, wave: Wave, *said: Claim) -> dict[str, Any]:
    """The ledger of the wave, after it and what is said of it are public."""
    published(wave)
    for claim in said:
        published(claim)
    return client.get(f"/api/v1/waves/{wave.pk}/ledger/").json()


def agreement(found: dict[str, Any]) -> tuple[str, Any]:
    (checked,) = found["sums"]
    return checked["agreement"], checked["gap"]


def named(text: str) -> Person:
    """Somebody who agreed that all of it is shown."""
    person = PersonFactory(named=True, name__text=text)
    for group in ("custody", "journey"):
        ConsentFactory(person=person, field_group=group)
    return person


def turned_back(wave: Wave) -> Person:
    """Pardoned, taken to the border, refused to cross, held again, freed five months later."""
    person = named("Synthetic Ned")
    prison, border = (published(DestinationFactory(country="BY", name_en=n)) for n in "PB")
    MemberFactory(side=wave.sides.get(), person=person, outcome="turned_back")
    CustodyFactory(person=person, started="2020", ended="2026-02", ending="ended")
    way = ("expulsion_to_the_border", prison, border), ("return_to_custody", border, prison)
    for number, (kind, origin, destination) in enumerate(way, start=1):
        places = {"origin": origin, "destination": destination, "departed_on": "2025-09-11"}
        LegFactory(person=person, wave=wave, number=number, kind=kind, **places)
    return person


def test_three_dates_of_one_person_are_a_decree_a_leg_and_a_release(client, wave):
    person = turned_back(wave)
    published(wave)
    published(person)
    published(ReleaseFactory(person=person, released_on="2026-02", legal_basis="medical_grounds"))
    page = words_of(client, f"/en/people/{person.pk}/")
    assert "Released · Turned back at the border" in page
    assert "11 September 2025" in page
    assert "Released on February 2026 Legal basis Medical grounds" in page
    (release,) = client.get(f"/api/v1/releases/?person={person.pk}").json()["results"]
    assert (release["wave_id"], release["released_on"]["value"]) == (None, "2026-02")


def test_52_pardoned_are_51_who_crossed_and_one_person_who_is_shown(client, wave):
    person = published(turned_back(wave))
    pardoned, crossed, returned = claims(
        wave, ("released", 52, {}), ("crossed", 51, {}), ("returned_to_custody", 1, {})
    )
    add_up(pardoned, crossed, person=person)
    found = ledger(client, wave, pardoned, crossed, returned)
    assert agreement(found) == ("agree", exactly(0))
    assert "Synthetic Ned" in words_of(client, "/en/waves/case/")


def test_of_250_nobody_is_invented(client, wave):
    whole, inside, deported = claims(
        wave,
        ("released", 250, {}),
        ("released", 235, {"disposition": "stayed_in_the_country"}),
        ("released", 15, {"disposition": "deported_abroad", "documents": "none"}),
    )
    add_up(whole, inside, deported)
    found = ledger(client, wave, whole, inside, deported)
    assert agreement(found) == ("agree", exactly(0))
    assert found["counts"][0]["public"] == {"named": 0, "pseudonym": 0, "verified": 0}
    assert "Nobody of this release is named here." in words_of(client, "/en/waves/case/")


def test_a_list_of_228_is_told_apart(client, wave):
    listed, flown, refused, declined, stripped = claims(
        wave,
        ("listed", 228, {}),
        ("released", 222, {}),
        ("refused_by_receiving_state", 4, {}),
        ("refused_to_leave", 2, {}),
        ("citizenship_stripped", 222, {}),
    )
    add_up(listed, flown, refused, declined)
    found = ledger(client, wave, listed, flown, refused, declined, stripped)
    assert agreement(found) == ("agree", exactly(0))
    assert found["counts"][0]["claimed"] == {**exactly(222), "preferred": None}
    assert "Refused by the receiving state" in words_of(client, "/en/waves/case/")


def test_a_breakdown_into_13_of_14_shows_its_gap(client, wave):
    countries = {"GB": 6, "US": 4, "LT": 2, "JP": 1}
    whole, *parts = claims(
        wave,
        ("released", 14, {}),
        *(("released", number, {"citizenship": code}) for code, number in countries.items()),
    )
    add_up(whole, *parts)
    assert agreement(ledger(client, wave, whole, *parts)) == ("short", exactly(-1))
    page = words_of(client, "/en/waves/case/")
    assert "= 13" in page
    assert "Total stated: 14" in page


def test_freed_by_some_and_held_by_others_is_no_release(client):
    person = published(named("Synthetic Oda"))
    for field, name in (("released", "Synthetic Post"), ("still_held", "Synthetic Monitor")):
        speaker = published(SpeakerFactory(name_en=name))
        published(StatementFactory(wave=None, person=person, field=field, speaker=speaker))
    page = words_of(client, f"/en/people/{person.pk}/")
    for field, name in (("Was released", "Post"), ("Is still held", "Monitor")):
        assert f"{field} All names are public. According to Synthetic {name}" in page
    assert "The record holds no release of this person." in page
    assert client.get(f"/api/v1/releases/?person={person.pk}").json()["results"] == []


def test_a_refusal_that_was_taken_back_stands_as_taken_back(client, wave):
    speaker = published(SpeakerFactory())
    said = StatementFactory(wave=wave, field="refused", speaker=speaker, standing="withdrawn")
    published(wave)
    published(said)
    assert "Withdrawn" in words_of(client, "/en/waves/case/")


def test_626_and_154_are_two_counters_and_no_range(client, wave):
    official, counted = claims(wave, ("released", 626, {}), ("released", 154, {}))
    counted.yardstick = published(OrganisationFactory())
    counted.save()
    found = ledger(client, wave, official, counted)
    assert found["counts"][0]["claimed"] == {**exactly(626), "preferred": None}
    assert "154–626" not in words_of(client, "/en/waves/case/")


def test_what_our_records_cannot_answer_is_not_answered_with_nobody(client, wave, administrator):
    published(wave)
    for claim in claims(wave, ("recognised", 100, {}), ("released", 123, {})):
        published(claim)
    client.force_login(administrator)
    page = words_of(client, get_admin_url(wave, "record"))
    assert "Released · recorded here: 0" in page
    assert "Recognised" not in page
