"""Who may have been entered twice is found, shown and never asked about again."""

import pytest
from django.core.management import call_command
from django.test import Client

from people.duplicates.likely_pairs import compare_changed, pairs_to_decide
from people.duplicates.merging.actions import merge_people
from people.duplicates.merging.decisions import say_not_the_same
from people.models import LikelyDuplicate, Name, NotTheSame, Person, Uncompared
from publishing.actions import accept, propose, reject
from tests.factories import (
    MemberFactory,
    NameFactory,
    PersonFactory,
    in_review,
    published,
)
from tests.staff import address, send

pytestmark = pytest.mark.django_db
ADD, QUEUE = "/admin/people/person/add/", "/admin/people/likelyduplicate/"
LIKELY = "/admin/people/person/likely/"


def called(text: str, **columns: str) -> Person:
    return NameFactory(text=text, person=PersonFactory(**columns)).person


def twins() -> tuple[Person, Person]:
    """One invented person, entered in two scripts."""
    return called("Сінтэтык Прыкладаў"), called("Sintetyk Prykladau")


def suggested() -> set[frozenset]:
    compare_changed()
    return {frozenset(pair) for pair in pairs_to_decide().values_list("first", "second")}


def pair(*people: Person) -> frozenset:
    return frozenset(person.pk for person in people)


@pytest.fixture
def desk(editor) -> Client:
    client = Client()
    client.force_login(editor)
    return client


# --- Found after every write


def test_two_spellings_of_one_name_wait_as_a_pair():
    one, other = twins()
    called("Зусім Іншы")
    assert suggested() == {pair(one, other)}


def test_a_pair_goes_when_a_name_is_corrected():
    one, other = twins()
    assert suggested() == {pair(one, other)}
    Name.objects.filter(person=other).delete()
    NameFactory(person=other, text="Zusim Inšy")
    assert suggested() == set()


def test_a_change_past_the_models_is_compared_too():
    one, other = called("Сінтэтык Прыкладаў"), called("Зусім Іншы")
    compare_changed()
    Name.objects.filter(person=other).update(person=one)
    assert {mark.person_id for mark in Uncompared.objects.all()} == pair(one, other)


def test_an_accepted_proposal_is_compared(editor, reviewer):
    one, other = called("Сінтэтык Прыкладаў"), published(PersonFactory())
    compare_changed()
    proposal = propose(
        other,
        by=editor,
        reason="a name",
        write=lambda: NameFactory(person=other, text="Sintetyk Prykladau"),
    )
    assert suggested() == set()
    accept(proposal, by=reviewer)
    assert suggested() == {pair(one, other)}


def test_reading_in_small_steps_finds_the_same():
    one, other = twins()
    assert [compare_changed(1), compare_changed(1), compare_changed(1)] == [1, 1, 0]
    assert suggested() == {pair(one, other)}


def test_the_command_compares_everybody_anew(capsys):
    one, other = twins()
    compare_changed()
    LikelyDuplicate.objects.all().delete()
    call_command("find_duplicates", all=True)
    assert "Compared 2 people" in capsys.readouterr().out
    assert suggested() == {pair(one, other)}


def test_whoever_is_deleted_leaves_no_pair():
    _one, other = twins()
    compare_changed()
    other.delete()
    assert suggested() == set()
    assert not Uncompared.objects.exists()


# --- The queue


def test_the_queue_shows_both_with_their_names(desk):
    one, other = twins()
    page = desk.get(QUEUE).content.decode()
    assert "Сінтэтык Прыкладаў" in page
    assert "Sintetyk Prykladau" in page
    assert f"{QUEUE}{min(one.pk, other.pk)}/{max(one.pk, other.pk)}/not-the-same/" in page


def test_the_first_page_counts_the_pairs_of_this_moment(desk):
    twins()
    waits = {queue.url: queue.count for queue in desk.get("/admin/").context["waiting"]}
    assert waits[f"{QUEUE}?queue=undecided"] == 1
    assert len(desk.get(f"{QUEUE}?queue=undecided").context["cl"].pairs) == 1


def test_the_queue_is_read_by_state_and_by_wave(desk):
    one, _other = twins()
    wave = MemberFactory(person=one).side.wave
    in_review(one)
    shown = {
        query: len(desk.get(f"{QUEUE}?{query}").context["cl"].pairs)
        for query in ("state=in_review", "state=published", f"wave={wave.slug}", "wave=none")
    }
    assert [*shown.values()] == [1, 0, 1, 0]


def test_the_queue_asks_no_more_for_many_pairs_than_for_one(desk, django_assert_max_num_queries):
    twins()
    compare_changed()
    with django_assert_max_num_queries(28) as one:  # three of them keep the session alive
        desk.get(QUEUE)
    for number in range(1, 6):
        called(f"Сінтэтык Прыкладаў{'аб' * number}"), called(f"Sintetyk Prykladau{'ab' * number}")
    compare_changed()
    with django_assert_max_num_queries(len(one)):
        assert len(desk.get(QUEUE).context["cl"].pairs) > 1


def test_a_pair_whose_merge_is_proposed_leads_to_the_proposal(desk, editor):
    one, other = map(published, twins())
    proposal = merge_people(one, other, by=editor, reason="the same day of birth")
    page = desk.get(QUEUE).content.decode()
    assert address(proposal, "change") in page
    assert "Compare and merge" not in page


def test_a_merge_that_is_proposed_is_told_beside_the_form_as_well(desk, editor):
    one, other = map(published, twins())
    proposal = merge_people(one, other, by=editor, reason="the same day of birth")
    page = desk.get(address(one, "change")).content.decode()
    assert address(proposal, "change") in page
    assert "Compare and merge" not in page


