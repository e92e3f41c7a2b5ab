"""What became visible or invisible is told once, in its order, and of nothing that is hidden."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from unittest import mock

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.utils import timezone

from people.persons.actions import withdraw_consent
from publishing.actions import (
    accept,
    confirm_embargo,
    propose,
    publish,
    withdraw,
)
from publishing.enums import Role, WithdrawalReason
from publishing.history import _begin_attribution, attribute_changes
from tests.accounts import account
from tests.factories import (
    ConsentFactory,
    LegFactory,
    MemberFactory,
    OrganisationFactory,
    PersonFactory,
    ReleaseFactory,
    SideFactory,
    WaveFactory,
)
from tests.factories.life import approved, expunged, in_review, merged, published
from tests.tracker.api.conftest import Get

pytestmark = pytest.mark.django_db


@contextmanager
def hours_ago(hours: int) -> Iterator[None]:
    """The transaction's own clock stands still, so what was public must have been so before."""
    with time_machine.travel(timezone.now() - timedelta(hours=hours)):
        yield


def changes(get: Get, **parameters: Any) -> list[dict]:
    return get("changes/", **parameters).json()["results"]


def told(get: Get, record) -> list[str]:
    return [each["change"] for each in changes(get) if each["id"] == str(record.pk)]


def test_a_record_is_created_updated_withdrawn_and_expunged(get: Get) -> None:
    editor, reviewer = account(Role.EDITOR), account(Role.REVIEWER)
    with hours_ago(9):
        place = published(OrganisationFactory(code="one"))
    assert told(get, place) == ["created"]
    with hours_ago(8):
        proposal = propose(place, by=editor, reason="a typo", write=lambda: rename(place))
        assert told(get, place) == ["created"]
        accept(proposal, by=reviewer)
    assert told(get, place) == ["updated"]
    with hours_ago(7):
        withdraw(place, by=editor, reason=WithdrawalReason.DUPLICATE)
    assert told(get, place) == ["withdrawn"]
    with hours_ago(6):
        expunged(place, WithdrawalReason.LEGAL)
    assert told(get, place) == ["expunged"]


def rename(place) -> None:
    place.name_en = "Another"
    place.save()


def test_a_tombstone_has_an_id_and_a_reason_and_nothing_else(get: Get) -> None:
    with hours_ago(9):
        wave = published(WaveFactory())
    with hours_ago(8):
        withdraw(wave, by=wave.created_by, reason=WithdrawalReason.SAFETY, note="secret")
    tombstone = next(each for each in changes(get) if each["id"] == str(wave.pk))
    assert tombstone == {"change": "withdrawn", "id": str(wave.pk), "reason": "safety"}


def test_what_is_not_public_is_in_no_change(get: Get) -> None:
    editor = account(Role.EDITOR)
    tomorrow = timezone.now() + timedelta(days=1)
    with hours_ago(9):
        seen = published(OrganisationFactory())
        hidden = [
            OrganisationFactory(),
            in_review(OrganisationFactory()),
            approved(OrganisationFactory()),
            published(OrganisationFactory(visible_from=tomorrow)),
            published(OrganisationFactory(embargo_condition="all are abroad")),
            published(PersonFactory(visibility="count_only")),
        ]
        never = published(OrganisationFactory(visible_from=tomorrow))
        counted = published(PersonFactory(visibility="count_only"))
        for each in (never, counted):
            withdraw(each, by=editor, reason=WithdrawalReason.OTHER)
            if each is counted:
                expunged(each)
    ids = {each["id"] for each in changes(get, page_size=100)}
    assert str(seen.pk) in ids
    assert not ids & {str(each.pk) for each in (*hidden, never, counted)}


def test_an_embargo_is_told_when_it_opens(get: Get) -> None:
    with hours_ago(9):
        first = published(OrganisationFactory(visible_from=timezone.now() + timedelta(hours=4)))
        second = published(OrganisationFactory(visible_from=timezone.now() + timedelta(hours=2)))
    with hours_ago(6):
        third = published(OrganisationFactory())
    order = [each["id"] for each in changes(get, page_size=100)]
    assert order.index(str(second.pk)) < order.index(str(third.pk)) < order.index(str(first.pk))


