"""One sheet for the reader, and colours that can be read in the light and in the dark."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker.stylesheet import ADDRESS, SOURCE, JoinedSheet, join_sheets

TOKENS = (SOURCE / "tokens.css").read_text(encoding="utf-8")
COLOUR = re.compile(r"--([\w-]+): #([0-9a-f]{3,6});")
TEXTS = ("ink", "ink-soft", "link", "warn")
MARKS = ("rule-strong", "focus", *(f"mark-{place}" for place in range(1, 8)))


def palettes() -> Iterator[dict[str, str]]:
    """The colours by light, then by dark, then on paper."""
    light, dark, paper = {}, {}, {}
    for at, palette in (
        (TOKENS.split("@media")[0], light),
        (part("prefers-color-scheme: dark"), dark),
        (part("print"), paper),
    ):
        palette |= dict(COLOUR.findall(at))
    yield from (light, dark, paper)


def part(media: str) -> str:
    return next(block for block in TOKENS.split("@media")[1:] if media in block.split("{")[0])


def brightness(colour: str) -> float:
    full = colour if len(colour) == 6 else "".join(letter * 2 for letter in colour)
    parts = [int(full[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    low, high = sorted((brightness(one), brightness(two)))
    return (high + 0.05) / (low + 0.05)


def too_pale(names: tuple[str, ...], grounds: tuple[str, ...], least: float) -> list[tuple]:
    """What does not stand out from its ground, by the place of the palette."""
    light = next(palettes())
    return [
        (place, name, ground)
        for place, palette in enumerate(palettes())
        for name in names
        for ground in grounds
        if contrast(palette.get(name, light[name]), palette[ground]) < least
    ]


def test_every_palette_names_its_texts_and_grounds():
    assert [set(TEXTS) - palette.keys() for palette in palettes()] == [set()] * 3


def test_text_stands_out():
    assert too_pale(TEXTS, ("paper", "surface", "warn-surface"), 4.5) == []


def test_marks_stand_out():
    assert too_pale(MARKS, ("paper",), 3) == []


def test_the_measure_of_contrast_sees_a_pale_grey():
    assert contrast("ffffff", "000000") == pytest.approx(21)
    assert contrast("cccccc", "ffffff") < 3
    assert too_pale(("paper",), ("surface",), 4.5) != []


def test_the_sheet_begins_with_the_order_of_the_layers():
    assert join_sheets().index("@layer tokens, base, shell, parts, print;") < join_sheets().index(
        "{"
    )


def test_the_sheet_holds_every_file_once():
    for file in SOURCE.glob("*.css"):
        assert join_sheets().count(file.read_text(encoding="utf-8")) == 1


def test_only_the_tokens_name_a_colour():
    others = [file for file in SOURCE.glob("*.css") if file.stem != "tokens"]
    assert not [file.name for file in others if re.search(r"#[0-9a-f]{3,6}\b", file.read_text())]


def test_no_sheet_loads_anything():
    assert "url(" not in join_sheets()
    assert "@import" not in join_sheets()


def test_the_server_and_the_collector_find_the_same_sheet():
    finder = JoinedSheet()
    ((path, storage),) = finder.list(None)
    assert path == ADDRESS
    assert storage.path(path) == finder.find(ADDRESS)
    assert Path(finder.find(ADDRESS)).read_text(encoding="utf-8") == join_sheets()


def test_the_finder_knows_nothing_else():
    assert JoinedSheet().find("css/tokens.css") == []
