"""What was decided becomes drafts, all or none; entered again, nothing doubles."""

import pytest
from django.apps import apps

from people.duplicates.merging.decisions import find_standing_decision
from people.models import Name, Person, PersonCitation
from publishing.actions import Refused, accept, approve, publish, reject
from publishing.enums import State
from publishing.models import Proposal
from releases.enums import LineProposal
from releases.intake import decisions
from releases.intake.decisions import LineChoice
from releases.intake.drafts import enter_list, find_drafts, submit_drafts
from releases.intake.plan import plan_entry
from releases.models import (
    IntakeList,
    Member,
    MemberCitation,
    Release,
    ReleaseCitation,
    Wave,
)
from sources.models import Source
from tests.factories import MemberFactory, in_review, published
from tests.releases.intake.people import somebody

LIST = "1. Прыкладаў Абеляр\n2. Няведамы, Зянон (нар. 1985)\n"


@pytest.fixture
def known(db) -> Person:
    return somebody("Абеляр Прыкладаў")


@pytest.fixture
def decided(known, pasted, caseworker):
    def decide(text: str = LIST, **more: object) -> IntakeList:
        intake = pasted(text, **more)
        for proposal in (LineProposal.MATCHED, LineProposal.NEW):
            decisions.accept_proposals(intake, by=more.get("by", caseworker), proposal=proposal)
        return intake

    return decide


def tables() -> dict[str, list]:
    """Every row of every table, but for sessions and what the database counts by itself."""
    rooms = ("publishing", "sources", "people", "support", "releases")
    return {
        model._meta.db_table: list(model._base_manager.order_by("pk").values_list())
        for room in rooms
        for model in apps.get_app_config(room).get_models()
        if model._meta.managed
    }


def test_a_new_person_is_a_draft_who_is_only_counted_with_the_source(decided, side, caseworker):
    intake = decided()
    enter_list(intake, by=caseworker)
    name = Name.objects.get(family="Няведамы")
    person = name.person
    assert (person.state, person.visibility, person.birth.value) == ("draft", "count_only", "1985")
    assert (name.text, name.given, name.script) == ("Зянон Няведамы", "Зянон", "Cyrl")
    assert name.citations.get().source == person.citations.get().source == intake.source
    assert person.citations.get().locator_detail == "№ 2"


def test_every_line_is_a_member_and_a_release_on_the_day_of_the_wave(decided, side, caseworker):
    enter_list(decided(), by=caseworker)
    released = Release.objects.select_related("member")
    assert {each.member.outcome for each in released} == {"freed"}
    assert {each.released_on.value for each in released} == {"2025-12-13"}
    assert {each.state for each in released} == {"draft"}
    assert ReleaseCitation.objects.count() == MemberCitation.objects.count() == 2


def test_the_wave_of_a_list_cites_its_source_once(decided, side, pasted, caseworker):
    intake = decided()
    enter_list(intake, by=caseworker)
    enter_list(decided("Зянон Няведамы\n"), by=caseworker)
    assert [citation.source for citation in side.wave.citations.all()] == [intake.source]


def test_the_drafts_of_a_list_are_published_as_they_are(decided, side, editor, reviewer):
    intake = decided(by=editor)
    published(intake.source.publisher)
    enter_list(intake, by=editor)
    submit_drafts(intake, by=editor)
    for kind in (Source, Wave, Person, Release):
        for record in kind.objects.filter(state=State.IN_REVIEW):
            publish(approve(record, by=reviewer), by=reviewer)
    side.wave.refresh_from_db()
    assert side.wave.state == State.PUBLISHED
    assert {release.state for release in Release.objects.all()} == {State.PUBLISHED}


def test_who_is_only_listed_has_no_release(decided, caseworker):
    enter_list(decided(role="listed_only", outcome="unknown"), by=caseworker)
    assert (Member.objects.count(), Release.objects.count()) == (2, 0)


def test_who_was_listed_and_is_released_is_one_member(decided, caseworker):
    enter_list(decided(role="listed_only", outcome="unknown"), by=caseworker)
    released = decided("1. Прыкладаў Абеляр\n2. Зянон Няведамы\n")
    assert len(plan_entry(released).changing) == 2
    enter_list(released, by=caseworker)
    assert (Member.objects.count(), Person.objects.count()) == (2, 2)
    assert set(Member.objects.values_list("role", "outcome")) == {("released", "freed")}
    assert Release.objects.count() == 2


def test_another_outcome_that_is_known_already_stays(decided, known, side, caseworker):
    member = MemberFactory(side=side, person=known, outcome="declined")
    what = enter_list(decided(), by=caseworker)
    member.refresh_from_db()
    assert (len(what.differing), member.outcome) == (1, "declined")


def test_a_second_time_nothing_changes_in_any_table(decided, pasted, caseworker):
    enter_list(decided(), by=caseworker)
    before = tables()
    again = pasted(LIST)
    assert plan_entry(again).is_idle
    enter_list(again, by=caseworker)
    assert tables() == before


def test_another_list_of_the_same_people_doubles_nobody(decided, caseworker):
    enter_list(decided(), by=caseworker)
    enter_list(decided("Зянон Няведамы\nАбеляр Прыкладаў\n"), by=caseworker)
    assert (Member.objects.count(), Person.objects.count(), Release.objects.count()) == (2, 2, 2)


