"""Merging and undoing at the staff door, as somebody without a mouse or JavaScript does it."""

import pytest
from django.test import Client
from django.urls import reverse

from people.duplicates.merging.decisions import say_not_the_same
from people.models import Merge, NotTheSame
from publishing.models import Proposal
from tests.factories import (
    NameFactory,
    NeedFactory,
    PersonCategoryFactory,
    PersonFactory,
    published,
)
from tests.factories import merged as merge_of
from tests.repository.constraints.holding import settle
from tests.staff import address


@pytest.fixture
def desk(editor) -> Client:
    client = Client()
    client.force_login(editor)
    return client


def check_page(first, second) -> str:
    return reverse("admin:people_merge_check", args=[first.pk, second.pk])


@pytest.fixture
def pair(db):
    stays, goes = PersonFactory(), PersonFactory()
    NameFactory(person=stays, text="Synthetic Somebody")
    NameFactory(person=goes, text="Synthetic Sombody")
    for person in (stays, goes):
        PersonCategoryFactory(person=person)
    settle()
    return stays, goes


def test_the_other_record_is_found_by_name_or_id(desk, pair):
    stays, goes = pair
    assert b"Merge with another record" in desk.get(address(stays, "change")).content
    choose = reverse("admin:people_merge_with", args=[stays.pk])
    for asked in ("Synthetic Sombody", str(goes.pk)):
        found = desk.post(choose, {"q": asked})
        assert check_page(stays, goes) in found.text


def test_the_check_page_says_what_moves_and_what_stays_behind(desk, pair):
    text = desk.get(check_page(*pair)).text
    assert "Names: 1" in text
    assert "Category: Journalist or media worker – The record that stays has it already." in text


def test_the_contents_of_what_is_restricted_are_not_on_it(desk, pair):
    NeedFactory(person=pair[1], notes="a restricted note")
    settle()
    text = desk.get(check_page(*pair)).text
    assert "Needs: 1" in text
    assert "restricted note" not in text


def test_two_drafts_are_merged_by_one_person_for_a_reason(desk, pair):
    assert "required" in desk.post(check_page(*pair), {"reason": " "}).text
    desk.post(check_page(*pair), {"reason": "The same day of birth."})
    merged = Merge.objects.get()
    assert (merged.survivor, merged.absorbed) == pair


def test_staff_swap_who_stays(desk, pair):
    _stays, goes = pair
    page = desk.get(check_page(*pair)).text
    assert f"?survivor={goes.pk}" in page
    desk.post(f"{check_page(*pair)}?survivor={goes.pk}", {"reason": "Better kept."})
    assert Merge.objects.get().survivor == goes


def test_what_is_published_becomes_a_proposal(desk):
    people = [published(PersonFactory(named=True)) for _ in range(2)]
    answer = desk.post(check_page(*people), {"reason": "The same."}, follow=True)
    assert "Somebody else decides" in answer.text
    assert Proposal.objects.get().reason == "The same."
    assert not Merge.objects.exists()


def test_the_proposal_says_what_goes_to_whom(desk):
    people = [published(PersonFactory(named=True)) for _ in range(2)]
    text = desk.post(check_page(*people), {"reason": "The same."}, follow=True).text
    assert (
        text.count(f"<ins>{str(people[0].pk)[:8]}") == 3
    )  # a name, the old id, and the merge itself
    assert "Rows of a merge" not in text


def test_a_refusal_is_said_and_nothing_is_offered(desk, pair, editor):
    say_not_the_same(*pair, by=editor, reason="Two people.")
    text = desk.get(check_page(*pair)).text
    assert "It was decided that these are two people." in text
    assert '<button type="submit" class="default">Merge' not in text


def test_whoever_is_merged_is_read_and_leads_to_who_stays(desk, pair):
    stays, goes = pair
    merge_of(goes, stays)
    page = desk.get(address(goes, "change"))
    assert "Merged into" in page.text
    assert address(stays, "change") in page.text
    assert "adminform" not in (page.context_data or {})


def test_a_merge_is_undone_from_its_own_page(desk, pair):
    stays, goes = pair
    page = address(merge_of(goes, stays), "change")
    assert "Names: 1" in desk.get(page).text
    desk.post(page, {"reason": "They are two."})
    goes.refresh_from_db()
    assert goes.merged_into is None
    assert "undone already" in desk.get(page).text


def test_a_decision_is_taken_back_from_its_own_page(desk, pair, editor):
    decision = say_not_the_same(*pair, by=editor, reason="Two people.")
    desk.post(address(decision, "change"), {"reason": "They are one after all."})
    assert not NotTheSame.objects.standing().exists()


def test_who_cares_for_people_merges_nobody(caseworker, pair):
    client = Client()
    client.force_login(caseworker)
    answer = client.post(check_page(*pair), {"reason": "The same."})
    assert "Your account may not merge people." in answer.text
    assert not Merge.objects.exists()
