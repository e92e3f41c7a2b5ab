"""A list is written down once, whole, or refused in words."""

import pytest

from publishing.actions import Refused
from releases.intake.parser import MOST_CHARACTERS
from releases.models import IntakeList

NAMES = "1. Зянон Няведамы\n2. Іншы Чалавек\n"


def test_the_same_list_comes_back_to_what_was_decided_of_it(pasted):
    first = pasted(NAMES)
    assert pasted(NAMES) == pasted("\n 1.  Зянон Няведамы\r\n\r\n2. Іншы Чалавек") == first
    assert IntakeList.objects.count() == 1


def test_the_same_names_listed_before_and_released_after_are_two_lists(pasted):
    listed = pasted(NAMES, role="listed_only", outcome="unknown")
    assert pasted(NAMES) != listed


def test_what_nobody_sees_is_left_out(pasted):
    line = pasted("\ufeffЗянон\u200b Няве\u00adдамы").lines.get()
    assert line.text == "Зянон Няведамы"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x" * (MOST_CHARACTERS + 1), "Split it into parts"),
        ("Зянон Няведамы\n" * 1001, "at most 1000"),
        ("Зянон Няведамы\n\x00\x07", "Line 2"),
        ("12\n—\n", "no name"),
        ("", "no name"),
    ],
)
def test_what_is_no_list_is_refused_in_words(text, said, pasted):
    with pytest.raises(Refused, match=said):
        pasted(text)
    assert not IntakeList.objects.exists()


def test_an_age_is_told_for_the_day_of_the_wave(pasted):
    assert pasted("Зянон Няведамы (44 гады)").lines.get().birth.value == "1980-12-14/1981-12-13"


def test_a_reviewer_enters_no_list(pasted, reviewer):
    with pytest.raises(Refused, match="may not"):
        pasted(NAMES, by=reviewer)
