"""The staff door writes only through actions, and says why it did not."""

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.test import Client

from people.models import Person
from publishing.enums import State
from publishing.models import History, Proposal
from releases.admin.waves import WaveAdmin
from releases.models import Wave
from tests.factories import (
    ClaimFactory,
    PersonFactory,
    SideFactory,
    SourceFactory,
    WaveCitationFactory,
    WaveFactory,
    in_review,
    published,
)
from tests.factories.life import cited
from tests.staff import act, address, send


def logged_in(account) -> Client:
    client = Client()
    client.force_login(account)
    return client


@pytest.fixture
def desk(editor) -> Client:
    return logged_in(editor)


@pytest.fixture
def second(reviewer) -> Client:
    return logged_in(reviewer)


def test_a_new_record_has_its_author_and_a_history(desk, editor):
    answer = send(
        desk,
        address(Wave, "add"),
        slug="december",
        country="BY",
        released_on="13 December 2025",
        sides__TOTAL_FORMS=0,
    )
    wave = Wave.objects.get(slug="december")
    assert answer.status_code == 302
    assert wave.created_by == editor
    assert wave.released_on.value == "2025-12-13"
    assert History.objects.get(row_id=wave.pk).actor == editor


def test_a_change_keeps_its_reason(desk):
    wave = WaveFactory()
    send(desk, address(wave, "change"), title_en="Another title", reason="a typing error")
    assert History.objects.filter(row_id=wave.pk).first().reason == "a typing error"


def test_the_history_of_a_record_has_every_change_and_those_of_its_parts(desk):
    wave = WaveFactory(title_en="First")
    side = SideFactory(wave=wave)
    for title in ("Second", "Third"):
        send(desk, address(wave, "change"), title_en=title)
    entries = desk.get(address(wave, "history")).context["entries"]
    assert [(entry.row_id, entry.operation) for entry, _diff in entries] == [
        (wave.pk, "update"),
        (wave.pk, "update"),
        (side.pk, "insert"),
        (wave.pk, "insert"),
    ]


def test_a_change_of_what_is_public_becomes_a_proposal(desk, editor):
    wave = published(WaveFactory(title_en="Old"))
    answer = send(desk, address(wave, "change"), title_en="New", reason="corrected since")
    proposal = Proposal.objects.get(record_id=wave.pk)
    assert answer.url == address(proposal, "change")
    assert Wave.objects.get().title_en == "Old"
    assert proposal.made_by == editor


def test_a_proposal_without_a_reason_is_asked_for_one(desk):
    wave = published(WaveFactory(title_en="Old"))
    answer = send(desk, address(wave, "change"), title_en="New")
    assert answer.context["adminform"].form["reason"].errors
    assert answer.context["adminform"].form["title_en"].value() == "New"
    assert not Proposal.objects.exists()


def test_saying_nothing_new_proposes_nothing(desk):
    wave = published(WaveFactory())
    send(desk, address(wave, "change"), reason="none")
    assert not Proposal.objects.exists()


def test_somebody_else_accepts_a_proposal(desk, second):
    wave = published(WaveFactory(title_en="Old"))
    send(desk, address(wave, "change"), title_en="New", reason="corrected since")
    proposal = Proposal.objects.get()
    page = second.get(address(proposal, "change")).content.decode()
    assert "<del>Old</del>" in page
    assert "<ins>New</ins>" in page
    second.post(address(proposal, "change"), {"decision": "accept"})
    assert Wave.objects.get().title_en == "New"


def test_nobody_accepts_their_own_proposal(second):
    wave = published(WaveFactory(title_en="Old"))
    send(second, address(wave, "change"), title_en="New", reason="corrected since")
    second.post(address(Proposal.objects.get(), "change"), {"decision": "accept"})
    assert Wave.objects.get().title_en == "Old"


def test_a_new_part_of_what_is_public_is_a_proposal_too(desk, second):
    wave = published(WaveFactory())
    send(
        desk,
        address(wave, "change"),
        reason="its side",
        sides__TOTAL_FORMS=1,
        **{"sides-0-number": 1, "sides-0-releasing": "by", "sides-0-receiving": "LT, ua"},
    )
    assert not wave.sides.exists()
    second.post(address(Proposal.objects.get(), "change"), {"decision": "accept"})
    assert wave.sides.get().receiving == ["LT", "UA"]


def test_a_guard_of_the_database_is_a_sentence_in_the_form(desk):
    person = PersonFactory()
    answer = send(desk, address(person, "change"), visibility="named", note="kept")
    form = answer.context["adminform"].form
    assert answer.status_code == 200
    assert form.non_field_errors()
    assert form["note"].value() == "kept"
    assert Person.objects.get().visibility == "count_only"


def test_a_refused_form_is_written_once(desk, monkeypatch):
    person, writes, save = PersonFactory(), [], Person.save
    monkeypatch.setattr(
        Person,
        "save",
        lambda row, *args, **kwargs: writes.append(row) or save(row, *args, **kwargs),
    )
    send(desk, address(person, "change"), visibility="named")
    assert writes == [person]


