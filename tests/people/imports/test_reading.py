"""Encodings, delimiters and dirt (trust row E3).

`SHEETS` is how many are drawn, each read in a process of its own; test_spoilt.py tries far more:

    SHEETS=1000 make test ARGS="tests/people/imports/test_reading.py"
"""
# ruff: noqa: N802

import contextlib
import csv
import datetime
import io
import os
import unicodedata

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from people.imports.sheets import Unreadable, limits, read_sheet
from people.imports.sheets.sheet_row import Flaw, cell_address
from publishing.text import UNSEEN
from tests.people.imports import sheets

SHEETS = int(os.environ.get("SHEETS", 15))
#: What a cell may hold when it comes back as it went: clean text, which is no formula.
CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12).map(
    lambda text: unicodedata.normalize("NFC", UNSEEN.sub("", text)).strip().lstrip("=")
)
TABLES = st.lists(
    st.lists(CELLS, min_size=1, max_size=6).filter(lambda row: row[-1] != ""),
    min_size=1,
    max_size=8,
)


def cells(content: bytes | io.BytesIO) -> list[tuple[str, ...]]:
    file = content if isinstance(content, io.BytesIO) else io.BytesIO(content)
    return [row.cells for row in read_sheet(file)]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251"]
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_E3_text_is_read_in_every_usual_encoding(encoding, delimiter, newline):
    written = newline.join(
        [delimiter.join(("Имя", "Год рождения")), delimiter.join(("Янка", "1982"))]
    )
    assert cells(written.encode(encoding)) == [("Имя", "Год рождения"), ("Янка", "1982")]


def test_E3_a_guessed_encoding_is_stated():
    assert read_sheet(io.BytesIO("Имя;Год\n".encode("cp1251"))).facts["guessed"] is True
    assert read_sheet(io.BytesIO("Имя;Год\n".encode())).facts["guessed"] is False


@settings(max_examples=SHEETS)
@given(TABLES, st.sampled_from([",", ";", "\t"]), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_E3_a_text_file_comes_back_as_it_was_written(table, delimiter, encoding):
    written = io.StringIO(newline="")
    # The header says what the delimiter is, as the header of a list does.
    csv.writer(written, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([["a"] * 7, *table])
    assert cells(written.getvalue().encode(encoding))[1:] == [tuple(row) for row in table]


@settings(max_examples=SHEETS)
@given(TABLES)
def test_E3_a_workbook_comes_back_as_it_was_written(table):
    legal = [[cell.replace("\ufffe", "").replace("\uffff", "") for cell in row] for row in table]
    book = openpyxl.Workbook()
    for row in legal:
        book.active.append(row)
        for cell in book.active[book.active.max_row]:
            cell.data_type = "s"  # "#N/A" and "1" are text here
    found = (
        {row.number: row.cells for row in read_sheet(sheets.saved(book))}
        if any(map(any, legal))
        else {}
    )
    for number, row in enumerate(legal, start=1):
        assert list(found.get(number, ())) == trimmed(row)


def trimmed(row: list[str]) -> list[str]:
    row = [unicodedata.normalize("NFC", cell).strip() for cell in row]
    while row and not row[-1]:
        row.pop()
    return row


@settings(max_examples=SHEETS * 3)
@given(st.binary(max_size=300) | st.binary(max_size=300).map(lambda data: b"PK\x03\x04" + data))
def test_E3_any_bytes_are_read_or_refused_in_words(content):
    with contextlib.suppress(Unreadable):
        assert all(isinstance(cell, str) for row in cells(content) for cell in row)


@pytest.mark.parametrize("sign", ["\x00", "\u202e", "\u200b", "\ufeff", "\u2066"])
def test_E3_what_nobody_sees_is_taken_out_with_a_remark(sign):
    (row,) = read_sheet(io.BytesIO(f"name,Syn{sign}thetic".encode()))
    assert (row.cells, row.flaws) == (("name", "Synthetic"), {1: Flaw.UNSEEN})


def test_E3_a_line_break_inside_quotation_marks_belongs_to_the_cell():
    assert cells(b'a,"one\r\ntwo"\r\nb,c\r\n') == [("a", "one\ntwo"), ("b", "c")]


@pytest.mark.parametrize(
    ("content", "flaw"),
    [
        (b"", Flaw.EMPTY),
        (b"\n\n;;;\n", Flaw.EMPTY),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", Flaw.OLD_WORKBOOK),
        (b"%PDF-1.7", Flaw.UNKNOWN_KIND),
        (b"PK\x03\x04 and nothing more", Flaw.DAMAGED),
        (b'name\n"never closed\n', Flaw.OPEN_QUOTE),
        (b"x" * (limits.CELL + 1), Flaw.LONG_CELL),
        (b"x," * (limits.LINE // 2 + 1), Flaw.LONG_LINE),
        (b"x," * limits.COLUMNS + b"x", Flaw.MANY_COLUMNS),
        ("x".encode("utf-32"), Flaw.UNKNOWN_ENCODING),
        (bytes(range(128, 256)), Flaw.UNKNOWN_ENCODING),
    ],
)
def test_E3_what_is_no_list_is_refused_with_its_reason(content, flaw):
    with pytest.raises(Unreadable) as refused:
        cells(content)
    assert refused.value.flaw == flaw


def test_dates_and_numbers_of_a_workbook_are_text():
    file = sheets.workbook([datetime.date(1982, 4, 24), 12, 1.5, True, None, "x"])
    assert cells(file) == [("1982-04-24", "12", "1.5", "TRUE", "", "x")]


def test_sheets_that_are_not_read_are_named():
    book = openpyxl.Workbook()
    book.active.append(["name"])
    book.create_sheet("More people")
    assert read_sheet(sheets.saved(book)).facts["unread"] == ["More people"]


def test_a_hidden_sheet_is_not_taken_for_the_list():
    book = openpyxl.Workbook()
    book.active.append(["hidden"])
    book.active.sheet_state = "hidden"
    book.create_sheet("Seen").append(["seen"])
    assert cells(sheets.saved(book)) == [("seen",)]


@pytest.mark.parametrize(("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ")])
def test_a_cell_has_the_address_that_spreadsheet_programs_show(column, letters):
    assert cell_address(12, column) == f"{letters}12"
