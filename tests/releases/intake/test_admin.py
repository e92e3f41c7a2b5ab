"""The whole way of a list through plain forms, by whoever may go it."""

import pytest
from django.test import Client
from django.urls import reverse

from people.models import Person
from publishing.models import Account
from releases.admin.intake.request_size import MOST_BYTES
from releases.intake.drafts import find_drafts
from releases.models import IntakeList, Member, Release, Wave
from sources.models import Organisation, Source
from tests.factories import OrganisationFactory
from tests.journeys.forms import Fields, Form
from tests.releases.intake.people import somebody
from tests.staff import address

START = "/admin/releases/intakelist/add/"
LIST = "1. Прыкладаў Абеляр\n2. Няведамы, Зянон (нар. 1985)\n3. нехта яшчэ\n"


@pytest.fixture
def desk(caseworker: Account, client: Client) -> Client:
    client.force_login(caseworker)
    return client


@pytest.fixture
def known(db) -> Person:
    return somebody("Абеляр Прыкладаў")


def page(intake: IntakeList, name: str = "change") -> str:
    return reverse(f"admin:releases_intakelist_{name}", args=[intake.pk])


def begin(desk: Client, **more: object) -> Form:
    """The form of a new list, with a new source."""
    publisher = Organisation.objects.first() or OrganisationFactory()
    return Form(desk, START).fill(
        publisher=str(publisher.pk),
        source_title="A synthetic list",
        published_on="2025-12-13",
        **more,
    )


def started(desk: Client, side, text: str = LIST) -> IntakeList:
    begin(desk, side=str(side.pk), text=text).send()
    return IntakeList.objects.get()


def chosen(desk: Client, intake: IntakeList, act: str = "save", **lines: str) -> Form:
    form = Form(desk, page(intake))
    form.fill(**lines)
    form.fields["act"] = form.fields["at"].copy()
    form.fields["act"].values = [act]
    form.send("")
    return form


def errors(answer) -> str:
    return " ".join(Fields(answer.content.decode()).errors)


def test_a_list_goes_its_way_without_a_script(desk, side, known):
    intake = started(desk, side)
    chosen(desk, intake, "accept-matched", line__3="ignored")
    chosen(desk, intake, "enter", line__2="new")
    assert desk.post(page(intake, "enter")).status_code == 302
    assert (Member.objects.count(), Release.objects.count()) == (2, 2)
    assert Member.objects.filter(person=known).exists()


def test_a_new_wave_and_a_new_source_are_drafts(desk):
    form = begin(desk, text=LIST, title="Thirteenth of December")
    form.fill(released_on="13 December 2025", country="BY").send()
    wave, source = Wave.objects.get(), Source.objects.get()
    assert (wave.state, wave.slug, source.state) == ("draft", "2025-12-13", "draft")
    assert wave.sides.get().releasing == ["BY"]


def test_a_list_needs_its_source_and_its_wave(desk):
    answer = desk.post(START, {"text": LIST, "meaning": "released", "confidence": "medium"})
    assert answer.status_code == 200
    assert set(answer.context["form"].errors) == {
        "title", "released_on", "country", "publisher", "source_title",
    }  # fmt: skip
    assert not IntakeList.objects.exists()


def test_every_line_stands_on_the_page_with_its_reasons(desk, side, known):
    intake = started(desk, side, "Спіс вызваленых:\n\n" + LIST)
    said = desk.get(page(intake)).content.decode()
    for words in ("Спіс вызваленых:", "Прыкладаў Абеляр", "Няведамы", "нехта яшчэ"):
        assert words in said
    assert "Empty lines: 2." in said
    assert "This line names nobody" in said
    assert "0 of 3 decided" in said


def test_nothing_is_checked_before_somebody_decides(desk, side, known):
    intake = started(desk, side)
    assert [row.chosen for row in desk.get(page(intake)).context["rows"]] == ["", "", ""]


