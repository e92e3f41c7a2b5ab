"""Reads a drawing back: its words with the room they take, its paths, its numbers."""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise
from xml.etree import ElementTree

from releases.charts.labels import Box, text_width

SVG = "{http://www.w3.org/2000/svg}"
MOVES = re.compile(r"([MmHhVvLlCcAaZz])|(-?\d+(?:\.\d+)?)")
PAIRS = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "a": 7}


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def labels(svg: str) -> list[tuple[str, Box]]:
    return list(_labels(parsed(svg), "start"))


def _labels(element: ElementTree.Element, anchor: str) -> Iterator[tuple[str, Box]]:
    anchor = element.get("text-anchor", anchor)
    if element.tag == f"{SVG}text":
        yield element.text, _box(element, anchor)
    for child in element:
        yield from _labels(child, anchor)


def _box(element: ElementTree.Element, anchor: str) -> Box:
    x, y, wide = int(element.get("x")), int(element.get("y")), text_width(element.text)
    left = {"start": x, "middle": x - wide // 2, "end": x - wide}[anchor]
    return Box(left, y - 11, left + wide, y + 3)


def overlaps(svg: str) -> list[tuple[str, str]]:
    pairs = combinations(labels(svg), 2)
    return [(one, two) for (one, here), (two, there) in pairs if here.meets(there)]


def size(svg: str) -> tuple[int, int]:
    _x, _y, wide, high = map(int, parsed(svg).get("viewBox").split())
    return wide, high


def outside(svg: str) -> list[str]:
    """Every label or shape that leaves the viewBox."""
    wide, high = size(svg)
    words = [word for word, box in labels(svg) if not _within(box, wide, high)]
    shapes = [d for d in paths(svg) if not all(_holds(spot, wide, high) for spot in spots(d))]
    return words + shapes


def _within(box: Box, wide: int, high: int) -> bool:
    return box.left >= 0 and box.top >= 0 and box.right <= wide and box.bottom <= high


def _holds(spot: tuple[float, float], wide: int, high: int) -> bool:
    return -1 <= spot[0] <= wide + 1 and -1 <= spot[1] <= high + 1


def paths(svg: str) -> list[str]:
    root = parsed(svg)
    patterned = {path.get("d") for path in root.findall(f".//{SVG}pattern/{SVG}path")}
    return [path.get("d") for path in root.iter(f"{SVG}path") if path.get("d") not in patterned]


def spots(d: str) -> list[tuple[float, float]]:
    """The points that a path's commands name."""
    found, here = [], (0.0, 0.0)
    for command, numbers in _commands(d):
        for start in range(0, len(numbers), PAIRS[command.lower()]):
            here = _next(command, numbers[start : start + PAIRS[command.lower()]], here)
            found.append(here)
    return found


def _commands(d: str) -> list[tuple[str, list[float]]]:
    tokens = list(MOVES.finditer(d))
    starts = [index for index, match in enumerate(tokens) if match[1]]
    spans = pairwise([*starts, len(tokens)])
    commands = [(tokens[a][1], [float(token[2]) for token in tokens[a + 1 : b]]) for a, b in spans]
    return [(command, numbers) for command, numbers in commands if command not in "Zz"]


def _next(command: str, numbers: list[float], here: tuple[float, float]) -> tuple[float, float]:
    x, y = here if command.islower() else (0.0, 0.0)
    if command in "Hh":
        return x + numbers[0], here[1]
    if command in "Vv":
        return here[0], y + numbers[0]
    return x + numbers[-2], y + numbers[-1]


def keys(svg: str) -> set[str]:
    """The numbers that a drawing carries, as its table's rows name them."""
    carried = [
        element.get(name, "")
        for element in parsed(svg).iter()
        for name in ("data-points", "data-flow")
    ]
    return set(" ".join(carried).split())
