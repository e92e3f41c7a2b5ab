"""Nothing that somebody wrote meanwhile is overwritten unread, and nothing typed is lost."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib import admin
from django.db import DatabaseError, models, transaction
from django.http import HttpResponse
from django.test import Client

from people.models import Person
from publishing.actions import accept, send_back
from publishing.actions.transaction import check_guards
from publishing.admin import StaffAdmin
from publishing.admin.fieldsets import get_entered_columns
from publishing.dates.fields import EDTFField
from publishing.enums import Role
from publishing.history import attribute_changes
from publishing.models import Account, Proposal
from releases.models import Claim, IntakeList, Wave
from tests.accounts import account
from tests.factories import (
    DerivedClaimFactory,
    PersonFactory,
    SideFactory,
    WaveCitationFactory,
    WaveFactory,
    in_review,
    merged,
    published,
)
from tests.repository.constraints.rows import FACTORIES
from tests.staff import address, form_of, send

pytestmark = pytest.mark.django_db

#: The page of a list has no such form: each line of it says what it showed.
EDITED = [
    model
    for model, staff in admin.site._registry.items()
    if isinstance(staff, StaffAdmin) and model is not IntakeList
]


def entered(who: Account) -> Client:
    client = Client()
    client.force_login(who)
    return client


@pytest.fixture
def desk(all_roles: Account) -> Client:
    """The client that sends an old page."""
    return entered(all_roles)


@pytest.fixture
def other(reviewer: Account) -> Client:
    return entered(reviewer)


def list_changes(row: models.Model) -> Iterator[tuple[str, Any]]:
    """For each column a value that it does not hold, likely ones first."""
    for column in sorted(get_entered_columns(type(row)), key=lambda each: each.is_relation):
        value = getattr(row, column.attname)
        if isinstance(column, models.BooleanField):
            yield column.attname, not value
        elif column.choices:
            yield from ((column.attname, code) for code, _word in column.flatchoices)
        elif isinstance(column, EDTFField):
            yield column.attname, "2001"
        elif column.is_relation:
            yield column.attname, FACTORIES[column.related_model]().pk
        elif isinstance(column, (models.CharField, models.TextField)):
            yield column.attname, f"{value}x"
            yield column.attname, "male"  # a scope takes words of its dimension alone
        elif isinstance(column, models.IntegerField):
            yield column.attname, value + 1


def change(row: models.Model) -> dict[str, Any]:
    """Have the reviewer change one column of a row, whichever may be; the row as it is then."""
    rows = type(row)._base_manager.filter(pk=row.pk)
    before = rows.values().get()
    for name, value in list_changes(row):
        try:
            with transaction.atomic(), attribute_changes(by=account(Role.REVIEWER)):
                rows.update(**{name: value})
                check_guards()
        except DatabaseError:
            continue
        if (after := rows.values().get()) != before:
            return after
    raise AssertionError(f"nothing of {row} can be changed")


def stored(row: models.Model) -> dict[str, Any]:
    return type(row)._base_manager.filter(pk=row.pk).values().get()


def errors(answer: HttpResponse) -> str:
    return " ".join(answer.context["adminform"].form.non_field_errors())


@pytest.mark.parametrize("model", EDITED, ids=lambda model: model.__name__)
def test_an_old_page_overwrites_neither_row_nor_part(model, desk):
    row = (FACTORIES | {Claim: DerivedClaimFactory})[model]()
    inlines = [inline.model for inline in admin.site._registry[model].inlines]
    rows = [row, *(FACTORIES[part](**{part.path()[0].name: row}) for part in inlines)]
    page = form_of(desk.get(address(row, "change")))
    changed = [change(each) for each in rows]
    answer = desk.post(address(row, "change"), page)
    assert "by reviewer" in errors(answer)
    told = {entry.row_id for entry, _diff in answer.context["changed_since"]}
    assert told == {each.pk for each in rows}
    assert [stored(each) for each in rows] == changed


def test_without_the_check_the_old_page_wins(desk, monkeypatch):
    monkeypatch.setattr("publishing.admin.base.refuse_stale", lambda form, formsets: None)
    wave = WaveFactory(title_en="First")
    page = form_of(desk.get(address(wave, "change")))
    Wave.objects.update(title_en="Second")
    assert desk.post(address(wave, "change"), page).status_code == 302
    assert Wave.objects.get().title_en == "First"


def test_a_form_that_says_no_version_has_seen_nothing(desk):
    wave = WaveFactory()
    page = form_of(desk.get(address(wave, "change")))
    del page["version"]
    assert errors(desk.post(address(wave, "change"), page))


def test_the_refusal_says_what_changed_keeps_what_was_typed_and_lets_it_pass_knowingly(desk, other):
    wave = WaveFactory(title_en="First")
    url = address(wave, "change")
    page = form_of(desk.get(url))
    send(other, url, title_en="Second", reason="read again")
    refused = desk.post(url, page | {"summary_en": "Typed at length"})
    said = refused.content.decode()
    for words in ("<del>First</del>", "<ins>Second</ins>", "read again", "Typed at length"):
        assert words in said
    assert desk.post(url, form_of(refused)).status_code == 302
    wave.refresh_from_db()
    assert (wave.title_en, wave.summary_en) == ("First", "Typed at length")


def test_who_changed_it_once_more_is_told_too(desk, other):
    wave = WaveFactory(title_en="First")
    url = address(wave, "change")
    page = form_of(desk.get(url))
    send(other, url, title_en="Second")
    refused = desk.post(url, page)
    send(other, url, title_en="Third")
    assert "<ins>Third</ins>" in desk.post(url, form_of(refused)).content.decode()
    assert Wave.objects.get().title_en == "Third"


def test_what_others_added_stays_and_stops_nobody(desk):
    wave = WaveFactory(title_en="First")
    page = form_of(desk.get(address(wave, "change")))
    SideFactory(wave=wave)
    desk.post(address(wave, "change"), page | {"title_en": "Second"})
    wave.refresh_from_db()
    assert (wave.title_en, wave.sides.count()) == ("Second", 1)


def test_a_part_that_somebody_deleted_is_told_kept_and_entered_anew(desk, other):
    wave = WaveFactory()
    WaveCitationFactory.create_batch(2, wave=wave, excerpt="short")
    url = address(wave, "change")
    page = form_of(desk.get(url))
    typed = {f"citations-{n}-excerpt": f"typed {n}" for n in range(2)}
    gone = page["citations-0-id"]
    send(other, url, citations__0__DELETE="on")
    refused = desk.post(url, page | typed)
    assert "by reviewer" in errors(refused)
    assert all(words in refused.content.decode() for words in typed.values())
    assert desk.post(url, form_of(refused)).status_code == 302
    assert {each.excerpt for each in wave.citations.all()} == {*typed.values()}
    assert not wave.citations.filter(pk=gone).exists()


def test_an_old_page_proposes_nothing(desk, editor, reviewer):
    wave = published(WaveFactory(title_en="First"))
    page = form_of(desk.get(address(wave, "change")))
    send(entered(editor), address(wave, "change"), title_en="Second", reason="read again")
    accept(Proposal.objects.get(), by=reviewer)
    answer = desk.post(address(wave, "change"), page | {"summary_en": "Mine", "reason": "mine"})
    assert "by reviewer" in errors(answer)
    assert Proposal.objects.count() == 1


@pytest.mark.parametrize("leave", [in_review, lambda row: merged(row, PersonFactory())])
def test_what_is_edited_no_more_keeps_what_was_typed(leave, desk):
    person = PersonFactory()
    url = address(person, "change")
    page = form_of(desk.get(url)) | {"note": "Typed at length"}
    leave(person)
    refused = desk.post(url, page)
    assert errors(refused)
    again = desk.post(url, form_of(refused))
    assert "edited" in errors(again)
    assert again.context["adminform"].form["note"].value() == "Typed at length"
    assert Person.objects.get(pk=person.pk).note == ""


def test_what_came_back_is_saved_with_what_was_typed(desk, editor):
    person = PersonFactory()
    url = address(person, "change")
    page = form_of(desk.get(url)) | {"note": "Typed at length"}
    send_back(in_review(person), by=editor, reason="the date")
    assert desk.post(url, form_of(desk.post(url, page))).status_code == 302
    assert Person.objects.get().note == "Typed at length"
