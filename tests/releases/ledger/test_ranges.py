"""Ranges whose ends may be open."""

from hypothesis import given
from hypothesis import strategies as st

from releases.ledger.ranges import Range, span_of_ranges

ends = st.none() | st.integers(-50, 50)


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    low, high = draw(ends), draw(ends)
    if low is not None and high is not None:
        low, high = sorted((low, high))
    return Range(low, high)


@given(ranges(), ranges())
def test_two_ranges_agree_exactly_when_they_meet(first: Range, second: Range) -> None:
    assert ((first - second).agreement() == "agree") == first.meets(second)


@given(ranges(), ranges(), st.integers(-60, 60))
def test_a_value_in_both_makes_them_meet(first: Range, second: Range, value: int) -> None:
    point = Range.exactly(value)
    assert first.meets(second) or not (point.meets(first) and point.meets(second))


@given(ranges(), ranges())
def test_the_gap_is_antisymmetric(first: Range, second: Range) -> None:
    assert first - second == -(second - first)


@given(st.lists(ranges()))
def test_a_span_reaches_every_stated_end(known: list[Range]) -> None:
    found = span_of_ranges(known)
    stated = [end for each in known for end in (each.low, each.high) if end is not None]
    assert (found is None) == (not stated)
    assert all(found.meets(Range.exactly(end)) for end in stated)


def test_a_lower_at_least_does_not_open_the_span() -> None:
    assert span_of_ranges([Range(20, 20), Range(18, None)]) == Range(18, 20)


def test_a_higher_at_least_opens_the_span() -> None:
    assert span_of_ranges([Range(20, 20), Range(30, None)]) == Range(20, None)