def test_a_merge_that_was_rejected_is_offered_again(desk, editor, reviewer):
    one, other = map(published, twins())
    proposal = merge_people(one, other, by=editor, reason="the same day of birth")
    reject(proposal, by=reviewer, reason="two towns")
    page = desk.get(QUEUE).content.decode()
    assert address(proposal, "change") not in page
    assert "Compare and merge" in page


def test_a_merge_with_somebody_else_says_nothing_of_the_pair(desk, editor):
    one, _other = map(published, twins())
    proposal = merge_people(one, published(called("Зусім Іншы")), by=editor, reason="the same case")
    page = desk.get(QUEUE).content.decode()
    assert address(proposal, "change") not in page
    assert "Compare and merge" in page


def test_who_may_not_read_proposals_is_told_of_one_without_its_address(caseworker, client, editor):
    proposal = merge_people(*map(published, twins()), by=editor, reason="the same day of birth")
    client.force_login(caseworker)
    page = client.get(QUEUE).content.decode()
    assert "Their merge is proposed already" in page
    assert str(proposal.pk) not in page


def test_who_only_cares_for_people_decides_nothing(caseworker, client):
    one, other = twins()
    client.force_login(caseworker)
    page = f"{QUEUE}{one.pk}/{other.pk}/not-the-same/"
    assert "not-the-same" not in client.get(QUEUE).content.decode()
    assert "Your account may not decide who is who." in client.get(page).content.decode()
    assert b'name="reason"' not in client.post(page, {"reason": "no"}).content
    assert not NotTheSame.objects.exists()
    assert client.post(LIKELY, {"names-0-text": "Sintetyk Prykladau"}).status_code == 403


# --- M3: decided once


def test_M3_what_was_decided_in_the_queue_is_not_asked_again(desk, editor):  # noqa: N802
    one, other = twins()
    answer = desk.post(f"{QUEUE}{one.pk}/{other.pk}/not-the-same/", {"reason": "two towns"})
    assert answer.url == QUEUE
    assert NotTheSame.objects.get().decided_by == editor
    NameFactory(person=other, text="Sintetyk Prykladaŭ")
    assert suggested() == set()
    assert "Sintetyk" not in desk.get(address(one, "change")).content.decode()


def test_M3_a_decision_needs_a_reason(desk):  # noqa: N802
    one, other = twins()
    page = desk.post(f"{QUEUE}{one.pk}/{other.pk}/not-the-same/", {"reason": " "})
    assert page.context["form"]["reason"].errors
    assert suggested() == {pair(one, other)}


def test_M3_it_holds_for_whoever_the_two_are_merged_into(editor):  # noqa: N802
    one, other = twins()
    third = called("Sintetyk Prykladaŭ")
    say_not_the_same(one, other, by=editor, reason="two towns")
    Person.objects.filter(pk=other.pk).update(merged_into=third)
    assert suggested() == set()


# --- While typing


def typed(desk: Client, text: str, **more: str) -> list[Person]:
    answer = desk.post(LIKELY, {"names-0-text": text, **more})
    assert answer.status_code == 200
    return [one.person for one in answer.context["likely"]]


def test_the_form_is_told_who_is_known_in_another_script(desk):
    one = called("Сінтэтык Прыкладаў")
    assert typed(desk, "Sintetyk Prykladau") == [one]
    assert typed(desk, "Zusim Inšy") == []


def test_a_name_never_stands_in_an_address(desk):
    assert desk.get(f"{LIKELY}?names-0-text=a").status_code == 405


@pytest.mark.parametrize("text", ["", " ", "-", "'" * 300, "\x00", "%", "А" * 5000, "-1"])
def test_nothing_that_is_typed_breaks_it(desk, text):
    assert typed(desk, text, birth="198", person="") == []


def test_a_person_of_a_strange_key_is_nobody(desk):
    called("Сінтэтык Прыкладаў")
    assert len(typed(desk, "Sintetyk Prykladau", person="strange")) == 1


def test_whoever_is_edited_is_not_their_own_duplicate(desk):
    one, other = twins()
    assert typed(desk, "Сінтэтык Прыкладаў", person=str(one.pk)) == [other]


# --- Without a script


def enter(desk: Client, **more: object):
    row = {"names-0-text": "Sintetyk Prykladau", "names-0-language": "en"}
    row |= {"names-0-script": "Latn", "names-0-kind": "press"}
    return send(desk, ADD, names__TOTAL_FORMS=1, note="kept", **row, **more)


def test_a_new_person_who_looks_like_another_is_asked_about_once(desk):
    one = called("Сінтэтык Прыкладаў")
    page = enter(desk)
    assert [shown.person for shown in page.context["likely"]] == [one]
    assert page.context["adminform"].form["note"].value() == "kept"
    assert b'name="names-0-text" value="Sintetyk Prykladau"' in page.content
    assert Person.objects.count() == 1


def test_M3_who_was_denied_while_entering_is_never_asked_about(desk, editor):  # noqa: N802
    one = called("Сінтэтык Прыкладаў")
    assert enter(desk, seen=[str(one.pk)], none_of_them="on").status_code == 302
    new = Person.objects.exclude(pk=one.pk).get()
    said = NotTheSame.objects.get()
    assert {said.first, said.second} == {one, new}
    assert suggested() == set()


def test_to_deny_whom_one_did_not_see_is_not_enough(desk):
    called("Сінтэтык Прыкладаў")
    assert enter(desk, seen=[], none_of_them="on").status_code == 200
    assert Person.objects.count() == 1


def test_who_looks_like_nobody_is_entered_at_once(desk):
    called("Зусім Іншы")
    assert enter(desk).status_code == 302
