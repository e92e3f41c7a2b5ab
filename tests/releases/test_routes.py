"""The way of a wave: its picture shows the whole of it, or there is none and words say what is."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from releases.charts import Amount, Route, chart_route
from releases.charts.flows import add_amounts
from releases.ledger import LedgerClaim, LedgerSide, compute_ledger
from releases.presenters import routes
from tests.releases.charts.picture import keys
from tests.releases.ledger.builders import claim, known, scope, wave

NAMES = SimpleNamespace(language="en", place_name=str.upper, sides={})
TO_LITHUANIA = replace(wave(), sides=(LedgerSide("s", frozenset({"BY"}), frozenset({"LT"})),))
STAYED = scope(disposition="stayed_in_the_country")


def route(*claims: LedgerClaim) -> Route | None:
    evidence = known(*claims, waves=(TO_LITHUANIA,))
    return routes.build_route(compute_ledger(evidence), evidence, NAMES)  # type: ignore[arg-type]


def branches(*claims: LedgerClaim) -> list[tuple[str, str]]:
    drawn = route(*claims)
    return [
        (flow.destination.code if flow.destination else str(flow.kind), flow.amount.key)
        for flow in (drawn.flows if drawn else ())
    ]


def told(*claims: LedgerClaim) -> list[str]:
    evidence = known(*claims, waves=(TO_LITHUANIA,))
    ledger = compute_ledger(evidence)
    return routes.word_route(None, ledger, evidence, NAMES)  # type: ignore[arg-type]


def test_a_crossing_with_one_receiving_state_says_where_people_were_taken():
    """A4: "No source seen says where people were taken" stood under "Received by Lithuania"."""
    crossed = claim("b", 51, "crossed"), claim("c", 52, "crossed")
    assert branches(claim("a", 52), *crossed) == [("lt", "51..52")]


def test_a_crossing_is_not_counted_beside_where_people_were_taken():
    claims = claim("b", 40, "taken_to", scope(to="lt")), claim("c", 52, "crossed")
    assert branches(claim("a", 52), *claims) == [("lt", "40..40"), ("not_said", "12..12")]


def test_a_crossing_without_a_number_freed_is_told_in_words():
    """A4: the words follow from the row, where there is no whole to draw."""
    assert branches(claim("b", 51, "crossed")) == []
    assert told(claim("b", 51, "crossed")) == ["Crossed the border: 51"]


def test_those_freed_who_stayed_in_the_country_are_a_branch():
    """A5: of 250 only the 15 who were taken away were drawn."""
    claims = claim("b", 235, who=STAYED), claim("c", 15, "taken_to", scope(to="lt"))
    assert branches(claim("a", 250), *claims) == [("lt", "15..15"), ("stayed", "235..235")]


def test_of_whom_no_number_tells_is_a_branch_too():
    """A5: the remainder is drawn as not said."""
    taken = claim("b", 15, "taken_to", scope(to="lt"))
    assert branches(claim("a", 250), taken) == [("lt", "15..15"), ("not_said", "235..235")]


@pytest.mark.parametrize(
    "claims",
    [
        [],
        [claim("a", 31)],
        [claim("a", 31), claim("b", (1, None), "taken_to", scope(to="ua"))],
        [claim("a", 1), claim("b", 1, "taken_to", scope(to="lt"))],
        [claim("a", 10), claim("b", 15, "taken_to", scope(to="lt"))],
        [claim("a", (30, None)), claim("b", 15, "taken_to", scope(to="lt"))],
    ],
)
def test_what_is_no_whole_wave_is_not_drawn(claims: list[LedgerClaim]):
    """A6: nor is a picture of one person (L2)."""
    assert route(*claims) is None


def test_a_place_without_a_number_is_told_as_a_place():
    """A20: "at least 1" under "31 were handed over to Ukraine"."""
    assert told(claim("b", (1, None), "taken_to", scope(to="ua"))) == ["Taken to: UA"]


def test_the_ways_of_people_shown_are_told_as_theirs():
    """A6: the way of one named person was drawn as the way of 14."""
    assert "The way of 1 person" in routes.word_shown_ways(1)


numbers = st.integers(0, 300).flatmap(
    lambda low: st.sampled_from([low, (low, low + 7), (low, None), (None, low)])
)
said = st.one_of(
    st.tuples(
        numbers, st.just("taken_to"), st.sampled_from(["lt", "ua", "pl"]).map(lambda p: scope(to=p))
    ),
    st.tuples(numbers, st.just("crossed"), st.just(frozenset())),
    st.tuples(numbers, st.just("released"), st.sampled_from([frozenset(), STAYED])),
    st.tuples(
        numbers, st.just("stayed_in"), st.sampled_from(["lt", "by"]).map(lambda p: scope(to=p))
    ),
    st.tuples(
        numbers,
        st.just("moved_on"),
        st.sampled_from(["pl", "de"]).map(lambda p: scope(from_="lt", to=p)),
    ),
)


@settings(max_examples=150)
@given(st.lists(said, max_size=8))
def test_a_picture_sums_to_its_wave_and_equals_its_table(told: list):
    """A5, A6: for any claims, a picture's first branches reach the number freed."""
    claims = [claim(f"c{n}", number, *of) for n, (number, *of) in enumerate(told)]
    drawn = route(claim("total", 300), *claims)
    if drawn is None:
        return
    whole = drawn.totals["by"]
    sum_ = add_amounts(flow.amount for flow in drawn.flows if flow.leg == 1)
    assert sum_.sure <= whole.top
    assert whole.sure <= sum_.top
    chart = chart_route(drawn, "en")
    assert keys(chart.wide) == keys(chart.narrow) == {row.key for row in chart.rows}


def test_the_guard_sees_a_branch_that_is_missing():
    taken = route(claim("a", 250), claim("b", 15, "taken_to", scope(to="lt")))
    assert taken
    assert add_amounts(f.amount for f in taken.flows[:1]) != taken.totals["by"] == Amount(250, 250)
