"""Room for words in a drawing: how wide a text is at most, where it breaks, what it covers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

SIZE = 13
LINE = 17
NARROW_LETTERS = frozenset("iljtfrI.,:;'’|!()[] іїj1-")
WIDE_LETTERS = frozenset("mwMWшщжюыфмШЩЖЮЫФМДЊ@%—")


def _letter_width(letter: str) -> float:
    """A letter's width in ems, generous enough for the widest of the system fonts we name."""
    if letter in NARROW_LETTERS:
        return 0.42
    if letter in WIDE_LETTERS:
        return 0.95
    return 0.74 if letter.isupper() else 0.62


def text_width(text: str, size: int = SIZE) -> int:
    """The most pixels a line of text can take at that size."""
    return ceil(sum(map(_letter_width, text)) * size)


def wrap_text(text: str, room: int, size: int = SIZE, most: int = 3) -> list[str]:
    """The text in at most `most` lines of that many pixels; what does not fit ends in "…"."""
    lines: list[str] = []
    for word in text.split():
        if lines and text_width(f"{lines[-1]} {word}", size) <= room:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1]} …"]
    return [_cut_line(line, room, size) for line in lines]


def _cut_line(line: str, room: int, size: int) -> str:
    if text_width(line, size) <= room:
        return line
    while line and text_width(f"{line}…", size) > room:
        line = line[:-1]
    return f"{line.rstrip()}…"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in drawing units; touching is not meeting."""

    left: int
    top: int
    right: int
    bottom: int

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def is_free(self, others: Iterable["Box"]) -> bool:
        return not any(self.meets(other) for other in others)


def spread_blocks(
    wanted: Sequence[int], heights: Sequence[int], top: int, bottom: int
) -> list[int]:
    """Top edges for stacked blocks, each as near its wanted one as their order and room allow.

    `wanted` ascends. Blocks that do not fit between top and bottom stand on from top.
    """
    edges: list[int] = []
    free = top
    for edge, height in zip(wanted, heights, strict=True):
        edges.append(max(edge, free))
        free = edges[-1] + height
    limit = bottom
    for index in reversed(range(len(edges))):
        edges[index] = min(edges[index], limit - heights[index])
        limit = edges[index]
    shift = max(0, top - edges[0]) if edges else 0
    return [edge + shift for edge in edges]
