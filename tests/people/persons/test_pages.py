"""The directory and the page of one person."""

import re
import uuid
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from publishing.actions import withdraw
from publishing.enums import Role, WithdrawalReason
from tests.accounts import account
from tests.factories import (
    ConsentFactory,
    CustodyFactory,
    LegFactory,
    MemberFactory,
    NameFactory,
    PersonCategoryFactory,
    PersonFactory,
    ReleaseFactory,
    SideFactory,
    StatementFactory,
    merged,
    published,
)

pytestmark = pytest.mark.django_db
DIRECTORY = "/en/people/"


def named(text: str, **options) -> PersonFactory:
    return PersonFactory(named=True, name__text=text, name__is_preferred=True, **options)


def page(client: Client, person, language: str = "en") -> str:
    answer = client.get(f"/{language}/people/{person.id}/")
    assert answer.status_code == 200
    return answer.text


def test_the_directory_lists_people_who_are_shown_by_name(client: Client) -> None:
    for text in ("Cherry", "Āpple", "Banana"):
        published(named(text))
    listed = re.findall(r"/\">(\w+)</a></bdi>", client.get(DIRECTORY).text)
    assert listed == ["Āpple", "Banana", "Cherry"]


def test_whoever_is_only_counted_is_not_in_the_directory(client: Client) -> None:
    shown = published(named("Shown"))
    assert str(shown.id) in client.get(DIRECTORY).text
    counted = published(PersonFactory())
    assert str(counted.id) not in client.get(DIRECTORY).text


def test_a_searched_name_stands_in_no_address(client: Client) -> None:
    published(named("Jadviha"))
    answer = client.post(DIRECTORY, {"search": "jadvi"}, follow=True)
    (address, status), *_ = answer.redirect_chain
    assert (status, "jadvi" in address, "Jadviha" in answer.text) == (303, False, True)
    assert not re.search(r'(?:href|action|src)="[^"]*jadvi', answer.text)
    assert not answer.cookies


def test_the_address_of_a_search_tells_nobody_which_name_it_was(client: Client) -> None:
    sent = ["a", "a", "Святлана Ціханоўская"]
    addresses = {client.post(DIRECTORY, {"search": text})["Location"] for text in sent}
    assert len(addresses) == 3  # the same name has another one each time
    assert len({len(address) for address in addresses}) == 1


def test_a_search_is_over_after_a_quarter_of_an_hour(client: Client) -> None:
    published(named("Jadviha"))
    address = client.post(DIRECTORY, {"search": "jadvi"})["Location"]
    for minutes, status in ((14, 200), (16, 410)):
        with time_machine.travel(timezone.now() + timedelta(minutes=minutes)):
            answer = client.get(address)
        assert (answer.status_code, "Jadviha" in answer.text) == (status, status == 200)
    assert "This search is over" in answer.text
    assert client.get(f"{DIRECTORY}?q=x").status_code == 410


def test_a_search_that_is_too_long_is_a_400(client: Client) -> None:
    answer = client.post(DIRECTORY, {"search": "a " * 9}, follow=True)
    assert answer.status_code == 400


def test_a_search_without_a_name_leads_to_the_filters_in_the_address(client: Client) -> None:
    answer = client.post(DIRECTORY, {"search": " ", "category": "lawyer"})
    assert (answer.status_code, answer["Location"]) == (303, f"{DIRECTORY}?category=lawyer")


def test_a_search_finds_any_form_of_the_name(client: Client) -> None:
    person = named("Jadviha")
    NameFactory(person=person, text="Ядвіга", language="be")
    published(person)
    published(named("Somebody"))
    found = client.post(DIRECTORY, {"search": "ядв"}, follow=True).text
    assert "Jadviha" in found or "Ядвіга" in found
    assert "Somebody" not in found


def test_the_directory_is_filtered_by_category(client: Client) -> None:
    lawyer = named("Lawyer")
    PersonCategoryFactory(person=lawyer, category="lawyer")
    published(lawyer)
    other = published(named("Somebody"))
    assert str(other.id) in client.get(DIRECTORY).text
    filtered = client.get(DIRECTORY, {"category": "lawyer"}).text
    assert str(lawyer.id) in filtered
    assert str(other.id) not in filtered


@pytest.mark.parametrize(
    "query", ["category=baker", "after=x", f"after={uuid.UUID(int=1)}", "search=" + "a " * 9]
)
def test_a_filter_that_cannot_be_is_a_400(client: Client, query: str) -> None:
    assert client.get(f"{DIRECTORY}?{query}").status_code == 400


