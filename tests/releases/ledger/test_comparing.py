"""Which figures are compared, and the one reason why others are not."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.dates import InexactDate
from releases.ledger import ClaimPeriod, Evidence, as_json, compute_ledger
from tests.releases.ledger.builders import (
    BELARUS,
    CLOSED,
    HRW,
    VIASNA,
    WITHIN,
    claim,
    exactly,
    gap,
    row,
    scope,
    shown,
    wave,
)


def pair(first: Any, second: Any, **evidence: Any) -> dict[str, Any]:
    """The verdict on two claims of one key."""
    (found,) = shown(first, second, **evidence)["comparisons"][0]["pairs"]
    return found


def held(name: str, number: int = 1104, **more: Any) -> Any:
    return claim(name, number, "held", subject=BELARUS, by=VIASNA, **more)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ({"as_of": "2025-12"}, {"as_of": "2025-12-13"}, None),
        ({"as_of": "2025-12-31"}, {"as_of": "2026-03-05"}, "time"),
        ({"said_on": "2026-01-16"}, {"as_of": "2025-12-31"}, "time_unknown"),
        ({"said_on": "2026-01-16"}, {"as_of": "2026-03-05"}, "time"),
        ({}, {}, "time_unknown"),
        ({"as_of": "XXXX"}, {"as_of": "2025"}, "time_unknown"),
    ],
)
def test_stocks_are_compared_on_days_that_can_be_the_same(
    one: dict[str, str], other: dict[str, str], reason: str | None
) -> None:
    assert pair(held("a", **one), held("b", **other))["reason"] == reason


def test_flows_are_compared_over_equal_periods() -> None:
    december = ClaimPeriod(InexactDate("2025-12-01"), InexactDate("2025-12-31"))
    year = ClaimPeriod(InexactDate("2025-01-01"), InexactDate("2025-12-31"))
    a, b = (claim(n, 9, "detained", subject=BELARUS, period=december) for n in "ab")
    c, d = (
        claim(n, 9, "detained", subject=BELARUS, period=p) for n, p in (("c", year), ("d", None))
    )
    assert pair(a, b)["agreement"] == "agree"
    assert [pair(a, c)["reason"], pair(a, d)["reason"]] == ["time", "time_unknown"]


def test_a_period_still_open_is_compared_at_one_cut_off() -> None:
    since = ClaimPeriod(InexactDate("2020-08-09"), None)
    a, b = (
        claim(name, 9, "detained", subject=BELARUS, period=since, as_of=day)
        for name, day in (("a", "2024-01-01"), ("b", "2025-01-01"))
    )
    assert pair(a, b)["reason"] == "time"


def test_a_stretch_of_a_wave_is_not_the_wave() -> None:
    half = ClaimPeriod(InexactDate("2025-11-01"), InexactDate("2025-11-30"))
    ledger = shown(
        claim("a", 553), claim("b", 200, period=half), waves=(wave(opened="2025-11-01"),)
    )
    assert row(ledger)["pairs"][0]["reason"] == "time"


def test_a_period_that_holds_the_whole_wave_is_the_wave() -> None:
    day = ClaimPeriod(CLOSED, CLOSED)
    assert pair(claim("a", 123), claim("b", 123, period=day))["agreement"] == "agree"


def test_a_vague_figure_is_shown_and_not_compared() -> None:
    assert pair(claim("a", 123), claim("b", None, is_vague=True))["reason"] == "vague"


@pytest.mark.parametrize("mode", ["announced", "estimated"])
def test_what_is_not_stated_is_not_compared_with_what_is(mode: str) -> None:
    assert pair(claim("a", 123), claim("b", 120, mode=mode))["reason"] == "mode"


@pytest.mark.parametrize("standing", ["corrected", "superseded", "withdrawn", "misprint"])
def test_a_figure_that_does_not_stand_is_shown_and_not_compared(standing: str) -> None:
    ledger = shown(claim("a", 123), claim("b", 132, standing=standing))
    assert {each["id"] for each in ledger["claims"]} == {"a", "b"}
    assert row(ledger)["pairs"] == []


def test_a_running_total_is_compared_as_at_least() -> None:
    early = claim("early", 100, by=HRW, said_on="2025-12-12")
    found = row(shown(claim("final", 123), early))
    assert (found["agreed"], found["spread"]) == (True, exactly(123))


def test_a_running_total_above_the_final_figure_disagrees() -> None:
    early = claim("early", 130, by=HRW, as_of="2025-12-12")
    assert pair(claim("final", 123, said_on="2026-01-16"), early)["gap"] == gap(7, None)


def test_a_figure_of_the_day_the_wave_closed_is_no_running_total() -> None:
    found = row(shown(claim("final", 123), claim("day", 120, by=HRW, as_of=str(CLOSED))))
    assert found["agreed"] is False


def test_every_figure_of_an_open_wave_is_a_running_total() -> None:
    found = row(shown(claim("a", 500), claim("b", 553), waves=(wave(is_open=True),)))
    assert (found["agreed"], [each["high"] for each in found["values"]]) == (True, [None, None])


def test_warsaw_counts_in_poland_as_at_least() -> None:
    poland = claim("pl", 80, "moved_on", scope(to="pl"))
    ledger = shown(poland, claim("waw", 89, "moved_on", scope(to="pl-warsaw")))
    assert row(ledger, "moved_on", to=["pl"])["pairs"][0]["gap"] == gap(9, None)


def test_poland_does_not_count_in_warsaw() -> None:
    poland = claim("pl", 80, "moved_on", scope(to="pl"))
    ledger = shown(poland, claim("waw", 89, "moved_on", scope(to="pl-warsaw")))
    assert row(ledger, "moved_on", to=["pl-warsaw"])["pairs"] == []


def test_poland_counts_in_poland_or_lithuania() -> None:
    both = claim("both", 109, "moved_on", scope(to="pl lt"))
    found = row(
        shown(both, claim("pl", 89, "moved_on", scope(to="pl"))), "moved_on", to=["lt", "pl"]
    )
    assert found["pairs"][0]["agreement"] == "agree"


def test_a_place_within_itself_ends_the_walk() -> None:
    a, b = claim("a", 1, "moved_on", scope(to="a")), claim("b", 1, "moved_on", scope(to="b"))
    assert shown(a, b, within={"a": ("b",), "b": ("a",)})["comparisons"]


numbers = st.tuples(st.integers(0, 200), st.integers(0, 200)).map(lambda pair: tuple(sorted(pair)))
some_claims = st.lists(
    st.builds(
        lambda number, to, by, mode, day: (number, to, by, mode, day),
        numbers,
        st.sampled_from(["pl", "pl-warsaw", "lt", "pl lt"]),
        st.sampled_from([VIASNA, HRW]),
        st.sampled_from(["stated", "announced", "estimated"]),
        st.sampled_from(["2025-12-12", "2025-12-13", "2026"]),
    ),
    max_size=7,
)


@given(some_claims, st.randoms())
def test_the_order_of_the_claims_never_matters(drawn: list[Any], random: Any) -> None:
    claims = [
        claim(str(n), number, "moved_on", scope(to=to), by, mode=mode, as_of=day)
        for n, (number, to, by, mode, day) in enumerate(drawn)
    ]
    mixed = random.sample(claims, len(claims))
    first, second = (
        as_json(compute_ledger(Evidence(claims=tuple(each), waves=(wave(),), within=WITHIN)))
        for each in (claims, mixed)
    )
    assert first == second
