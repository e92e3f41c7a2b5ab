"""A leg is told of in the feed like any record, and its address never becomes a 404.

It is no record: it goes with its person, with its wave, and with a proposal that takes it away.
"""

from collections.abc import Callable

import pytest

from people.models import Person
from people.persons.actions import withdraw_consent
from publishing.actions import accept, confirm_embargo, propose, withdraw
from publishing.enums import Role, WithdrawalReason
from releases.models import Leg, Release
from tests.accounts import account
from tests.factories import (
    ConsentFactory,
    LegFactory,
    PersonFactory,
    PublicRoleCitationFactory,
    PublicRoleFactory,
    ReleaseFactory,
    WaveFactory,
)
from tests.factories.life import merged, published
from tests.tracker.api.conftest import Get
from tests.tracker.api.test_api_changes import changes, hours_ago, told

pytestmark = pytest.mark.django_db


def traveller(*groups: str, **what: object) -> Person:
    """A draft of somebody who agreed to these groups of fields beside their name."""
    person = PersonFactory(named=True, **what)
    for group in groups:
        ConsentFactory(person=person, field_group=group)
    return person


@pytest.fixture
def leg() -> Leg:
    """A leg that the public saw nine hours ago."""
    with hours_ago(9):
        person = traveller("custody", "journey")
        leg = LegFactory(person=person)
        published(person)
    return leg


def proposed(person: Person, write: Callable[[], object]) -> None:
    proposal = propose(person, by=account(Role.EDITOR), reason="a mistake", write=write)
    accept(proposal, by=account(Role.REVIEWER))


def end_journey(leg: Leg) -> None:
    consent = leg.person.consents.get(field_group="journey")
    withdraw_consent(consent, by=account(Role.EDITOR), reason="they asked")


def withdraw_person(leg: Leg) -> None:
    withdraw(leg.person, by=account(Role.EDITOR), reason=WithdrawalReason.SAFETY)


def merge_into_hidden(leg: Leg) -> None:
    merged(leg.person, published(PersonFactory(visibility="count_only")))


def delete_leg(leg: Leg) -> None:
    proposed(leg.person, lambda: Leg.objects.get(pk=leg.pk).delete())


def hide_with_wave(leg: Leg) -> None:
    wave = published(WaveFactory(embargo_condition="The last of them crossed."))
    proposed(leg.person, lambda: Leg.objects.filter(pk=leg.pk).update(wave=wave))


GOING = [end_journey, withdraw_person, merge_into_hidden, delete_leg, hide_with_wave]


@pytest.mark.parametrize("go", GOING)
def test_A17_a_leg_that_goes_leaves_a_tombstone(get: Get, leg: Leg, go) -> None:  # noqa: N802
    assert told(get, leg) == ["created"]
    assert get(f"legs/{leg.pk}/").status_code == 200
    with hours_ago(6):
        go(leg)
    gone = [each for each in changes(get, page_size=100) if each["id"] == str(leg.pk)]
    assert gone == [{"change": "withdrawn", "id": str(leg.pk), "reason": "other"}]
    answer = get(f"legs/{leg.pk}/")
    assert (answer.status_code, answer.json()["reason"]) == (410, "other")


def test_a_leg_changes_with_its_person(get: Get, leg: Leg) -> None:
    with hours_ago(6):
        proposed(leg.person, lambda: Leg.objects.filter(pk=leg.pk).update(documents="none"))
    assert told(get, leg) == ["updated"]


def test_a_leg_that_moves_to_somebody_shown_stays(get: Get, leg: Leg) -> None:
    with hours_ago(8):
        survivor = published(traveller("custody", "journey"))
    with hours_ago(6):
        merged(leg.person, survivor)
    assert told(get, leg) == ["created"]


@pytest.mark.parametrize("groups", [(), ("custody",)])
def test_a_leg_that_was_never_seen_is_in_no_change(get: Get, groups) -> None:
    with hours_ago(9):
        person = traveller(*groups)
        leg = LegFactory(person=person)
        published(person)
    assert (told(get, leg), get(f"legs/{leg.pk}/").status_code) == ([], 404)
    with hours_ago(6):
        delete_leg(leg)
    assert (told(get, leg), get(f"legs/{leg.pk}/").status_code) == ([], 404)


def test_a_leg_that_comes_after_the_consent_ended_is_in_no_change(get: Get, leg: Leg) -> None:
    with hours_ago(8):
        end_journey(leg)
    late = LegFactory.build(
        person=leg.person, number=2, origin=leg.destination, destination=leg.origin
    )
    with hours_ago(7):
        proposed(leg.person, late.save)
    assert told(get, late) == []
    with hours_ago(6):
        withdraw_person(leg)
    assert get(f"legs/{late.pk}/").status_code == 404


def test_a_leg_of_a_wave_opens_and_closes_with_it(get: Get) -> None:
    with hours_ago(9):
        wave = WaveFactory(embargo_condition="The last of them crossed.")
        leg = LegFactory(person=traveller("journey"), wave=wave)
        for row in (leg.person, wave):
            published(row)
    assert told(get, leg) == []
    with hours_ago(8):
        confirm_embargo(wave, by=account(Role.ADMINISTRATOR), reason="They crossed.")
    assert told(get, leg) == ["created"]
    with hours_ago(7):
        withdraw(wave, by=account(Role.EDITOR), reason=WithdrawalReason.SAFETY)
    assert (told(get, leg), get(f"legs/{leg.pk}/").status_code) == (["withdrawn"], 410)


# --- A release is a record, and goes in the same ways.


def release_of(person: Person) -> Release:
    return published(ReleaseFactory(person=published(person)))


def test_a_release_goes_with_the_public_role_that_showed_it(get: Get) -> None:
    with hours_ago(9):
        person = traveller()
        cited = PublicRoleCitationFactory(public_role=PublicRoleFactory(person=person))
        release = release_of(person)
    assert told(get, release) == ["created"]
    with hours_ago(6):
        proposed(person, cited.public_role.delete)
    assert (told(get, person), told(get, release)) == (["updated"], ["withdrawn"])
    assert get(f"releases/{release.pk}/").status_code == 410
