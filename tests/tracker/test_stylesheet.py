"""One sheet for the reader, and colours that can be read in the light and in the dark."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker.stylesheet import ADDRESS, SOURCE, JoinedSheet, joined

TOKENS = (SOURCE / "tokens.css").read_text(encoding="utf-8")
COLOUR = re.compile(r"--([\w-]+): #([0-9a-f]{3,6});")
TEXTS = ("ink", "ink-soft", "link", "link-seen", "warn")
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


@pytest.fixture(params=[0, 1, 2], ids=["light", "dark", "paper"])
def palette(request: pytest.FixtureRequest) -> dict[str, str]:
    return list(palettes())[request.param]


@pytest.mark.parametrize("ground", ["paper", "surface", "warn-surface"])
@pytest.mark.parametrize("text", TEXTS)
def test_text_stands_out(palette: dict[str, str], text: str, ground: str):
    assert contrast(palette[text], palette[ground]) >= 4.5


@pytest.mark.parametrize("mark", MARKS)
def test_marks_stand_out(palette: dict[str, str], mark: str):
    light = next(palettes())
    assert contrast(palette.get(mark, light[mark]), palette["paper"]) >= 3


def test_the_measure_of_contrast_sees_a_pale_grey():
    assert contrast("ffffff", "000000") == pytest.approx(21)
    assert contrast("cccccc", "ffffff") < 3


def test_the_sheet_begins_with_the_order_of_the_layers():
    assert joined().index("@layer tokens, base, shell, parts, print;") < joined().index("{")


def test_the_sheet_holds_every_file_once():
    for file in SOURCE.glob("*.css"):
        assert joined().count(file.read_text(encoding="utf-8")) == 1


def test_only_the_tokens_name_a_colour():
    others = [file for file in SOURCE.glob("*.css") if file.stem != "tokens"]
    assert not [file.name for file in others if re.search(r"#[0-9a-f]{3,6}\b", file.read_text())]


def test_no_sheet_loads_anything():
    assert "url(" not in joined()
    assert "@import" not in joined()


def test_the_server_and_the_collector_find_the_same_sheet():
    finder = JoinedSheet()
    ((path, storage),) = finder.list(None)
    assert path == ADDRESS
    assert storage.path(path) == finder.find(ADDRESS)
    assert Path(finder.find(ADDRESS)).read_text(encoding="utf-8") == joined()


def test_the_finder_knows_nothing_else():
    assert JoinedSheet().find("css/tokens.css") == []
