"""A CSV file, in whatever encoding and with whatever delimiter it came."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from people.imports.sheets import limits
from people.imports.sheets.refusal import RefusedSheet
from people.imports.sheets.sheet_row import Flaw

BOMS = (
    (codecs.BOM_UTF32_LE, ""),  # begins as UTF-16 does, and is used by nobody
    (codecs.BOM_UTF32_BE, ""),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: What text in Windows-1251 is made of; a guess that yields much else is none.
PLAUSIBLE = set("".join(map(chr, range(0x20, 0x7F))) + "\t\r\n«»„“”‘’–—…№§ ЁёІіЎўЄєЇїҐґ")
PLAUSIBLE |= set(map(chr, range(ord("А"), ord("я") + 1)))
DELIMITERS = ",;\t"
SAMPLE = 2**16


def read_text_file(file: BinaryIO) -> tuple[dict, Iterator[tuple[int, list[str]]]]:
    """What was found out about the file, and its records with their numbers from 1.

    A record's number is the row that a spreadsheet program would show it in, not its line.
    """
    encoding, guessed = _detect_encoding(file)
    file.seek(0)
    delimiter = _detect_delimiter(file.read(SAMPLE).decode(encoding, errors="ignore"))
    file.seek(0)
    lines = io.TextIOWrapper(file, encoding=encoding, newline="")
    facts = {"encoding": encoding, "guessed": guessed, "delimiter": delimiter}
    return facts, _read_records(lines, delimiter)


def _read_records(lines: io.TextIOWrapper, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(limits.CELL)
    reader = csv.reader(_bound_lines(lines), delimiter=delimiter, strict=True)
    try:
        yield from enumerate(reader, start=1)
    except csv.Error as error:
        long = "field larger" in str(error)
        raise RefusedSheet(Flaw.LONG_CELL if long else Flaw.OPEN_QUOTE, reader.line_num) from error


def _bound_lines(lines: io.TextIOWrapper) -> Iterator[str]:
    number = 0
    while line := lines.readline(limits.LINE + 1):
        number += 1
        if len(line) > limits.LINE:
            raise RefusedSheet(Flaw.LONG_LINE, number)
        yield line


def _detect_encoding(file: BinaryIO) -> tuple[str, bool]:
    """The encoding of the whole file, and whether it is a guess."""
    file.seek(0)
    sample = file.read(SAMPLE)
    for mark, encoding in BOMS:
        if sample.startswith(mark):
            return _require_encoding(file, encoding), False
    for encoding, side in (("utf-16-le", 1), ("utf-16-be", 0)):
        if _looks_wide(sample, side):
            return _require_encoding(file, encoding), True
    if _can_decode(file, "utf-8"):
        return "utf-8", False
    return _require_encoding(file, "cp1251"), True


def _looks_wide(sample: bytes, side: int) -> bool:
    """Whether every other byte is the high one of Latin (00) or Cyrillic (04) text."""
    high = Counter(sample[side::2])
    total = len(sample) // 2
    return total > 1 and high[0] > total // 10 and high[0] + high[4] > total * 9 // 10


def _require_encoding(file: BinaryIO, encoding: str) -> str:
    if not encoding or not _can_decode(file, encoding):
        raise RefusedSheet(Flaw.UNKNOWN_ENCODING)
    return encoding


def _can_decode(file: BinaryIO, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    strange = total = 0
    file.seek(0)
    try:
        while block := file.read(2**20):
            text = decoder.decode(block)
            if encoding == "cp1251":
                total += len(text)
                signs = Counter(text).items()
                strange += sum(times for sign, times in signs if sign not in PLAUSIBLE)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return strange * 20 <= total


def _detect_delimiter(sample: str) -> str:
    """The one that cuts the first record into most cells, asked outside quotation marks."""
    outside, quoted = Counter[str](), False
    for sign in sample:
        if sign == '"':
            quoted = not quoted
        elif not quoted and sign in "\r\n":
            if outside:
                break
        elif not quoted and sign in DELIMITERS:
            outside[sign] += 1
    return max(DELIMITERS, key=lambda sign: outside[sign])
