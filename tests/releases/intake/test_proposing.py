"""Each line gets what is proposed of it, and nothing is decided by itself."""

from releases.models import IntakeList
from tests.releases.intake.people import somebody


def proposals(intake: IntakeList) -> list[str]:
    return [line.proposal for line in intake.lines.order_by("number")]


def test_one_who_agrees_and_nobody_else_is_matched(pasted):
    person = somebody("Абеляр Прыкладаў")
    intake = pasted("Прыкладаў Абеляр")
    assert proposals(intake) == ["matched"]
    assert intake.lines.get().candidates.get().person == person


def test_somebody_whom_nobody_knows_is_new(pasted):
    somebody("Абеляр Прыкладаў")
    assert proposals(pasted("Зянон Няведамы")) == ["new"]


def test_two_who_agree_are_ambiguous(pasted):
    somebody("Абеляр Прыкладаў")
    somebody("Абеляр Прыкладаў")
    assert proposals(pasted("Абеляр Прыкладаў")) == ["ambiguous"]


def test_a_birth_that_contradicts_is_ambiguous(pasted):
    somebody("Абеляр Прыкладаў", birth="1961")
    assert proposals(pasted("Абеляр Прыкладаў (1985 г.н.)")) == ["ambiguous"]


def test_lines_that_may_be_one_person_are_ambiguous_and_say_so(pasted):
    intake = pasted("Зянон Няведамы\nІншы Чалавек\nНяведамы Зянон\n")
    assert proposals(intake) == ["ambiguous", "new", "ambiguous"]
    assert [line.doubles for line in intake.lines.order_by("number")] == [[3], [], [1]]


def test_lines_of_namesakes_born_apart_are_two_people(pasted):
    assert proposals(pasted("Зянон Няведамы (1961)\nЗянон Няведамы (1985)\n")) == ["new", "new"]


def test_what_is_no_name_stands_in_the_list_as_that(pasted):
    intake = pasted("Спіс вызваленых:\n\nЗянон Няведамы\nзянон нехта\n")
    assert proposals(intake) == ["no_name", "empty", "new", "ambiguous"]


def test_nothing_is_decided_of_a_new_list(pasted):
    somebody("Абеляр Прыкладаў")
    intake = pasted("Абеляр Прыкладаў\nЗянон Няведамы")
    assert set(intake.lines.values_list("decision", "person")) == {("", None)}
