"""Good sheets, spoilt at random: each is read, or refused in words (trust row E3).

They are read in this process, where many can be tried. `SPOILT` is how many of each kind:

    SPOILT=500000 make test ARGS="tests/people/imports/test_spoilt.py"
"""
# ruff: noqa: N802

import csv
import io
import os
import random
import zipfile
from collections.abc import Callable
from datetime import date
from uuid import uuid4

import orjson
import pytest

from people.imports.list_formats import FORMATS, ListFormat, map_columns
from people.imports.list_vocabulary import ListVocabulary
from people.imports.row_parser import parse_row
from people.imports.sheets import archive, child, limits
from people.imports.sheets.refusal import RefusedSheet
from people.imports.sheets.sheet_row import Flaw
from publishing.text import UNSEEN
from tests.people.imports import sheets
from tests.people.imports.lists import HEADER, as_csv, machine_rows

SPOILT = int(os.environ.get("SPOILT", 300))
TEXT = as_csv(machine_rows(3)).decode()
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251")
BOOK = sheets.workbook(HEADER, *([*row.values()] for row in machine_rows(2)), [date(1982, 4, 24)])
with zipfile.ZipFile(BOOK) as book:
    PARTS = {name: book.read(name) for name in book.namelist()}
#: The rows, and the texts that they share, are spoilt more often than the rest.
SPOILT_PARTS = ("xl/worksheets/sheet1.xml",) * 6 + ("xl/sharedStrings.xml",) * 3 + tuple(PARTS)
#: What readers trip over: signs of the formats, marks, halves of characters, numbers too large.
TOKENS = (
    *(b'"', b'""', b",", b";", b"\t", b"\r", b"\n", b"\r\n", b"\0", b"=", b"'", b"\x1a"),
    *(b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xd8\0", b"\0\xd8", b"\xc3", b"\xed\xa0"),
    *("\u202e\u200b\ufeff\u0130\u2028\U0001f9d1".encode(), b"9" * 30, b"-1", b"2021-02-30"),
    *(b"<", b"</c>", b"&amp;", b"&#0;", b"&#xD800;", b"]]>", b't="s"', b't="d"', b't="e"'),
    *(b's="9"', b'r="XFE1"', b'r="A0"', b"<v>1e400</v>", b"<row/>", b"<!DOCTYPE a>"),
)
VOCABULARY = ListVocabulary({("342", "1"): uuid4(), ("130", ""): uuid4()}, {})


def spoilt(good: bytes, draw: random.Random) -> bytes:
    """`good` after one to six accidents."""
    bad = bytearray(good)
    for _ in range(draw.randint(1, 6)):
        at, until = draw.randrange(len(bad) + 1), draw.randrange(len(bad) + 1)
        some = slice(at, min(until, at + 200)) if draw.random() < 0.5 else slice(at, at + 1)
        accident = draw.randrange(4)
        if accident == 0:
            bad[at:at] = draw.choice(TOKENS)
        elif accident == 1:
            bad[some] = draw.choice((b"", draw.choice(TOKENS), draw.randbytes(2)))
        elif accident == 2:
            bad[at:at] = bad[some] * draw.randint(1, 3)
        elif draw.random() < 0.2:
            del bad[at:]
    return bytes(bad)


def text(draw: random.Random) -> bytes:
    """A list as CSV in one of the usual encodings."""
    good = TEXT[: draw.randrange(400, len(TEXT))].encode(draw.choice(ENCODINGS))
    return spoilt(good, draw)


def packed(draw: random.Random) -> bytes:
    """A workbook of which one part is spoilt, or the archive itself."""
    if draw.random() < 0.2:
        return spoilt(BOOK.getvalue(), draw)
    file, bad = io.BytesIO(), draw.choice(SPOILT_PARTS)
    with zipfile.ZipFile(file, "w") as book:
        for name, part in PARTS.items():
            book.writestr(name, spoilt(part, draw) if name == bad else part)
    return file.getvalue()


def rows(content: bytes) -> list[list]:
    """The lines of the child, as its parent hears them."""
    facts, found, most = child._open_sheet(io.BytesIO(content))
    orjson.dumps(facts)
    return [orjson.loads(line) for line in child._encode_rows(found, most)]


def refused(kind: Callable[[random.Random], bytes], times: int) -> int:
    """How many of so many spoilt sheets are refused; all others are read, as text."""
    first, count = random.randrange(2**32), 0
    for seed in range(first, first + times):
        content = kind(random.Random(seed))
        try:
            for _number, cells, flaws in rows(content):
                assert not any(UNSEEN.search(cell) or len(cell) > limits.CELL for cell in cells)
                assert set(flaws.values()) <= set(Flaw)
        except RefusedSheet:
            count += 1
        except Exception as error:
            raise AssertionError(f"{kind.__name__} {seed}: {content!r}") from error
    return count


@pytest.mark.parametrize("kind", [text, packed])
def test_E3_a_spoilt_sheet_is_read_or_refused(kind):
    assert 0 < refused(kind, SPOILT) < SPOILT


def test_E3_what_a_library_trips_over_would_be_seen(monkeypatch):
    monkeypatch.setattr(archive, "DAMAGE", ())
    with pytest.raises(AssertionError, match="packed"):
        refused(packed, 300)


@pytest.mark.parametrize("known", FORMATS.values(), ids=lambda known: known.code)
def test_E3_a_spoilt_row_says_what_can_be_kept(known: ListFormat):
    meant = map_columns(list(known.columns), known.columns)
    cells = [cell for row in csv.reader(TEXT.splitlines()[1:]) for cell in row]
    first = random.randrange(2**32)
    for seed in range(first, first + SPOILT):
        draw = random.Random(seed)
        row = [spoilt(draw.choice(cells).encode(), draw).decode(errors="ignore") for _ in meant]
        try:
            said, remarks = parse_row(row, {}, meant, VOCABULARY)
            orjson.dumps([said, remarks], default=list)
        except Exception as error:
            raise AssertionError(f"{seed}: {row!r}") from error
