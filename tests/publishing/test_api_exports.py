"""What a spreadsheet would run is written so that it does not."""

import csv
import io

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from publishing.api.exports import NUMBER, defuse_formula, format_cell, format_csv
from publishing.api.streams import write_defused

STARTS = "=+-@\t\r\n＝＋－＠"
dangerous = st.builds(
    lambda blanks, start, rest: blanks + start + rest,
    st.text(" \t\r\n\0\u00a0", max_size=3),
    st.sampled_from(STARTS),
    st.text(max_size=20),
)


@settings(max_examples=500)
@given(dangerous)
def test_a_formula_becomes_text(text: str) -> None:
    assert NUMBER.fullmatch(text) or defuse_formula(text) == f"'{text}"


@settings(max_examples=300)
@given(st.text(max_size=30))
def test_a_text_is_kept_but_for_the_apostrophe(text: str) -> None:
    assert defuse_formula(text) in (text, f"'{text}")
    assert not defuse_formula(text).lstrip(" \0").startswith(tuple(STARTS)) or NUMBER.fullmatch(
        text
    )


@pytest.mark.django_db
@settings(max_examples=200)
@given(dangerous | st.text(min_size=1, max_size=30))
def test_the_statement_makes_of_a_text_what_the_module_does(text: str) -> None:
    text = text.replace("\0", "")  # PostgreSQL holds none
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {write_defused('told')} FROM (VALUES (%s)) row (told)", [text])
        assert cursor.fetchone() == (defuse_formula(text),)


def test_without_the_guard_a_formula_stays() -> None:
    """The negative control: the csv module alone lets it through."""
    line = io.StringIO()
    csv.writer(line).writerow(["=1+1"])
    assert line.getvalue() == "=1+1\r\n"


def test_numbers_stay_numbers() -> None:
    assert (
        format_cell(-5),
        format_cell(1.5),
        defuse_formula("-5"),
        defuse_formula("+375"),
        defuse_formula("-1.5"),
    ) == (
        -5,
        1.5,
        "-5",
        "+375",
        "-1.5",
    )


def test_a_line_is_read_back_as_it_was() -> None:
    row = {"a": 'he said "no",\nand left', "b": None, "c": True, "d": {"value": "2025~"}}
    lines = b"".join(format_csv([row], ["a", "b", "c", "d"], {"d"})).decode()
    header, cells = csv.reader(io.StringIO(lines, newline=""))
    assert header == ["a", "b", "c", "d", "d_earliest", "d_latest"]
    assert cells == ['he said "no",\nand left', "", "true", "2025~", "", ""]
