"""The process that parses. Its input is the file, its output are lines of JSON.

The first line holds the facts of the file. A line [number, cells, {column: flaw}] follows for each
row. The last line is null or {"flaw": …, "line": …}. Where it is missing, the limits killed the
process.
"""

import codecs
import resource
import sys
from collections.abc import Iterator
from typing import BinaryIO

import orjson

from people.imports.sheets import limits, text_file, workbook
from people.imports.sheets.refusal import RefusedSheet
from people.imports.sheets.sheet_row import Flaw
from publishing.text import UNSEEN, strip_unseen

OLD_WORKBOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PACKED = b"PK\x03\x04"
#: PDF, PNG, JPEG, GIF, RAR, gzip, 7-zip, RTF.
OTHER_KINDS = (
    *(b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8"),
    *(b"Rar!", b"\x1f\x8b", b"7z\xbc\xaf", b"{\\rtf"),
)


def main() -> None:
    confine_process()
    out = sys.stdout.buffer
    try:
        facts, rows, most = _open_sheet(sys.stdin.buffer)
        out.write(orjson.dumps(facts) + b"\n")
        for line in _encode_rows(rows, most):
            out.write(line)
        out.write(b"null\n")
    except RefusedSheet as refused:
        out.write(orjson.dumps({"flaw": refused.flaw, "line": refused.line}) + b"\n")
    out.flush()


def confine_process() -> None:
    """Take away what a list does not need: memory, time, and every descriptor but three.

    Nothing that runs here can open a file or a connection.
    """
    _warm_up()
    for what, most in (
        (resource.RLIMIT_AS, limits.MEMORY),
        (resource.RLIMIT_CPU, limits.SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_NOFILE, 3),
    ):
        resource.setrlimit(what, (most, most))


def _warm_up() -> None:
    """Have the codecs loaded: afterwards no module can be."""
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "cp437", "ascii"):
        codecs.lookup(encoding)


def _open_sheet(file: BinaryIO) -> tuple[dict, Iterator, int]:
    """The facts of the file, its rows, and how many it may have."""
    start = file.read(8)
    if not start:
        raise RefusedSheet(Flaw.EMPTY)
    if start == OLD_WORKBOOK:
        raise RefusedSheet(Flaw.OLD_WORKBOOK)
    if start.startswith(OTHER_KINDS):
        raise RefusedSheet(Flaw.UNKNOWN_KIND)
    if start.startswith(PACKED):
        return *workbook.read_workbook(file), limits.WORKBOOK_ROWS
    return *text_file.read_text_file(file), limits.ROWS


def _encode_rows(rows: Iterator, most: int) -> Iterator[bytes]:
    filled = 0
    for number, cells in rows:
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            continue
        filled += 1
        if filled > most:
            raise RefusedSheet(Flaw.MANY_ROWS)
        if len(cells) > limits.COLUMNS:
            raise RefusedSheet(Flaw.MANY_COLUMNS, number)
        yield _encode_row(number, cells)
    if not filled:
        raise RefusedSheet(Flaw.EMPTY)


def _encode_row(number: int, cells: list) -> bytes:
    flaws = {}
    for column, cell in enumerate(cells):
        if isinstance(cell, Flaw):
            cells[column], flaws[str(column)] = "", cell
        elif len(cell) > limits.CELL:
            raise RefusedSheet(Flaw.LONG_CELL, number)
        elif cell.startswith("=") and len(cell) > 1:
            cells[column], flaws[str(column)] = "", Flaw.FORMULA
        elif cell.isascii() and cell.isprintable():
            cells[column] = cell.strip()
        else:
            if UNSEEN.search(cell.replace("\r\n", "\n")):
                flaws[str(column)] = Flaw.UNSEEN
            cells[column] = strip_unseen(cell).strip()
    return orjson.dumps([number, cells, flaws]) + b"\n"


if __name__ == "__main__":
    main()