def test_what_is_in_review_is_read_and_not_edited(desk):
    wave = in_review(WaveFactory())
    page = desk.get(address(wave, "change"))
    assert address(wave, "act", "send_back") in page.content.decode()
    refused = desk.post(address(wave, "change"), {"slug": "new", "country": "BY"})
    assert refused.context["adminform"].form.errors
    assert Wave.objects.get().slug == wave.slug


def test_a_draft_is_sent_to_review_and_comes_back_with_a_reason(desk):
    wave = cited(WaveFactory())
    act(desk, address(wave, "act", "submit"))
    assert Wave.objects.get().state == State.IN_REVIEW
    act(desk, address(wave, "act", "send_back"), reason="the date")
    assert Wave.objects.get().state == State.DRAFT


def test_nobody_approves_what_they_wrote(second, reviewer):
    wave = in_review(WaveFactory(created_by=reviewer))
    second.post(address(wave, "act", "approve"))
    assert Wave.objects.get().state == State.IN_REVIEW


def test_approval_takes_along_what_is_ticked_and_nothing_else(second):
    wave = in_review(WaveFactory())
    taken, left = in_review(ClaimFactory(wave=wave)), in_review(ClaimFactory(wave=wave))
    page = second.get(address(wave, "act", "approve")).content.decode()
    assert str(taken.pk) in page
    assert str(left.pk) in page
    act(second, address(wave, "act", "approve"), along=[taken.pk], publish="on")
    states = {claim.pk: claim.state for claim in type(taken).objects.all()}
    assert Wave.objects.get().state == State.PUBLISHED
    assert states == {taken.pk: State.PUBLISHED, left.pk: State.IN_REVIEW}


def test_the_check_page_follows_references_to_the_end(desk):
    source = SourceFactory()
    wave = WaveCitationFactory(source=source).wave
    page = desk.get(address(wave, "act", "submit"))
    found = {one.record for one in page.context["companions"]}
    assert found == {source, source.publisher}


def test_many_are_sent_to_review_at_once_and_each_refusal_is_told(desk):
    draft, sent = cited(WaveFactory()), in_review(WaveFactory())
    answer = desk.post(
        address(Wave, "changelist"),
        {"action": "submit_each", "_selected_action": [draft.pk, sent.pk]},
        follow=True,
    )
    said = " ".join(str(message) for message in answer.context["messages"])
    assert Wave.objects.get(pk=draft.pk).state == State.IN_REVIEW
    assert f"{sent.slug}" in said
    assert "Only a draft is sent to review." in said


def find_openers(staff, request) -> set[str]:
    """What a list does to many records at once, beyond asking for their review."""
    return set(staff.get_actions(request)) - {"submit_each", "delete_selected"}


def test_C11_no_list_approves_or_publishes(rf, administrator):  # noqa: N802
    request = rf.get("/")
    request.user = administrator
    lists = admin.site._registry.values()
    assert {str(staff): found for staff in lists if (found := find_openers(staff, request))} == {}


def test_C11_a_list_that_approves_is_found(rf, administrator):  # noqa: N802
    class HastyAdmin(WaveAdmin):
        actions = (*WaveAdmin.actions, "approve_each")

        def approve_each(self, request, rows) -> None:
            """Approve unseen."""

    request = rf.get("/")
    request.user = administrator
    assert find_openers(HastyAdmin(Wave, admin.site), request) == {"approve_each"}


def test_a_draft_is_deleted_and_what_was_public_is_not(desk):
    draft, public = WaveFactory(), published(WaveFactory())
    desk.post(address(draft, "delete"), {"post": "yes"})
    assert desk.post(address(public, "delete"), {"post": "yes"}).status_code == 403
    assert list(Wave.objects.all()) == [public]


def test_an_address_questions_only_declared_filters(desk):
    PersonFactory(named=True)
    for declared in ({"visibility": "named"}, {"queue": "no-basis"}, {"state__exact": "draft"}):
        assert desk.get(address(Person, "changelist"), declared).status_code == 200
    for lookup in ("names__text__startswith", "note__contains", "created_by__password__startswith"):
        assert desk.get(address(Person, "changelist"), {lookup: "a"}).status_code == 400


def test_a_list_masks_whoever_is_not_to_be_named(desk):
    hidden = PersonFactory()
    hidden.names.create(text="Іван Хаваны", language="be")
    page = desk.get(address(Person, "changelist")).content.decode()
    assert "І. Х." in page
    assert "Хаваны" not in page


def test_the_log_of_the_admin_names_nobody(desk):
    person = PersonFactory(named=True)
    send(desk, address(person, "change"), note="looked at")
    assert LogEntry.objects.get().object_repr == f"person {str(person.pk)[:8]}"


def test_the_search_of_a_field_finds_parts_too(desk):
    side = SideFactory(wave__slug="december", number=1)
    asked = {"app_label": "releases", "model_name": "claim", "field_name": "side", "term": "dec"}
    found = desk.get("/admin/autocomplete/", asked).json()
    assert found["results"] == [{"id": str(side.pk), "text": "december · 1: BY"}]


def test_the_search_of_a_field_answers_in_words(desk):
    wave = WaveFactory(slug="december", title_en="December")
    found = desk.get(
        "/admin/autocomplete/",
        {"app_label": "releases", "model_name": "claim", "field_name": "wave", "term": "dec"},
    ).json()
    assert found["results"] == [{"id": str(wave.pk), "text": "december · December"}]
