"""Text with columns: a spreadsheet that was copied, or its rows as values between commas."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Literal

from releases.intake.parser.births import birth_of
from releases.intake.parser.line import LONGEST_NAME, LONGEST_PART, ParsedLine
from releases.intake.parser.names import is_heading, is_name

#: What columns are called, by what they hold.
CALLED = {
    "name": "name|full name|names|імя і прозвішча|прозвішча і імя|прозвішча, імя|прозвішча імя"
    "|прозвішча, імя, імя па бацьку|фио|ф.и.о.|піб|имя и фамилия|фамилия и имя|фамилия, имя"
    "|фамилия имя|фамилия имя отчество|фамилия, имя, отчество|person|prisoner",
    "family": "family|family name|surname|last name|прозвішча|фамилия",
    "given": "given|given name|given names|first name|forename|імя|имя",
    "more": "patronymic|middle name|імя па бацьку|отчество",
    "birth": "born|birth|date of birth|birth date|birthday|year of birth|birth year|dob"
    "|дата нараджэння|год нараджэння|нараджэнне|нар.|дата рождения|год рождения|рождение"
    "|г.р.|г. р.",
    "age": "age|узрост|возраст|лет|гадоў",
    "number": "№|#|no|no.|nr|n|number|нумар|номер|п/п|№ п/п|id",
}  # fmt: skip
KINDS = {word: kind for kind, words in CALLED.items() for word in words.split("|")}
DELIMITERS = "\t;|"
#: Of the rows with words in them so many have as many columns as most.
MOST = 0.8
LONGEST_CELL = 5

TableRow = tuple[int, str, list[str]]


def delimiter_of(text: str) -> str:
    """What parts the columns of a text; "" for one that has none.

    Commas part columns only under a heading of columns: `Family, Given` has commas too.
    """
    rows = [line for line in text.splitlines() if line.strip()]
    for delimiter in DELIMITERS:
        counts = Counter(row.count(delimiter) for row in rows)
        width, times = counts.most_common(1)[0] if counts else (0, 0)
        if width and len(rows) > 1 and times >= MOST * len(rows):
            return delimiter
    first = rows[0].split(",") if rows else []
    known = {KINDS.get(_fold_cell(cell)) for cell in first}
    return "," if len(first) > 1 and known & {"name", "family"} else ""


def rows_of(text: str, delimiter: str) -> list[TableRow]:
    """Each row with its first line, counted from 1, and that line as it stands.

    A cell in quotation marks may go on over a few lines, which then are one row; one that goes on
    further has a mark that is no quotation, and marks are taken for what they are.
    """
    rows = list(_split_rows(text, delimiter, csv.QUOTE_MINIMAL))
    if any(len(raw.splitlines()) > LONGEST_CELL for _place, raw, _cells in rows):
        return list(_split_rows(text, delimiter, csv.QUOTE_NONE))
    return rows


def _split_rows(text: str, delimiter: str, quoting: Literal[0, 3]) -> Iterator[TableRow]:
    lines = text.splitlines(keepends=True)
    reader = csv.reader(lines, delimiter=delimiter, quoting=quoting)
    done = 0
    for cells in reader:
        raw = "".join(lines[done : reader.line_num])
        yield done + 1, raw, [" ".join(cell.split()) for cell in cells]
        done = reader.line_num


def parse_table(rows: list[TableRow], on: date) -> list[ParsedLine] | None:
    """The lines of a table; None where no column of it holds names."""
    head = next((i for i, row in enumerate(rows) if _is_head(row[2])), None)
    kinds = (
        _read_head(rows[head][2])
        if head is not None
        else _guess_columns([row[2] for row in rows], on)
    )
    if not {"name", "family"} & set(kinds.values()):
        return None
    return [
        ParsedLine(place, raw, is_heading=True)
        if i == head
        else _parse_row(place, raw, cells, kinds, on)
        for i, (place, raw, cells) in enumerate(rows)
    ]


def _is_head(cells: list[str]) -> bool:
    kinds = [KINDS.get(_fold_cell(cell)) for cell in cells]
    return len(cells) > 1 and bool({"name", "family"} & set(kinds))


def _read_head(cells: list[str]) -> dict[int, str]:
    kinds: dict[int, str] = {}
    for index, cell in enumerate(cells):
        kind = KINDS.get(_fold_cell(cell))
        if kind and kind not in kinds.values():
            kinds[index] = kind
    return kinds


def _guess_columns(rows: list[list[str]], on: date) -> dict[int, str]:
    """The first column of names, the first of births, and one of running numbers."""
    kinds: dict[int, str] = {}
    tests = {
        "number": lambda cell: bool(re.fullmatch(r"(?:№ ?)?[0-9]{1,4}[.)]?", cell)),
        "name": is_name,
        "birth": lambda cell: bool(birth_of(cell, on)),
    }
    for index in range(max(map(len, rows), default=0)):
        cells = [row[index] for row in rows if index < len(row) and row[index]]
        for kind, test in tests.items():
            if kind not in kinds.values() and sum(map(test, cells)) > len(cells) / 2:
                kinds[index] = kind
                break
    return kinds


def _parse_row(
    place: int, raw: str, cells: list[str], kinds: dict[int, str], on: date
) -> ParsedLine:
    if not any(cells):
        return ParsedLine(place, raw, is_empty=True)
    held = {kind: cells[index] for index, kind in kinds.items() if index < len(cells)}
    family, given = held.get("family", "")[:LONGEST_PART], held.get("given", "")[:LONGEST_PART]
    words = [held.get(kind, "") for kind in ("given", "more", "family")]
    name = held.get("name") or " ".join(word for word in words if word)
    birth = birth_of(held.get("birth", ""), on) or birth_of(held.get("age", ""), on)
    remarks = [cell for index, cell in enumerate(cells) if cell and index not in kinds]
    remarks += [cell for kind in ("birth", "age") if not birth and (cell := held.get(kind))]
    if not name and is_heading(" ".join(cells), " ".join(cells)):
        return ParsedLine(place, raw, is_heading=True)
    if not name:
        return ParsedLine(place, raw, " ".join(filter(None, cells))[:LONGEST_NAME])
    is_certain = is_name(name.replace(",", "")) and len(name) <= LONGEST_NAME
    return ParsedLine(
        place, raw, name[:LONGEST_NAME], given, family, birth, ", ".join(remarks), is_certain
    )


def _fold_cell(cell: str) -> str:
    return " ".join(cell.casefold().split()).strip(' :"')
