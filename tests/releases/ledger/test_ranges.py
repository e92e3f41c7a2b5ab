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
    is_point = low == high
    strict = st.booleans() if not is_point else st.just(False)
    return Range(low, high, low is not None and draw(strict), high is not None and draw(strict))


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
    ends = [(each.low, each.is_low_strict) for each in known]
    ends += [(each.high, each.is_high_strict) for each in known]
    stated = [(end, is_strict) for end, is_strict in ends if end is not None]
    assert (found is None) == (not stated)
    assert all(found.meets(Range.exactly(end)) for end, is_strict in stated if not is_strict)


def test_a3_more_than_is_compared_as_the_next_number() -> None:
    more = Range(1100, None, is_low_strict=True)
    assert not more.meets(Range.exactly(1100))
    assert more.meets(Range.exactly(1101))
    assert (more + Range.exactly(5)).is_low_strict


def test_a3_a_span_keeps_the_bound_that_was_said() -> None:
    said = [Range(1100, None, is_low_strict=True), Range.exactly(1140)]
    assert span_of_ranges(said) == Range(1100, 1140, is_low_strict=True)


def test_a_lower_at_least_does_not_open_the_span() -> None:
    assert span_of_ranges([Range(20, 20), Range(18, None)]) == Range(18, 20)


def test_a_higher_at_least_opens_the_span() -> None:
    assert span_of_ranges([Range(20, 20), Range(30, None)]) == Range(20, None)
