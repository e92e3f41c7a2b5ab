"""Whole lists as CSV or JSON Lines, streamed as the database hands out their rows."""

import csv
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice
from typing import Any

from publishing.api.encoding import JsonObject, to_json, to_number

AT_A_TIME = 500
BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
NUMBER = re.compile(r"[+-]?\d{1,15}(\.\d+)?")
#: What a spreadsheet may take for a formula, in both widths of letters, after any blank.
FORMULA = re.compile(r"[\s\0]*[=+\-@＝＋－＠\t\r\n\0]")
DATE = {"value", "precision", "earliest", "latest"}


def format_json_lines(rows: Iterable[JsonObject]) -> Iterator[bytes]:
    rows = iter(rows)
    while some := list(islice(rows, AT_A_TIME)):
        yield b"".join(to_json(row) + b"\n" for row in some)


def format_csv(rows: Iterable[JsonObject], fields: list[str], dates: set[str]) -> Iterator[bytes]:
    """A header and a line for each row. A date takes three columns, other nesting is JSON."""
    rows = iter(rows)
    echo = csv.writer(_Echo())
    yield _write_line(echo, _name_columns(fields, dates))
    while some := list(islice(rows, AT_A_TIME)):
        yield b"".join(_write_line(echo, _format_cells(row, fields, dates)) for row in some)


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