def test_who_comes_back_with_a_cursor_gets_what_came_since(get: Get, client: Client) -> None:
    with hours_ago(9):
        for _ in range(5):
            published(OrganisationFactory())
    seen, page = [], get("changes/", page_size=2).json()
    while page["next"]:
        seen += page["results"]
        page = client.get(page["next"]).json()
    seen += page["results"]
    assert seen == changes(get, page_size=100)
    with hours_ago(3):
        later = published(OrganisationFactory())
    assert [each["id"] for each in changes(get, since=page["cursor"])] == [str(later.pk)]
    assert get("changes/", since=page["cursor"]).json()["cursor"] != page["cursor"]


def test_nothing_new_leaves_the_cursor_as_it_is(get: Get) -> None:
    with hours_ago(9):
        published(OrganisationFactory())
    cursor = get("changes/").json()["cursor"]
    again = get("changes/", since=cursor).json()
    assert (again["results"], again["cursor"]) == ([], cursor)


def test_no_change_tells_its_moment(get: Get) -> None:
    with hours_ago(9):
        published(OrganisationFactory())
    for each in changes(get):
        assert each.keys() <= {"change", "id", "noun", "url", "reason"}


@pytest.mark.doors
@pytest.mark.django_db(transaction=True, databases=["default", "public"])
def test_what_commits_late_is_not_skipped(get: Get) -> None:
    """Somebody takes a moment, readers pass by, and only then it is committed."""
    early, late = (approved(OrganisationFactory()) for _ in "ab")
    before = get("changes/", page_size=100).json()["cursor"]
    with begun_by_another() as commit:
        publish(late, by=account(Role.REVIEWER))
        held_back = get("changes/", **since(before)).json()
        assert str(late.pk) not in ids_of(held_back)
        commit()
    publish(early, by=account(Role.REVIEWER))
    assert {str(early.pk), str(late.pk)} <= ids_of(get("changes/", **since(before)).json())


@contextmanager
def begun_by_another() -> Iterator[Callable[[], None]]:
    """A transaction on a connection of its own that has taken its moment and not committed."""
    other = connection.copy()
    other.set_autocommit(False)
    try:
        with mock.patch("publishing.history.connection", other):
            _begin_attribution()
        yield other.commit
    finally:
        other.rollback()
        other.close()


def ids_of(body: dict[str, Any]) -> set[str]:
    return {each["id"] for each in body["results"]}


def since(cursor: str | None) -> dict[str, str]:
    return {"since": cursor} if cursor else {}


def test_whoever_acts_holds_the_moment() -> None:
    with attribute_changes(by=account(Role.EDITOR)), connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_locks"
            " WHERE classid = 20200101 AND objsubid = 2 AND pid = pg_backend_pid()"
        )
        assert cursor.fetchone()[0] == 1


def test_a_withdrawn_record_answers_410_with_its_reason(get: Get) -> None:
    with hours_ago(9):
        wave = published(WaveFactory())
    assert get(f"waves/{wave.pk}/").status_code == 200
    with hours_ago(8):
        withdraw(wave, by=wave.created_by, reason=WithdrawalReason.SAFETY)
    for address in (f"waves/{wave.pk}/", f"waves/{wave.pk}/ledger/"):
        answer = get(address)
        assert (answer.status_code, answer.json()["reason"]) == (410, "safety")
    assert get(f"people/{wave.pk}/").status_code == 404


def test_what_was_never_seen_answers_404(get: Get) -> None:
    tomorrow = timezone.now() + timedelta(days=1)
    with hours_ago(9):
        wave = published(WaveFactory(visible_from=tomorrow))
        withdraw(wave, by=wave.created_by, reason=WithdrawalReason.SAFETY)
    assert get(f"waves/{wave.pk}/").status_code == 404


def test_a_merged_person_answers_308_to_who_stands_for_them(get: Get) -> None:
    with hours_ago(9):
        survivor, absorbed = (published(PersonFactory(named=True)) for _ in range(2))
    merged(absorbed, survivor)
    answer = get(f"people/{absorbed.pk}/")
    assert (answer.status_code, answer["Location"]) == (308, f"/api/v1/people/{survivor.pk}/")
    assert told(get, absorbed) == ["merged"]
    assert told(get, survivor) == ["updated"]