def test_a_stale_page_is_refused_with_what_changed_and_keeps_what_was_chosen(
    desk, side, known, editor
):
    intake = started(desk, side)
    form = Form(desk, page(intake))
    other = Client()
    other.force_login(editor)
    chosen(other, intake, line__2="ignored")
    sent = {name: field.values for name, field in form.fields.items()}
    answer = desk.post(form.url, sent | {"line-2": "new", "line-3": "new", "act": "save"})
    assert "editor decided otherwise meanwhile: Not a person" in errors(answer)
    assert [row.chosen for row in answer.context["rows"]] == ["", "ignored", "new"]
    assert set(intake.lines.values_list("decision", flat=True)) == {"", "ignored"}


def test_somebody_else_is_looked_for_beside_a_line(desk, side, known):
    person = somebody("Ірына Шуканая")
    intake = started(desk, side)
    chosen(desk, intake, find__2="Шуканая Ірына")
    chosen(desk, intake, line__2=str(person.pk))
    assert intake.lines.get(number=2).person == person


def test_the_same_list_comes_back_to_its_page(desk, side, known):
    intake = started(desk, side)
    chosen(desk, intake, line__2="new")
    assert started(desk, side) == intake
    assert intake.lines.get(number=2).decision == "new"


def test_undecided_lines_stop_the_entering_until_they_are_set_aside(desk, side, known):
    intake = started(desk, side)
    chosen(desk, intake, "accept-matched")
    assert "2 lines are not decided" in errors(desk.post(page(intake, "enter")))
    assert not Member.objects.exists()
    desk.post(page(intake, "enter"), {"sets_aside": "on"})
    assert Member.objects.count() == 1


def test_an_editor_sends_all_drafts_to_review(desk, side, known, editor):
    intake = started(desk, side)
    chosen(desk, intake, "accept-matched", line__2="new", line__3="ignored")
    desk.post(page(intake, "enter"))
    assert "An editor sends them" in desk.get(page(intake, "submit")).content.decode()
    desk.force_login(editor)
    desk.post(page(intake, "submit"))
    assert {release.state for release in Release.objects.all()} == {"in_review"}


def test_what_is_not_sent_to_review_is_named_and_linked(desk, side, known):
    intake = started(desk, side)
    chosen(desk, intake, "accept-matched", line__2="new", line__3="ignored")
    desk.post(page(intake, "enter"))
    refused = desk.post(page(intake, "submit")).content.decode()
    for draft in find_drafts(intake):
        assert f'<a href="{address(draft, "change")}">' in refused
    assert "may not send" in refused


def test_a_reviewer_reads_a_list_and_decides_nothing(desk, side, known, reviewer):
    intake = started(desk, side)
    desk.force_login(reviewer)
    assert desk.get(page(intake)).status_code == 200
    assert b'type="radio"' not in desk.get(page(intake)).content
    for url in (START, page(intake), page(intake, "enter")):
        assert desk.post(url, {"seen-2": "", "line-2": "new"}).status_code == 403
    assert set(intake.lines.values_list("decision", flat=True)) == {""}


def test_far_too_much_is_refused_in_words_at_once(desk):
    answer = desk.post(START, {"text": "Зянон Няведамы\n" * (MOST_BYTES // 20)}, follow=True)
    assert answer.status_code == 200
    assert "far too much" in " ".join(map(str, answer.context["messages"]))


@pytest.mark.parametrize(
    ("text", "said"),
    [("x" * 300_001, "at most 300000"), ("a\x07b", "Line 1"), ("12\n", "no name"), ("", "Paste")],
)
def test_what_is_no_list_is_a_form_error(text, said, desk, side):
    form = begin(desk, side=str(side.pk), text=text)
    sent = {name: field.values for name, field in form.fields.items()}
    assert said in errors(desk.post(START, sent))
    assert not Source.objects.exists()


def test_the_form_is_ours(caseworker):
    client = Client(enforce_csrf_checks=True)
    client.force_login(caseworker)
    assert client.post(START, {"text": LIST}).status_code == 403
