"""Rows as CSV, of which a spreadsheet runs nothing."""

import csv
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from publishing.api.encoding import JsonObject, to_json, to_number

#: What a spreadsheet may take for a formula begins with one of these, after any blank, in both
#: widths of letters. PostgreSQL reads them as Python does: none stands for a class of others.
BLANKS = "\t-\r\x1c- \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
STARTS = "+@＝＋－＠\t\r\n=-"
FORMULA = re.compile(rf"[\0{BLANKS}]*[\0{STARTS}]")
NUMBER = re.compile(r"[+-]?[0-9]{1,15}([.][0-9]+)?")


def format_csv(rows: Iterable[JsonObject], fields: list[str], dates: set[str]) -> Iterator[bytes]:
    """A header and a line for each row. A date takes three columns, other nesting is JSON."""
    echo = csv.writer(_Echo())
    yield write_header(fields, dates)
    for row in rows:
        yield _write_line(echo, _format_cells(row, fields, dates))


def write_header(fields: list[str], dates: set[str]) -> bytes:
    return _write_line(csv.writer(_Echo()), _name_columns(fields, dates))


class _Echo:
    """Lets csv.writer hand back the line that it wrote."""

    def write(self, line: str) -> str:
        return line


def _write_line(echo: Any, cells: Iterable[Any]) -> bytes:
    return echo.writerow(list(cells)).encode()


def _name_columns(fields: list[str], dates: set[str]) -> Iterator[str]:
    for field in fields:
        yield field
        if field in dates:
            yield f"{field}_earliest"
            yield f"{field}_latest"


def _format_cells(row: JsonObject, fields: list[str], dates: set[str]) -> Iterator[Any]:
    for field in fields:
        value = row[field]
        if field in dates:
            value = value or {}
            yield defuse_formula(value.get("value") or "")
            yield value.get("earliest") or ""
            yield value.get("latest") or ""
        else:
            yield format_cell(value)


def format_cell(value: Any) -> Any:
    """One value as a cell: numbers stay numbers, nesting becomes JSON, text cannot be run."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (dict, list)):
        return defuse_formula(to_json(value).decode())
    if isinstance(value, Decimal):
        return to_number(value)
    return defuse_formula(value) if isinstance(value, str) else value


def defuse_formula(text: str) -> str:
    """`text`, with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if FORMULA.match(text) and not NUMBER.fullmatch(text) else text