def test_a_person_who_merges_into_somebody_hidden_is_only_gone(get: Get) -> None:
    with hours_ago(9):
        survivor = published(PersonFactory(visibility="count_only"))
        absorbed = published(PersonFactory(named=True))
    merged(absorbed, survivor)
    answer = get(f"people/{absorbed.pk}/")
    assert (answer.status_code, answer.json()["reason"]) == (410, "other")
    assert told(get, survivor) == []


def test_a_consent_that_ends_is_told_like_any_withdrawal(get: Get) -> None:
    editor = account(Role.EDITOR)
    with hours_ago(9):
        person = published(PersonFactory(named=True))
    assert told(get, person) == ["created"]
    with hours_ago(8):
        withdraw_consent(person.consents.get(), by=editor, reason="they asked")
    tombstone = next(each for each in changes(get) if each["id"] == str(person.pk))
    assert tombstone == {"change": "withdrawn", "id": str(person.pk), "reason": "other"}
    assert get(f"people/{person.pk}/").status_code == 410


def test_a_consent_that_ended_before_the_embargo_did_hides_that_there_was_anybody(get: Get) -> None:
    with hours_ago(9):
        opens = timezone.now() + timedelta(hours=4)
        person = published(PersonFactory(named=True, visible_from=opens))
    with hours_ago(8):
        withdraw_consent(person.consents.get(), by=account(Role.EDITOR), reason="they asked")
    assert told(get, person) == []
    assert get(f"people/{person.pk}/").status_code == 404


def test_a_release_goes_with_the_consent_to_show_custody(get: Get) -> None:
    with hours_ago(9):
        person = PersonFactory(named=True)
        custody = ConsentFactory(person=person, field_group="custody")
        release = ReleaseFactory(person=published(person))
        release = published(release)
    assert told(get, release) == ["created"]
    with hours_ago(8):
        withdraw_consent(custody, by=account(Role.EDITOR), reason="they asked")
    assert told(get, release) == ["withdrawn"]
    assert told(get, person) == ["updated"]
    assert get(f"releases/{release.pk}/").status_code == 410


def test_a_release_that_was_never_shown_is_in_no_change(get: Get) -> None:
    with hours_ago(9):
        release = published(ReleaseFactory(person=published(PersonFactory(named=True))))
    assert told(get, release) == []
    assert get(f"releases/{release.pk}/").status_code == 404


@pytest.mark.parametrize("do", ["withdrawn", "expunged"])
def test_why_somebody_was_withdrawn_is_told_nowhere(get: Get, do: str) -> None:
    editor, request = account(Role.EDITOR), WithdrawalReason.AT_THE_PERSONS_REQUEST
    with hours_ago(9):
        person = PersonFactory(named=True)
        ConsentFactory(person=person, field_group="custody")
        release = published(ReleaseFactory(person=published(person)))
    for row in (release, person):
        withdraw(row, by=editor, reason=request)
        if do == "expunged":
            expunged(row, request)
    gone = {each["id"]: each["reason"] for each in changes(get) if each["change"] == do}
    assert gone == {str(row): "other" for row in (release.pk, person.pk)}
    assert get(f"people/{person.pk}/").json()["reason"] == "other"


def test_what_belongs_to_a_wave_opens_with_it(get: Get) -> None:
    with hours_ago(9):
        person = PersonFactory(named=True)
        for group in ("custody", "journey"):
            ConsentFactory(person=person, field_group=group)
        wave = WaveFactory(embargo_condition="The last of them crossed.")
        member = MemberFactory(side=SideFactory(wave=wave), person=person)
        LegFactory(person=person, wave=wave)
        release = ReleaseFactory(member=member)
        for row in (person, wave, release):
            published(row)
    assert (told(get, release), get("legs/").json()["results"]) == ([], [])
    with hours_ago(8):
        confirm_embargo(wave, by=account(Role.ADMINISTRATOR), reason="They crossed.")
    assert told(get, release) == ["created"]
    assert [leg["person_id"] for leg in get("legs/").json()["results"]] == [str(person.pk)]