def test_pages_of_the_directory_neither_skip_nor_repeat(client: Client, monkeypatch) -> None:
    monkeypatch.setattr("releases.views.people.PAGE", 2)
    people = {str(published(named(f"Name {number}")).id) for number in range(5)}
    met, address = [], DIRECTORY
    while address:
        text = client.get(address).text
        met += re.findall(r'people/([0-9a-f-]{36})/">', text)
        following = re.search(r'<a href="(\?[^"]+)" rel="next"', text)
        address = DIRECTORY + following[1].replace("&amp;", "&") if following else ""
    assert sorted(met) == sorted(people)


def test_a_name_is_in_the_language_of_the_page(client: Client) -> None:
    person = named("Jadviha", name__language="en")
    NameFactory(person=person, text="Ядвіга", language="be", is_preferred=True)
    published(person)
    assert '<h1><bdi lang="be">Ядвіга</bdi></h1>' in page(client, person, "be")
    assert '<h1><bdi lang="en">Jadviha</bdi></h1>' in page(client, person, "en")


def test_a_custody_that_is_not_agreed_to_is_said_to_be_withheld(client: Client) -> None:
    person = named("Jadviha")
    CustodyFactory(person=person, ended="2025-12-13", ending="ended")
    ReleaseFactory(person=person)
    published(person)
    text = page(client, person)
    assert "Withheld: the person has not agreed that it is shown." in text
    assert "December 2025" not in text


@pytest.mark.parametrize(("agreed", "reason"), [(True, "unknown"), (False, "withheld")])
def test_the_api_says_whether_a_custody_is_withheld_or_unknown(client, agreed, reason) -> None:
    person = named("Jadviha")
    if agreed:
        ConsentFactory(person=person, field_group="custody")
    published(person)
    assert client.get(f"/api/v1/people/{person.id}/").json()["missing"]["custodies"] == reason


def test_with_consent_the_page_says_how_somebody_was_released(client: Client) -> None:
    person = named("Jadviha")
    ConsentFactory(person=person, field_group="custody")
    CustodyFactory(person=person, ended="2025-12-13", ending="ended")
    published(person)
    published(ReleaseFactory(person=person, legal_basis="amnesty"))
    text = page(client, person)
    assert "Free" in text
    assert "13 December 2025" in text
    assert "Amnesty" in text


def test_a_journey_is_shown_leg_by_leg_and_only_with_consent(client: Client) -> None:
    persons = [named("Seen"), named("Unseen")]
    ConsentFactory(person=persons[0], field_group="journey")
    for person in persons:
        leg = LegFactory(person=person, choice="forced", arrived_on="2025-12-13")
        published(leg.origin), published(leg.destination), published(person)
    seen, unseen = (page(client, person) for person in persons)
    assert "Forced" in seen
    assert "Forced" not in unseen


def test_a_statement_is_shown_with_who_says_so_and_our_verdict(client: Client) -> None:
    person = named("Jadviha")
    ConsentFactory(person=person, field_group="custody")
    published(person)
    said = StatementFactory(
        wave=None,
        person=person,
        field="still_held",
        value_en="Still in the colony",
        verdict="rejected",
        verdict_reason_en="He was seen in Vilnius.",
    )
    published(said.speaker.organisation)
    published(said.speaker)
    published(said)
    text = page(client, person)
    for words in ("Still in the colony", said.speaker.name_en, "Rejected", "He was seen in"):
        assert words in text


def test_the_waves_of_a_person_lead_to_their_pages(client: Client) -> None:
    side = SideFactory()
    member = MemberFactory(side=side, person=named("Jadviha"))
    published(side.wave)
    published(member.person)
    assert f'href="/en/waves/{side.wave.slug}/"' in page(client, member.person)


def test_whoever_is_withdrawn_answers_410_and_says_nothing(client: Client) -> None:
    person = published(named("Jadviha", visible_from=timezone.now() - timedelta(hours=1)))
    assert "Jadviha" in page(client, person)
    withdraw(person, by=account(Role.REVIEWER), reason=WithdrawalReason.SAFETY)
    answer = client.get(f"/en/people/{person.id}/")
    assert answer.status_code == 410
    assert "Jadviha" not in answer.text


def test_whoever_is_merged_leads_to_the_survivor_for_good(client: Client) -> None:
    survivor = published(named("Jadviha"))
    absorbed = published(named("Yadviga"))
    merged(absorbed, survivor)
    answer = client.get(f"/en/people/{absorbed.id}/")
    assert (answer.status_code, answer["Location"]) == (308, f"/en/people/{survivor.id}/")


def test_a_draft_and_nobody_answer_alike(client: Client) -> None:
    draft = PersonFactory(named=True)
    answers = [client.get(f"/en/people/{key}/") for key in (draft.id, uuid.uuid4())]
    assert [answer.status_code for answer in answers] == [404, 404]
