"""A line of plain text: its mark, the name, what is said of the birth, and what remains."""

import re
from datetime import date
from itertools import pairwise

from releases.intake.parser.births import birth_of
from releases.intake.parser.line import LONGEST_NAME, ParsedLine
from releases.intake.parser.names import (
    is_family_then_given,
    is_heading,
    is_name,
    looks_like_a_name,
    words_of,
)

BULLET = r"[•·∙‣▪■●○◦▫✓✔☑*–—+>-]+"
NUMBER = r"(?:№ ?|[Nn][ro]?\. ?)?[0-9]{1,4}(?: ?[.):\]–—-]+|(?=\s))"
MARK = re.compile(rf"\s*(?:{BULLET}\s*)?(?:{NUMBER}(?=\D|$)\s*)?(?:{BULLET}\s+)?")
#: Where one piece of a line ends: a bracket, a comma, a dash between spaces, a year or a number.
END = re.compile(
    r"\s*[()\[\]]+[\s.,;]*|\s*(?:[,;|]|/(?![0-9]))+\s*|\s+[–—-]+\s+"
    r"|\s+(?=(?:(?:b|born|нар|род|н|р)\.? ?)?[0-9])",
    re.IGNORECASE,
)
#: Fewer names than this, parted by commas, may be a name and a title written with capitals.
CERTAINLY_SEVERAL = 3


def parse_line(place: int, raw: str, on: date) -> list[ParsedLine]:
    """The line at `place`; more than one where it certainly names several people."""
    if not raw.strip():
        return [ParsedLine(place, raw, is_empty=True)]
    start = MARK.match(raw).end()  # type: ignore[union-attr]
    if several := _split_several(place, raw, start):
        return several
    return [parse_words(place, raw, raw[start:].strip(), on)]


def parse_words(place: int, raw: str, words: str, on: date) -> ParsedLine:
    """The line at `place` of which `words` are to be read."""
    pieces, ends = _split_pieces(words)
    if is_heading(words, pieces[0] if pieces else ""):
        return ParsedLine(place, raw, words[:LONGEST_NAME], is_heading=True)
    if len(pieces) > 1 and "," in ends[0] and is_family_then_given(pieces[0], pieces[1]):
        family, given, *rest = pieces
        return _with_birth(ParsedLine(place, raw, f"{family}, {given}", given, family), rest, on)
    if is_name(pieces[0]) and not _may_be_several(pieces, ends):
        return _with_birth(ParsedLine(place, raw, pieces[0]), pieces[1:], on)
    return ParsedLine(place, raw, words[:LONGEST_NAME], remark=words[LONGEST_NAME:])


def _with_birth(line: ParsedLine, rest: list[str], on: date) -> ParsedLine:
    births = [birth for piece in rest if (birth := birth_of(piece, on))]
    if len(births) != 1:  # two births are none
        return line._replace(is_name=True, remark=", ".join(rest))
    remarks = [piece for piece in rest if not birth_of(piece, on)]
    return line._replace(is_name=True, birth=births[0], remark=", ".join(remarks))


def _split_pieces(words: str) -> tuple[list[str], list[str]]:
    """What stands between the ends, and the ends; a date keeps its numbers together."""
    pieces: list[str] = []
    ends: list[str] = []
    start = 0
    for end in END.finditer(words):
        before = words[start : end.start()]
        if not end[0].strip() and (pieces or re.search("[0-9]", before)):
            continue  # the space within a date
        pieces.append(before)
        ends.append(end[0])
        start = end.end()
    pieces.append(words[start:])
    ends.append("")
    stripped = [piece.strip(" \t\xa0–—-") for piece in pieces]
    kept = [(piece, end) for piece, end in zip(stripped, ends, strict=True) if piece]
    return [piece for piece, _end in kept], [end for _piece, end in kept]


def _may_be_several(pieces: list[str], ends: list[str]) -> bool:
    """`Given Family, Given Family` is two people, or one with a title."""
    return len(pieces) > 1 and ends[0].strip() in (",", ";", "/") and looks_like_a_name(pieces[1])


def _split_several(place: int, raw: str, start: int) -> list[ParsedLine]:
    """The people of a line that is nothing but names of two words or three, parted by commas."""
    ends = [found.end() for found in re.finditer(r"[,;]\s*", raw[start:].rstrip(" ,;.\r\n"))]
    cuts = [0, *(start + end for end in ends), len(raw)]
    raws = [raw[a:b] for a, b in pairwise(cuts)]
    names = [raws[0][start:], *raws[1:]] if raws else []
    names = [name.strip(" ,;.\r\n\t\xa0") for name in names]
    if len(names) < CERTAINLY_SEVERAL or not all(_is_plain_name(name) for name in names):
        return []
    return [
        ParsedLine(place, part, name, is_name=True) for part, name in zip(raws, names, strict=True)
    ]


def _is_plain_name(text: str) -> bool:
    return is_name(text) and len(words_of(text)) <= 3
