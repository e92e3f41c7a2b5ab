"""Sheets that were made to do harm (trust rows E1, E2, E7)."""
# ruff: noqa: N802

import io
import subprocess
import sys

import openpyxl
import pytest

from people.imports.sheets import Unreadable, limits, read_sheet, sheet_reader
from people.imports.sheets.sheet_row import Flaw
from tests.people.imports import sheets

BOMBS = {
    "one cell of a gigabyte": (lambda: sheets.one_huge_cell(2**30), Flaw.HOSTILE_ARCHIVE),
    "34 million empty rows": (lambda: sheets.empty_rows(34_000_000), Flaw.HOSTILE_ARCHIVE),
    "a million parts": (lambda: sheets.many_parts(1_000_000), Flaw.HOSTILE_ARCHIVE),
    "entities": (sheets.entities, Flaw.HAS_ENTITIES),
    "a symlink": (sheets.symlink, Flaw.HOSTILE_ARCHIVE),
    "overlapping entries": (sheets.overlapping, Flaw.HOSTILE_ARCHIVE),
    "a claim of 34 million rows": (lambda: sheets.claimed_row(34_000_000), Flaw.MANY_ROWS),
    "an archive in an archive": (
        lambda: sheets.repacked({"xl/embeddings/inner.xlsx": b"PK"}),
        Flaw.HOSTILE_ARCHIVE,
    ),
    "a path that leaves": (
        lambda: sheets.repacked({"../outside.xml": b"<a/>"}),
        Flaw.HOSTILE_ARCHIVE,
    ),
}


def flaw_of(file: io.BytesIO) -> Flaw:
    with pytest.raises(Unreadable) as refused:
        list(read_sheet(file, name="list.xlsx"))
    return refused.value.flaw


def test_a_good_workbook_is_read():
    assert [row.cells for row in read_sheet(sheets.workbook(["name"], ["Synthetic"]))] == [
        ("name",),
        ("Synthetic",),
    ]


@pytest.mark.parametrize("name", BOMBS)
def test_E1_a_bomb_is_refused_by_its_directory(name):
    make, flaw = BOMBS[name]
    assert flaw_of(make()) == flaw


def test_E1_a_refusal_takes_little_memory(tmp_path):
    bomb = tmp_path / "bomb.xlsx"
    bomb.write_bytes(sheets.empty_rows(34_000_000).getvalue())
    # The child's limit, lowered to what a refusal may cost, would end it before its answer.
    code = (
        "from people.imports.sheets import child, limits; limits.MEMORY = 200 * 2**20;child.main()"
    )
    with bomb.open("rb") as file:
        answer = subprocess.run(
            [sys.executable, "-c", code], stdin=file, capture_output=True, check=True
        )
    assert b"hostile_archive" in answer.stdout


UNGUARDED = (
    "import zipfile; from people.imports.sheets import archive, child;"
    "archive.open_archive = zipfile.ZipFile; child.main()"
)
SECOND_DEFENCE = {
    "one cell of half a gigabyte": lambda: sheets.one_huge_cell(2**29),
    "34 million empty rows": lambda: sheets.empty_rows(34_000_000),
    "a million parts": lambda: sheets.many_parts(1_000_000),
    "a claim of 34 million rows": lambda: sheets.claimed_row(34_000_000),
}


@pytest.mark.parametrize("name", SECOND_DEFENCE)
def test_E2_with_the_first_defence_off_the_child_dies_and_the_parent_answers(name, monkeypatch):
    monkeypatch.setattr(sheet_reader, "COMMAND", [sys.executable, "-c", UNGUARDED])
    monkeypatch.setattr(limits, "SECONDS", 8)
    assert flaw_of(SECOND_DEFENCE[name]()) in (
        Flaw.TOO_MUCH_WORK, Flaw.MANY_ROWS, Flaw.DAMAGED, Flaw.LONG_CELL,
    )  # fmt: skip


def asked_of_the_child(code: str) -> str:
    """What a confined child prints when it is made to run `code`."""
    script = (
        "import os, socket, subprocess\nfrom people.imports.sheets import child\n"
        "child.confine_process()\n"
        f"try:\n    {code}\n    print('done')\nexcept Exception as error: print(error)"
    )
    return subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    ).stdout


@pytest.mark.parametrize(
    "code", ["open('/etc/hostname')", "socket.socket()", "open('/tmp/made', 'w')"]
)
def test_E7_the_child_opens_no_file_and_no_connection(code):
    assert "Too many open files" in asked_of_the_child(code)


def test_E7_what_needs_no_file_still_runs_there():
    assert asked_of_the_child("sum([1])") == "done\n"


def test_E2_the_child_has_no_secret(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "to-be-kept")
    code = "import os, sys; sys.stdout.write('{\"seen\": %d}\\n' % ('SECRET_KEY' in os.environ))"
    monkeypatch.setattr(sheet_reader, "COMMAND", [sys.executable, "-c", code])
    assert read_sheet(io.BytesIO(b"x")).facts == {"seen": 0}


def test_E7_a_formula_is_an_error_of_its_cell_and_never_its_value():
    book = openpyxl.Workbook()
    book.active.append(["name", '=HYPERLINK("http://example.org")'])
    (row,) = read_sheet(sheets.saved(book))
    assert (row.cells, row.flaws) == (("name", ""), {1: Flaw.FORMULA})


def test_E7_a_formula_of_a_text_file_is_an_error_too():
    (row,) = read_sheet(io.BytesIO(b"name,=cmd|' /C calc'!A0\n"))
    assert row.flaws == {1: Flaw.FORMULA}
