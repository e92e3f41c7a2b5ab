"""What holds for every drawing, whatever its numbers."""

import re
from collections.abc import Callable
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from releases.charts import Chart, chart_held_and_released, chart_route
from tests.releases.charts import samples
from tests.releases.charts.picture import SVG, keys, outside, overlaps, parsed, paths

LIMIT = 8 * 1024
LANGUAGES = ("be", "ru", "en", "lt", "pl", "uk", "de")


def held(language: str = "en") -> Chart:
    return chart_held_and_released(samples.HELD, samples.RELEASED, language)


def december(language: str = "en") -> Chart:
    return chart_route(samples.DECEMBER, language)


CHARTS = {
    (chart.__name__, language): chart(language)
    for chart, language in product((held, december), LANGUAGES)
}
DRAWINGS = {
    (*name, form): getattr(chart, form)
    for (name, chart), form in product(CHARTS.items(), ("wide", "narrow"))
}


def where(is_wrong: Callable[[str], object]) -> list[tuple[str, ...]]:
    """The drawings of which this is true."""
    return [name for name, drawing in DRAWINGS.items() if is_wrong(drawing)]


def test_the_same_numbers_give_the_same_bytes():
    assert held() == held()
    assert december() == december()


def test_the_order_in_which_releases_arrive_changes_nothing():
    assert chart_held_and_released(samples.HELD, samples.RELEASED[::-1], "en") == held()


def test_a_drawing_and_its_table_carry_the_same_numbers():
    for name, chart in CHARTS.items():
        rows = {row.key for row in chart.rows}
        assert keys(chart.wide) == keys(chart.narrow) == rows, name


def test_the_values_for_a_program_are_the_same_in_every_language():
    """public.md part two B 12: "1,223", "9 August 2020" and translated headers are no data."""
    for draw in (held, december):
        told = {
            (chart.fields, *(row.values for row in chart.rows)) for chart in map(draw, LANGUAGES)
        }
        assert len(told) == 1


def test_the_values_for_a_program_are_plain():
    first = held().rows[0]
    assert dict(zip(held().fields, first.values, strict=True)) == {
        "what": "held", "by": "viasna", "time": "as_of", "date": "2020-08-09",
        "start": "2020-08-09", "end": "2020-08-09", "low": 25, "high": 25,
        "strict": False, "approximate": False,
    }  # fmt: skip


def test_no_label_covers_another():
    assert where(overlaps) == []


def test_nothing_leaves_the_drawing():
    assert where(outside) == []


def test_a_drawing_is_small():
    assert where(lambda drawing: len(drawing.encode()) > LIMIT) == []


def test_a_drawing_has_no_style_of_its_own():
    assert where(lambda drawing: "style" in drawing) == []


def test_coordinates_are_whole_numbers():
    assert where(lambda drawing: "." in "".join(paths(drawing))) == []


def test_a_drawing_is_named_and_described():
    for name, drawing in DRAWINGS.items():
        root = parsed(drawing)
        named = {
            part.get("id"): part.text for part in root if part.tag in (f"{SVG}title", f"{SVG}desc")
        }
        assert root.get("role") == "img", name
        assert list(named) == root.get("aria-labelledby").split(), name
        assert all(named.values()), name


def test_ids_differ_between_the_drawings_of_a_page():
    drawn = "".join([held().wide, held().narrow, december().wide, december().narrow])
    ids = re.findall(r' id="([^"]+)"', drawn)
    assert len(ids) == len(set(ids)) == 12


def test_words_are_escaped():
    hostile = samples.ChartSeries("x", '<script>"&', samples.HELD[0].points)
    assert "<script>" not in chart_held_and_released([hostile], [], "en").wide


@settings(max_examples=60)
@given(st.lists(samples.series, min_size=1, max_size=7), st.lists(samples.waves, max_size=8))
def test_any_counters_and_releases_stay_apart_and_inside(series, waves):
    drawn = chart_held_and_released(series, waves, "be")
    for picture in (drawn.wide, drawn.narrow):
        assert overlaps(picture) == []
        assert outside(picture) == []


@settings(max_examples=60)
@given(samples.routes())
def test_any_route_stays_apart_and_inside(flows):
    drawn = chart_route(flows, "be")
    for picture in (drawn.wide, drawn.narrow):
        assert overlaps(picture) == []
        assert outside(picture) == []


def test_the_guards_see_a_label_that_was_moved():
    name = ">Viasna</text>"
    moved = re.sub(rf'x="\d+" y="\d+"{name}', f'x="-9" y="340"{name}', held().wide)
    assert outside(moved) == ["Viasna"]
    doubled = held().wide.replace("</svg>", '<text x="700" y="348">Held</text></svg>')
    again = doubled.replace("</svg>", '<text x="702" y="350">Over</text></svg>')
    assert ("Held", "Over") in overlaps(again)


def test_the_guards_see_a_shape_that_leaves():
    wider = held().wide.replace("</svg>", '<path d="M5 5H9000"/></svg>')
    assert outside(wider) == ["M5 5H9000"]