def test_two_lines_of_one_person_are_one_member(known, pasted, caseworker):
    intake = pasted("Прыкладаў Абеляр\nАбеляр Прыкладаў\n")
    who = str(known.pk)
    decisions.save_decisions(
        intake, by=caseworker, choices=[LineChoice(1, "", who), LineChoice(2, "", who)]
    )
    assert [len(what) for what in (plan_entry(intake).joining, plan_entry(intake).same)] == [1, 1]
    enter_list(intake, by=caseworker)
    assert Member.objects.count() == 1


def test_M3_who_is_entered_as_new_is_none_who_was_seen(known, pasted, caseworker):  # noqa: N802
    intake = pasted("Прыкладаў Абеляр\n")
    decisions.save_decisions(intake, by=caseworker, choices=[LineChoice(1, "", "new")])
    enter_list(intake, by=caseworker)
    new = Person.objects.exclude(pk=known.pk).get()
    assert find_standing_decision(known, new).decided_by == caseworker


def test_nothing_is_entered_while_a_line_is_undecided(known, pasted, caseworker):
    intake = pasted(LIST + "3. нехта яшчэ\n")
    decisions.accept_proposals(intake, by=caseworker, proposal=LineProposal.MATCHED)
    with pytest.raises(Refused, match="2 lines are not decided"):
        enter_list(intake, by=caseworker)
    assert not Member.objects.exists()


def test_undecided_lines_are_set_aside_by_an_act_and_wait(known, pasted, caseworker):
    intake = pasted(LIST)
    decisions.accept_proposals(intake, by=caseworker, proposal=LineProposal.MATCHED)
    enter_list(intake, by=caseworker, sets_aside=True)
    assert Member.objects.get().person == known
    decisions.accept_proposals(intake, by=caseworker, proposal=LineProposal.NEW)
    enter_list(intake, by=caseworker)
    assert Member.objects.count() == 2


def test_what_was_entered_is_decided_no_more(decided, known, caseworker):
    intake = decided()
    enter_list(intake, by=caseworker)
    with pytest.raises(Refused, match="was entered"):
        decisions.save_decisions(
            intake, by=caseworker, choices=[LineChoice(1, str(known.pk), "ignored")]
        )


def test_a_failure_at_the_end_leaves_nothing(decided, caseworker, monkeypatch):
    def fail(rows):
        raise RuntimeError

    intake, before = decided(), tables()
    monkeypatch.setattr(ReleaseCitation.objects, "bulk_create", fail)
    with pytest.raises(RuntimeError):
        enter_list(intake, by=caseworker)
    assert tables() == before


def test_a_wave_in_review_takes_no_list(decided, side, caseworker):
    intake = decided()
    in_review(side.wave)
    with pytest.raises(Refused, match="not a draft"):
        enter_list(intake, by=caseworker)


def test_a_published_wave_gets_one_proposal(decided, side, editor, reviewer):
    intake = decided(by=editor)
    published(side.wave)
    enter_list(intake, by=editor)
    assert (Member.objects.count(), Release.objects.count()) == (0, 0)
    published(intake.source)
    accept(Proposal.objects.get(), by=reviewer)
    assert (Member.objects.count(), MemberCitation.objects.count()) == (2, 2)
    assert {release.state for release in Release.objects.all()} == {State.DRAFT}
    assert plan_entry(intake).is_idle


def test_while_a_proposal_waits_the_list_waits(decided, side, editor):
    intake = decided(by=editor)
    published(side.wave)
    enter_list(intake, by=editor)
    with pytest.raises(Refused, match="somebody else"):
        enter_list(IntakeList.objects.get(), by=editor)
    assert Proposal.objects.count() == 1


def test_a_list_whose_proposal_was_rejected_is_decided_anew(decided, side, known, editor, reviewer):
    intake = decided(by=editor)
    published(side.wave)
    enter_list(intake, by=editor)
    reject(Proposal.objects.get(), by=reviewer, reason="Not he.")
    intake = IntakeList.objects.get()
    decisions.save_decisions(intake, by=editor, choices=[LineChoice(1, str(known.pk), "ignored")])
    enter_list(intake, by=editor)
    assert Person.objects.count() == 2
    published(intake.source)
    accept(Proposal.objects.get(state="open"), by=reviewer)
    assert Member.objects.get().person.names.get().family == "Няведамы"


def test_all_drafts_of_a_list_are_sent_to_review_at_once(decided, known, caseworker, editor):
    intake = decided()
    enter_list(intake, by=caseworker)
    count = len(find_drafts(intake))
    assert submit_drafts(intake, by=editor) == count
    assert {release.state for release in Release.objects.all()} == {State.IN_REVIEW}
    assert PersonCitation.objects.get().person.state == State.IN_REVIEW
    assert find_drafts(intake) == []


def test_drafts_are_sent_all_or_none(decided, caseworker):
    intake = decided()
    enter_list(intake, by=caseworker)
    with pytest.raises(Refused, match="may not send"):
        submit_drafts(intake, by=caseworker)
    assert {release.state for release in Release.objects.all()} == {State.DRAFT}
