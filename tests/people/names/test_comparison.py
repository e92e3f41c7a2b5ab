"""A comparison says what agrees and what does not. People here belong to nobody in particular."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from people.names import Description, ReasonCode, WrittenName, compare_descriptions

NAMES = st.text("абвгдезіклмнопрстуўчшыьэюяabcdehiklmnoprstuvyzšžł .,'-", max_size=30)


def known(*names, **lives):
    return Description(tuple(map(WrittenName, names)), **lives)


def codes(asked, other):
    return {reason.code for reason in compare_descriptions(known(asked), known(other)).reasons}


@pytest.mark.parametrize(
    ("asked", "other", "code"),
    [
        ("Сымон Хамянкоў", "Сымон Хамянкоў", "surname_same"),
        ("Simon Khamiankou", "Сымон Хамянкоў", "surname_spelt_differently"),
        ("Семён Хоменков", "Сымон Хамянкоў", "surname_in_other_language"),
        ("Семён Хоменков", "Сымон Хамянкоў", "given_in_other_language"),
        ("Symon Khamiankou", "Сымон Хамянкоў", "given_spelt_differently"),
        ("Сеня Хамянкоў", "Сымон Хамянкоў", "given_diminutive"),
        ("Хамянкоў Сымон", "Сымон Хамянкоў", "order_swapped"),
        ("С. Хамянкоў", "Сымон Хамянкоў", "given_initial"),
        ("У. Хамянкоў", "Уладзімір Хамянкоў", "given_initial"),
        ("В. Хаменков", "Уладзімір Хамянкоў", "given_initial"),
        ("С. Хамянкоў", "Андрэй Хамянкоў", "given_initial_differs"),
        ("Хамянкоў", "Сымон Хамянкоў", "given_missing"),
        ("Сымон", "Сымон Хамянкоў", "surname_missing"),
        ("Сымон Хамянкова", "Сымон Хамянкоў", "surname_of_other_sex"),
        ("Сымон Хамянкоў", "Сымон Хаменкоў", "surname_alike"),
        ("Сымон Хамянкаў", "Сымон Хамяркоў", "surname_one_letter"),
        ("Сымон Хамчнкоў", "Сымон Ханянкаў", "surname_several_letters"),
        ("Сымон Хамянкоў", "Сымон Рудзько", "surname_differs"),
        ("Алена Рудзько", "Алена Рудзько-Хамянкова", "surname_part"),
        ("Карлікт Хамянкоў", "Карлыкт Хамянкоў", "given_alike"),
        ("Сымно Хамянкоў", "Сымон Хамянкоў", "given_one_letter"),
        ("Андрэй Хамянкоў", "Сымон Хамянкоў", "given_differs"),
        (
            "Хоменков Семён Николаевич",
            "Сымон Мікалаевіч Хамянкоў",
            "patronymic_agrees",
        ),
        (
            "Хоменков Семён Петрович",
            "Сымон Мікалаевіч Хамянкоў",
            "patronymic_differs",
        ),
    ],
)
def test_a_comparison_gives_its_reasons(asked, other, code):
    assert code in codes(asked, other)


@pytest.mark.parametrize(
    ("asked", "other"),
    [
        ("Хамянкоў", "Хамянкоў"),
        ("Сымон", "Сымон"),
        ("С. Хамянкоў", "С. Хамянкоў"),
        ("С. Хамянкоў", "Сымон Хамянкоў"),
        ("Алена Хамянкова", "Алена Хамянкоў"),
        ("Аляксандра Рудзько", "Аляксандр Рудзько"),
        ("Валянціна Рудзько", "Валянцін Рудзько"),
        ("Сымон Рудзько", "Сымон Рудзькоў"),
        ("Дзмітрый Кучын", "Дмитрий Кутин"),
        ("Dzmitry Kutin", "Дзмітрый Кучын"),
        ("Хоменков Семён Петрович", "Сымон Мікалаевіч Хамянкоў"),
        ("Алена Рудзько", "Алена Рудзько-Хамянкова"),
    ],
)
def test_less_than_a_surname_and_a_given_name_is_no_match(asked, other):
    assert not compare_descriptions(known(asked), known(other)).is_match
    assert not compare_descriptions(known(other), known(asked)).is_match


def born(year, month=None, day=None):
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    return date(year, month, day), date(year, month, day)


@pytest.mark.parametrize(
    ("ours", "theirs", "code", "is_match"),
    [
        (born(1990, 3, 4), born(1990, 3, 4), ReasonCode.BIRTH_DAY_AGREES, True),
        (born(1990), born(1990, 3, 4), ReasonCode.BIRTH_YEAR_AGREES, True),
        (born(1991), born(1990, 3, 4), ReasonCode.BIRTH_CLOSE, False),
        (born(1962), born(1990), ReasonCode.BIRTH_DIFFERS, False),
    ],
)
def test_births_are_compared(ours, theirs, code, is_match):
    found = compare_descriptions(
        known("Янка Рудзько", born=ours), known("Иван Рудько", born=theirs)
    )
    assert code in [reason.code for reason in found.reasons]
    assert found.is_match is is_match
    assert found.conflicts is (code == ReasonCode.BIRTH_DIFFERS)


def test_a_slip_is_possible_and_no_match_whatever_the_birth():
    asked, other = (known(f"Янка Рудзьк{last}", born=born(1990, 3, 4)) for last in "ор")
    found = compare_descriptions(asked, other)
    assert (found.is_match, found.is_possible) == (False, True)


def test_nobody_is_taken_into_custody_after_death():
    died = known("Янка Рудзько", died=born(2021))
    held = known("Янка Рудзько", held=((date(2023, 1, 1), None),))
    assert compare_descriptions(died, held).conflicts
    assert compare_descriptions(held, died).conflicts


def test_custodies_speak_for_and_against():
    held = known("Янка Рудзько", held=((date(2021, 1, 1), date(2023, 1, 1)),))
    same = known("Янка Рудзько", held=((date(2021, 1, 1), None),))
    other = known("Янка Рудзько", held=((date(2024, 1, 1), None),))
    assert compare_descriptions(held, same).score > compare_descriptions(held, other).score


def test_the_father_gives_way_to_the_son_of_his_age():
    father = known("Янка Рудзько", born=born(1962))
    son = known("Янка Рудзько", born=born(1990))
    asked = known("Иван Рудько", born=born(1990))
    assert compare_descriptions(asked, son).score > compare_descriptions(asked, father).score


@example("Ян Казімір ічна", "Xx Yy ovich")
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_compare(asked, other):
    found = compare_descriptions(known(asked), known(other))
    assert 0 <= found.score <= 1


@given(NAMES, NAMES)
def test_a_comparison_is_the_same_from_either_side(asked, other):
    one, two = (
        compare_descriptions(known(asked), known(other)),
        compare_descriptions(known(other), known(asked)),
    )
    assert one.score == pytest.approx(two.score, abs=0.02)
    assert one.is_match == two.is_match


@given(st.sampled_from("Янка Алена Сымон Ганна".split()), st.text("бвгджзклмнпрст", min_size=3))
def test_a_full_name_matches_itself_in_either_order(given_name, surname):
    straight, swapped = f"{given_name} {surname}о", f"{surname}о {given_name}"
    assert compare_descriptions(known(straight), known(straight)).is_match
    assert compare_descriptions(known(straight), known(swapped)).is_match


def test_without_names_nothing_agrees():
    assert compare_descriptions(known(), known("Янка Рудзько")).score == 0
    assert compare_descriptions(known(""), known("")).score == 0
