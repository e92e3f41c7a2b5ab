"""V1: one axis from zero, counters apart, what is uncertain drawn as such."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.dates import InexactDate
from releases.charts import Amount, ChartPoint, ChartSeries, ChartWave, chart_held_and_released
from releases.charts.frame import Frame, choose_scale
from tests.releases.charts import samples
from tests.releases.charts.picture import SVG, labels, parsed


def frame(peak: int = 1500) -> Frame:
    return Frame(40, 530, 20, 340, date(2020, 1, 1), date(2026, 1, 1), 500, peak)


def drawn(*points: ChartPoint) -> str:
    return chart_held_and_released([ChartSeries("one", "One", points)], [], "en").wide


def group(svg: str) -> list:
    return list(next(g for g in parsed(svg).iter(f"{SVG}g") if g.get("data-points")))


@given(st.integers(0, 1500), st.integers(0, 1500))
def test_more_people_never_stand_lower(one: int, two: int):
    low, high = sorted((one, two))
    assert frame().y_of(high) <= frame().y_of(low)


def test_the_axis_starts_at_zero():
    assert frame().y_of(0) == frame().bottom


@given(st.integers(0, 10**6), st.integers(3, 8))
def test_the_axis_holds_the_largest_number_in_few_round_steps(largest: int, intervals: int):
    step, peak = choose_scale(largest, intervals)
    assert peak >= largest
    assert peak % step == 0
    assert peak // step <= intervals


def test_a_line_goes_in_steps():
    svg = drawn(
        ChartPoint(InexactDate("2021-01-01"), Amount.exactly(10)),
        ChartPoint(InexactDate("2021-10-28"), Amount.exactly(90)),
    )
    assert set(group(svg)[0].get("d")) <= set("MHV 0123456789")


def test_one_figure_has_no_line():
    assert len(group(drawn(ChartPoint(InexactDate("2021-01-01"), Amount.exactly(10))))) == 1


def test_no_line_is_carried_over_more_than_300_days():
    """public.md part two A 7: two figures 914 days apart were joined by a flat line."""
    svg = drawn(
        ChartPoint(InexactDate("2021-01-01"), Amount.exactly(10)),
        ChartPoint(InexactDate("2021-10-29"), Amount.exactly(90)),
    )
    assert len(group(svg)) == 1


def test_an_open_figure_points_upward_and_joins_no_line():
    svg = drawn(
        ChartPoint(InexactDate("2021-01-01"), Amount(10, None)),
        ChartPoint(InexactDate("2022-01-01"), Amount(90, None)),
    )
    shapes = [path.get("d") for path in group(svg)]
    assert not any("H" in d for d in shapes)
    assert sum("m-3 3 3-3 3 3" in d for d in shapes) == 1


def test_a_figure_without_its_day_is_hollow():
    svg = drawn(ChartPoint(InexactDate("2021-01-01"), Amount.exactly(10), is_hollow=True))
    assert [path.get("class") for path in group(svg)] == ["hollow"]


def test_two_counters_share_no_path():
    svg = parsed(chart_held_and_released(samples.HELD, [], "en").wide)
    groups = [g for g in svg.iter(f"{SVG}g") if g.get("data-points")]
    codes = [{key.split(":")[0] for key in g.get("data-points").split()} for g in groups]
    assert codes == [{"viasna"}, {"dissidentby"}, {"hrw"}]


def test_counters_differ_by_shape_as_well_as_by_colour():
    svg = parsed(chart_held_and_released(samples.HELD[:2], [], "en").wide)
    shapes = {
        g.findall(f"{SVG}path")[-1].get("d").split("m", 1)[1]
        for g in svg.iter(f"{SVG}g")
        if (g.get("class") or "").startswith("mark-") and g.get("data-points")
    }
    assert len(shapes) == 2


def test_no_two_counters_that_are_named_share_a_look():
    """public.md part two A 8: eleven counters shared seven marks."""
    point = ChartPoint(InexactDate("2021-01-01"), Amount.exactly(10))
    many = [ChartSeries(f"c{n}", f"Counter {n}", (point,)) for n in range(11)]
    chart = chart_held_and_released(many, [], "en")
    named = [word for word, _box in labels(chart.wide) if word.startswith("Counter")]
    assert named == ["Counter 0", "Counter 1", "Counter 2", "Counter 3"]
    looks = [g.get("class") for g in parsed(chart.wide).iter(f"{SVG}g") if g.get("data-points")]
    assert looks == ["mark-1", "mark-2", "mark-3", "mark-4", *["mark-7"] * 7]
    assert any("hexagon" in note for note in chart.notes)


def test_only_large_releases_are_named_in_the_picture():
    words = [
        word
        for word, _box in labels(chart_held_and_released(samples.HELD, samples.RELEASED, "en").wide)
    ]
    assert "123 · 13 Dec 2025" in words
    assert "51–52 · 11 Sep 2025" in words
    assert not any(word.startswith("31 ·") for word in words)


def test_the_table_says_when_it_was_said_where_the_day_is_unknown():
    rows = chart_held_and_released(samples.HELD, [], "en").rows
    assert rows[-1].cells == ("said: 16 January 2026", "held", "Dissidentby", "1,167")


def test_the_counters_own_words_are_kept():
    cells = [row.cells[-1] for row in chart_held_and_released(samples.HELD, [], "en").rows]
    assert "more than 1,100" in cells


def test_without_a_figure_there_is_no_picture():
    with pytest.raises(ValueError, match="nothing to draw"):
        chart_held_and_released([], [], "en")


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("2026-03-12/..", "12 March 2026 or later"),
        ("2024-12", "December 2024"),
        ("2020-12-31~", "about 31 December 2020"),
    ],
)
def test_a_date_is_no_more_exact_than_it_is_known(at: str, words: str):
    """A11: a table made 12 March of "12 March or later", and 1 December of December."""
    wave = ChartWave("w", "W", InexactDate(at), Amount.exactly(250))
    point = ChartPoint(InexactDate(at), Amount.exactly(9), is_hollow=True)
    chart = chart_held_and_released([ChartSeries("one", "One", (point,))], [wave], "en")
    assert {row.cells[0] for row in chart.rows} == {words, f"said: {words}"}
    assert any(words in word for word, _box in labels(chart.wide))
