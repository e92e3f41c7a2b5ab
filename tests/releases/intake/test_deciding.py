"""A person decides about each line; two at once never write over each other unseen."""

import pytest

from people.models import Person
from publishing.actions import Refused
from releases.enums import LineProposal
from releases.intake.decisions import (
    LineChoice,
    StaleDecision,
    accept_proposals,
    add_candidates,
    save_decisions,
)
from releases.models import IntakeLine
from tests.factories import IdentifierFactory
from tests.releases.intake.people import somebody

LIST = "Абеляр Прыкладаў\nЗянон Няведамы\nнехта яшчэ\n"


@pytest.fixture
def known(db) -> Person:
    return somebody("Абеляр Прыкладаў")


@pytest.fixture
def intake(known, pasted):
    return pasted(LIST)


def line(intake, number: int) -> IntakeLine:
    return intake.lines.get(number=number)


def test_who_decided_and_when_is_kept(intake, known, caseworker):
    save_decisions(intake, by=caseworker, choices=[LineChoice(1, "", str(known.pk))])
    decided = line(intake, 1)
    assert (decided.person, decided.decided_by) == (known, caseworker)
    assert decided.decided_at


def test_a_decision_is_taken_back(intake, caseworker):
    save_decisions(intake, by=caseworker, choices=[LineChoice(2, "", "new")])
    save_decisions(intake, by=caseworker, choices=[LineChoice(2, "new", "")])
    taken_back = line(intake, 2)
    assert (taken_back.decision, taken_back.decided_by) == ("", None)


def test_what_somebody_else_decided_meanwhile_is_not_written_over(intake, caseworker, editor):
    save_decisions(intake, by=editor, choices=[LineChoice(2, "", "ignored")])
    with pytest.raises(
        StaleDecision, match="Line 2: editor decided otherwise meanwhile"
    ) as refused:
        save_decisions(
            intake, by=caseworker, choices=[LineChoice(2, "", "new"), LineChoice(3, "", "ignored")]
        )
    assert refused.value.numbers == [2]
    assert [line(intake, n).decision for n in (2, 3)] == ["ignored", ""]


def test_two_who_decide_about_different_lines_do_not_meet(intake, caseworker, editor):
    save_decisions(intake, by=editor, choices=[LineChoice(2, "", "new")])
    save_decisions(
        intake, by=caseworker, choices=[LineChoice(2, "", ""), LineChoice(3, "", "ignored")]
    )
    assert [line(intake, n).decision for n in (2, 3)] == ["new", "ignored"]


def test_two_who_decide_alike_agree(intake, caseworker, editor):
    save_decisions(intake, by=editor, choices=[LineChoice(2, "", "new")])
    save_decisions(intake, by=caseworker, choices=[LineChoice(2, "", "new")])
    assert line(intake, 2).decided_by == editor


def test_only_what_is_offered_is_chosen(intake, caseworker):
    stranger = somebody("Іншы Чалавек")
    with pytest.raises(Refused, match="not offered"):
        save_decisions(intake, by=caseworker, choices=[LineChoice(2, "", str(stranger.pk))])
    assert line(intake, 2).decision == ""


def test_all_that_is_matched_is_accepted_by_one_act(intake, known, caseworker):
    assert accept_proposals(intake, by=caseworker, proposal=LineProposal.MATCHED) == 1
    assert accept_proposals(intake, by=caseworker, proposal=LineProposal.NEW) == 1
    decided = intake.lines.order_by("number").values_list("decision", "person")
    assert list(decided) == [("person", known.pk), ("new", None), ("", None)]


@pytest.mark.parametrize(
    ("stored", "pasted_line", "accepted"),
    [
        ("Сергей Черняев", "Чернов Сергей Олегович", 0),
        ("Андрей Белевич", "Балевич Андрей, 1985 г.р.", 0),
        ("Пётр Галько", "Галько Пётр Сергеевич", 1),
        ("Сяргей Карнаў", "Корнев Сергей Олегович", 0),
        ("Сяргей Карноў", "Корнов Сергей Олегович", 1),
    ],
)
def test_nobody_of_a_like_surname_is_accepted_by_one_act(
    stored, pasted_line, accepted, pasted, caseworker
):
    person = somebody(stored, birth="1985")
    intake = pasted(pasted_line)
    assert accept_proposals(intake, by=caseworker, proposal=LineProposal.MATCHED) == accepted
    assert line(intake, 1).candidates.get().person == person


def test_what_is_ambiguous_is_accepted_by_no_act(intake, caseworker):
    with pytest.raises(Refused):
        accept_proposals(intake, by=caseworker, proposal=LineProposal.AMBIGUOUS)


@pytest.mark.parametrize("by", ["name", "other script", "id", "number"])
def test_somebody_else_is_looked_for(by, intake, caseworker):
    person = somebody("Ірына Шуканая", "Iryna Shukanaya")
    IdentifierFactory(person=person, value="4711")
    words = {"name": "Шуканая Ірына", "other script": "iryna shukanaya", "number": "4711"}
    found = add_candidates(line(intake, 2), by=caseworker, words=words.get(by, str(person.pk)))
    candidate = line(intake, 2).candidates.get()
    assert (found, candidate.person, candidate.is_searched) == (1, person, True)
    save_decisions(intake, by=caseworker, choices=[LineChoice(2, "", str(person.pk))])


def test_whoever_is_looked_for_is_compared_by_birth_too(pasted, caseworker):
    asked = line(pasted("Зянон Няведамы (1985 г.н.)"), 1)
    for year, says_so in (("1961", True), ("1985", False)):
        person = somebody("Зянон Няведамы", birth=year)
        IdentifierFactory(person=person, value=year)
        add_candidates(asked, by=caseworker, words=year)
        found = asked.candidates.get(person=person)
        assert (found.has_conflict, found.is_match) == (says_so, not says_so)


def test_whoever_has_no_name_is_looked_for_by_a_number(intake, caseworker):
    person = somebody()
    IdentifierFactory(person=person, value="4711")
    assert add_candidates(line(intake, 2), by=caseworker, words="4711") == 1
    assert line(intake, 2).candidates.get().person == person


def test_a_second_search_replaces_the_first(intake, caseworker):
    for name in ("Ірына Шуканая", "Пятро Знойдзены"):
        somebody(name)
        add_candidates(line(intake, 2), by=caseworker, words=name)
    assert line(intake, 2).candidates.count() == 1


def test_a_reviewer_decides_nothing(intake, reviewer):
    with pytest.raises(Refused, match="may not"):
        save_decisions(intake, by=reviewer, choices=[LineChoice(2, "", "new")])
