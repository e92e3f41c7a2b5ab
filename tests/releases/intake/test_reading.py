"""A pasted list is read line by line, and nothing of it is lost."""

import os
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from releases.intake.parser import ParsedLine, parse_list

DAY = date(2025, 12, 13)
EXAMPLES = int(os.environ.get("EXAMPLES", "200"))


def one(text: str) -> ParsedLine:
    (line,) = parse_list(text, DAY)
    return line


@pytest.mark.parametrize(
    "text",
    [
        "Synthetic Abe",
        "1. Synthetic Abe",
        "1) Synthetic Abe",
        "№ 1 Synthetic Abe",
        "12 Synthetic Abe",
        "• Synthetic Abe",
        "– Synthetic Abe",
        "* Synthetic Abe",
        "-Synthetic Abe",
        "• 3. Synthetic Abe",
        "\tSynthetic Abe  ",
    ],
)
def test_a_mark_before_a_name_is_no_part_of_it(text):
    assert (one(text).name, one(text).is_name) == ("Synthetic Abe", True)


@pytest.mark.parametrize(
    ("said", "birth"),
    [
        ("(b. 1985)", "1985"),
        ("(1985 г.р.)", "1985"),
        (", 1985 г. н.", "1985"),
        ("1985", "1985"),
        ("(нар. 12.05.1985)", "1985-05-12"),
        ("(12/05/1985)", "1985-05-12"),
        (", 12 мая 1985 года рождения", "1985-05-12"),
        ("– нар. 12 мая 1985 г.", "1985-05-12"),
        ("(1985-05-12)", "1985-05-12"),
        ("(44 years)", "1980-12-14/1981-12-13"),
        (", 44 гады, Мінск", "1980-12-14/1981-12-13"),
        (", 44", "1980-12-14/1981-12-13"),
        ("(15 years old)", "2009-12-14/2010-12-13"),
    ],
)
def test_a_birth_is_read_as_exactly_as_it_is_said(said, birth):
    assert one(f"Synthetic Abe {said}").birth == birth


@pytest.mark.parametrize(
    "said", ["– 15 years", "(2021)", "(31.02.1985)", "– 12 гадоў калоніі", "(1985, 1990)"]
)
def test_what_may_be_no_birth_is_a_remark(said):
    line = one(f"Synthetic Abe {said}")
    assert (line.name, line.birth) == ("Synthetic Abe", "")
    assert line.remark in said


def test_a_family_name_before_a_comma_is_told_apart():
    line = one("2. Synthetic, Abe Petrovich (b. 1985), journalist")
    assert (line.family, line.given) == ("Synthetic", "Abe Petrovich")
    assert (line.birth, line.remark) == ("1985", "journalist")


@pytest.mark.parametrize("text", ["Прыклад А.", "А. Прыклад", "А.В. Прыклад", "А. В. Прыклад"])
def test_initials_are_a_name_with_one_more_word(text):
    assert one(text).is_name


@pytest.mark.parametrize("text", ["сінтэтычны абеляр", "Synthetic", "Abe and Bob Synthetic"])
def test_what_is_not_written_as_a_name_is_left_to_a_person(text):
    line = one(text)
    assert (line.name, line.is_name, line.is_heading) == (text, False, False)


@pytest.mark.parametrize("text", ["Спіс вызваленых 13 снежня:", "Мінск:", "52", "———", "Список:"])
def test_a_heading_is_no_name(text):
    assert one(text).is_heading


@pytest.mark.parametrize(
    "text", ["Прыклад Іван, вызвалены ўчора", "Вызвалены Іван Прыклад", "Прозвішча: Прыклад"]
)
def test_what_could_name_somebody_is_no_heading(text):
    assert not one(text).is_heading


def test_names_of_one_line_are_parted_where_that_is_certain():
    lines = parse_list("5. Synthetic Abe, Synthetic Bob, Synthetic Cid.\n", DAY)
    assert [line.name for line in lines] == ["Synthetic Abe", "Synthetic Bob", "Synthetic Cid"]
    assert {line.place for line in lines} == {1}


@pytest.mark.parametrize("text", ["Synthetic Abe, Chief Editor", "Synthetic Abe, Synthetic Bob"])
def test_a_name_that_may_be_two_stays_one_line_for_a_person(text):
    assert (one(text).name, one(text).is_name) == (text, False)


def test_a_copied_spreadsheet_is_read_by_its_columns():
    text = "№\tПрозвішча, імя\tГод нараджэння\tГорад\n1\tПрыклад Абеляр\t1985\tМінск\n\n"
    head, line, end = parse_list(text, DAY)
    assert (head.is_heading, end.is_empty) == (True, True)
    assert (line.name, line.birth, line.remark) == ("Прыклад Абеляр", "1985", "Мінск")


def test_columns_without_a_heading_are_known_by_what_they_hold():
    lines = parse_list("1\tSynthetic Abe\t1985\n2\tSynthetic Bob\t44\n", DAY)
    assert [(line.name, line.birth[:4]) for line in lines] == [
        ("Synthetic Abe", "1985"),
        ("Synthetic Bob", "1980"),
    ]


def test_values_between_commas_are_columns_under_their_heading():
    text = 'surname,given name,born,note\nSynthetic,Abe,1985,"a, b"\n'
    line = parse_list(text, DAY)[1]
    assert (line.family, line.given, line.birth, line.remark) == (
        "Synthetic",
        "Abe",
        "1985",
        "a, b",
    )


def test_a_list_of_family_and_given_names_is_no_table():
    assert [line.family for line in parse_list("Abe, Bob\nCid, Dan\n", DAY)] == ["Abe", "Cid"]


def test_a_stray_quotation_mark_swallows_no_line():
    text = "name\tborn\n" + '"Synthetic Abe\t1985\n' + "Synthetic Bob\t1986\n" * 9
    assert sum(line.is_name for line in parse_list(text, DAY)) == 9


PIECES = st.sampled_from(
    ["1. ", "№ ", "• ", "Прыклад", "Абеляр", " ", ", ", "\t", "\n", "\r\n", ";", "(", ")", "1985",
     " г.р.", "44", "А.", "“", '"', "—", "\u2028", "name", "born", ":", "спіс"]
)  # fmt: skip


@settings(max_examples=EXAMPLES)
@given(st.one_of(st.lists(PIECES, max_size=60).map("".join), st.text(max_size=200)))
def test_the_lines_joined_are_the_text(text):
    lines = parse_list(text, DAY)
    assert "".join(line.raw for line in lines) == text
    assert all(line.name or not line.is_name for line in lines)


@settings(max_examples=EXAMPLES)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_every_letter_of_a_line_is_in_what_was_read_of_it(text):
    for line in parse_list(text, DAY):
        if line.is_name and not line.birth:
            said = line.name + line.remark
            assert sum(map(str.isalpha, said)) == sum(map(str.isalpha, line.raw))
