"""V5: nobody is lost or invented between two stops, and what is unsure is hatched."""

from itertools import pairwise

import pytest
from hypothesis import given, settings

from releases.charts import Amount, Route, RouteFlow, chart_route
from releases.charts.flows import (
    Stop,
    add_amounts,
    count_stops,
    end_of,
    find_remainders,
    sort_flows,
    start_of,
)
from releases.charts.values import FlowKind
from tests.releases.charts import samples
from tests.releases.charts.picture import SVG, labels, parsed, paths, spots

SIDES = ("x", "y", "width", "height")


def words(svg: str) -> list[str]:
    return [word for word, _box in labels(svg)]


def hatched(svg: str) -> int:
    return sum("url(#" in (part.get("fill") or "") for part in parsed(svg).iter())


def test_the_wave_of_december_reads_as_its_sources_say():
    chart = chart_route(samples.DECEMBER, "en")
    assert [row.cells for row in chart.rows] == [
        ("1", "Belarus", "Ukraine", "114–115"),
        ("1", "Belarus", "Lithuania", "8–9"),
        ("2", "Ukraine", "Warsaw", "89"),
        ("2", "Ukraine", "Vilnius", "20"),
        ("2", "Ukraine", "stayed (Ukraine)", "5"),
        ("2", "Ukraine", "unexplained difference (Ukraine)", "0–1"),
        ("3", "Warsaw", "Berlin", "2"),
    ]


def test_of_those_in_warsaw_all_but_two_are_not_known_to_have_moved_on():
    assert find_remainders(samples.DECEMBER.flows) == [(samples.WARSAW, Amount.exactly(87))]


@given(samples.routes())
def test_who_came_in_went_on_or_is_accounted_for(flows: Route):
    """In = out + rest, for the numbers named least: the most that can rest, and the least out."""
    rest = {place.code: amount for place, amount in find_remainders(flows.flows)}
    for stop, number in count_stops(flows).items():
        going = [flow.amount for flow in flows.flows if start_of(flow) == stop]
        if stop.stage and going and number.high is not None:
            left = rest.get(stop.code, Amount.exactly(0))
            assert max(number.high - add_amounts(going).sure, 0) == left.top


@settings(max_examples=60)
@given(samples.routes())
def test_every_band_runs_from_within_one_bar_to_within_another(flows: Route):
    svg = chart_route(flows, "en").wide
    bars = [[int(bar.get(side)) for side in SIDES] for bar in parsed(svg).iter(f"{SVG}rect")]
    for band in paths(svg):
        corners = spots(band)
        for edge in ([corners[0], corners[-1]], [corners[1], corners[2]]):
            assert any(touches(edge, bar) for bar in bars)


@settings(max_examples=60)
@given(samples.routes())
def test_a_bar_is_as_tall_as_its_label_says(flows: Route):
    """A5: 250 and 15 stood side by side at one height."""
    numbers = [number.top for number in count_stops(Route(sort_flows(flows.flows))).values()]
    bars = list(parsed(chart_route(flows, "en").wide).iter(f"{SVG}rect"))
    drawn = zip(numbers, (int(bar.get("height")) for bar in bars), strict=True)
    for (many, tall), (more, taller) in pairwise(sorted(drawn)):
        assert tall == 1 or taller == 1 or abs(taller * many - tall * more) <= many + more


def touches(edge: list[tuple[float, float]], bar: list[int]) -> bool:
    x, y, wide, high = bar
    return all(at in (x, x + wide) and y <= level <= y + high for at, level in edge)


def test_a_flow_that_sources_agree_on_is_not_hatched():
    sure = Route((RouteFlow(1, samples.BELARUS, Amount.exactly(7), samples.UKRAINE),))
    unsure = Route((RouteFlow(1, samples.BELARUS, Amount(7, 8), samples.UKRAINE),))
    for kind in ("wide", "narrow"):
        assert hatched(getattr(chart_route(sure, "en"), kind)) == 0
        assert hatched(getattr(chart_route(unsure, "en"), kind)) == 1


def test_the_picture_itself_says_what_it_counts():
    chart = chart_route(samples.DECEMBER, "en")
    assert any(word.startswith("Drawn from claims") for word in words(chart.wide))
    assert any(word.startswith("Drawn from claims") for word in words(chart.narrow))


def test_those_who_stayed_in_the_country_come_first():
    flows = (
        RouteFlow(1, samples.BELARUS, Amount.exactly(15), samples.LITHUANIA),
        RouteFlow(1, samples.BELARUS, Amount.exactly(235), kind=FlowKind.STAYED),
    )
    assert [row.cells[2] for row in chart_route(Route(flows), "en").rows] == [
        "stayed (Belarus)",
        "Lithuania",
    ]


def test_a_way_that_returns_to_a_place_meets_it_as_another_stop():
    there = RouteFlow(1, samples.BELARUS, Amount.exactly(1), samples.LITHUANIA)
    back = RouteFlow(2, samples.LITHUANIA, Amount.exactly(1), samples.BELARUS)
    assert start_of(there) == Stop(0, "by", "Belarus")
    assert end_of(back) == Stop(2, "by", "Belarus")


def test_the_number_freed_is_shown_where_it_differs_from_the_sum_of_ways():
    assert "123" in words(chart_route(samples.DECEMBER, "en").wide)


def test_only_a_flow_that_moved_has_a_destination():
    with pytest.raises(ValueError, match="no other has one"):
        RouteFlow(1, samples.BELARUS, Amount.exactly(1), samples.UKRAINE, FlowKind.STAYED)


@pytest.mark.parametrize(("low", "high"), [(None, None), (3, 2), (-1, 2)])
def test_an_amount_that_cannot_be_is_refused(low: int | None, high: int | None):
    with pytest.raises(ValueError, match="amount"):
        Amount(low, high)


def test_what_may_be_nobody_is_told_as_at_most():
    """public.md part two C: "no onward move is known for 0–1"."""
    flows = (
        RouteFlow(1, samples.BELARUS, Amount(114, 115), samples.UKRAINE),
        RouteFlow(2, samples.UKRAINE, Amount.exactly(114), samples.WARSAW),
    )
    notes = chart_route(Route(flows), "en").notes
    assert "Ukraine: of at most 1 the record has no further move." in notes
