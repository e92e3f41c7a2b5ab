"""The wave of 13 December 2025, as its sources count it."""

import pytest

from releases.ledger import (
    FormulaTerm,
    LedgerSum,
    LedgerSumPart,
    Range,
    ShownMember,
)
from releases.record_counts import RecordedMember
from tests.releases.ledger.builders import (
    BELARUS,
    HRW,
    UKRAINE,
    VIASNA,
    claim,
    compared,
    exactly,
    gap,
    row,
    scope,
    shown,
)

TO_UA, TO_LT = scope(to="ua"), scope(to="lt")
FREED = claim("freed", 123, is_preferred=True)
CLAIMS = (
    FREED,
    claim("ua-115", 115, "taken_to", TO_UA),
    claim("lt-8", 8, "taken_to", TO_LT),
    claim("ua-114", 114, "taken_to", TO_UA, UKRAINE),
    claim("ua-114-viasna", 114, "taken_to", TO_UA, VIASNA),
    claim("lt-9", 9, "taken_to", TO_LT, HRW),
    claim("nodoc-20", 20, "crossed", scope(documents="no_valid_document")),
    claim("nodoc-18", (18, None), "crossed", scope(documents="no_valid_document"), HRW),
    claim("warsaw", 89, "moved_on", scope(from_="ua", to="pl-warsaw")),
    claim("vilnius", 20, "moved_on", scope(from_="ua", to="lt-vilnius")),
    claim("stayed", 5, "stayed_in", scope(to="ua", citizenship="UA")),
    claim("berlin", 2, "moved_on", scope(from_="pl-warsaw", to="de-berlin")),
    claim("protection", 83, "applied_for_protection", scope(to="pl")),
)


def sum_of(total: str, *parts: str, kind: str = "whole") -> LedgerSum:
    return LedgerSum(
        id=total, total=total, parts=tuple(LedgerSumPart(part) for part in parts), kind=kind
    )


def checked(declared: LedgerSum, *more: object) -> dict[str, object]:
    (found,) = shown(*CLAIMS, *more, sums=(declared,))["sums"]
    return {name: found[name] for name in ("agreement", "gap")}


def test_both_counts_to_ukraine_stand_with_who_says_so() -> None:
    values = row(shown(*CLAIMS), "taken_to", to=["ua"])["values"]
    said = [(value["low"], [who["name"] for who in value["said_by"]]) for value in values]
    assert said == [(115, ["The Office"]), (114, ["HUR", "Viasna"])]


def test_the_two_counts_to_ukraine_disagree_by_one() -> None:
    found = row(shown(*CLAIMS), "taken_to", to=["ua"])
    assert (found["agreed"], found["spread"]) == (False, gap(114, 115))


def test_a_pair_says_how_the_second_stands_to_the_first() -> None:
    pairs = row(shown(*CLAIMS), "taken_to", to=["lt"])["pairs"]
    assert pairs == [
        {
            "first": "lt-9",
            "second": "lt-8",
            "agreement": "short",
            "gap": exactly(-1),
            "reason": None,
        }
    ]


def test_twenty_without_documents_agrees_with_at_least_eighteen() -> None:
    found = row(shown(*CLAIMS), "crossed", documents=["no_valid_document"])
    assert (found["agreed"], found["spread"]) == (True, gap(18, 20))


@pytest.mark.parametrize(("ua", "lt"), [("ua-115", "lt-8"), ("ua-114", "lt-9")])
def test_both_ways_to_split_the_wave_hold(ua: str, lt: str) -> None:
    assert checked(sum_of("freed", ua, lt)) == {"agreement": "agree", "gap": exactly(0)}


@pytest.mark.parametrize(
    ("total", "agreement", "missing"), [("ua-115", "short", -1), ("ua-114", "agree", 0)]
)
def test_the_journeys_on_are_one_short_of_115_and_make_114(
    total: str, agreement: str, missing: int
) -> None:
    found = checked(sum_of(total, "warsaw", "vilnius", "stayed"))
    assert found == {"agreement": agreement, "gap": exactly(missing)}


def test_four_of_those_in_warsaw_are_unexplained() -> None:
    found = checked(sum_of("warsaw", "berlin", "protection"))
    assert found == {"agreement": "short", "gap": exactly(-4)}


def test_a_hundred_and_nine_belarusians_and_five_ukrainians_make_114() -> None:
    own = claim("own", 109, "taken_to", scope(to="ua", citizenship="BY"), UKRAINE)
    foreign = claim("foreign", 5, "taken_to", scope(to="ua", citizenship="UA"), UKRAINE)
    found = checked(sum_of("ua-114", "own", "foreign"), own, foreign)
    assert found == {"agreement": "agree", "gap": exactly(0)}


def test_two_counters_of_the_held_are_two_yardsticks_and_no_range() -> None:
    ledger = shown(
        claim("h1", 1104, "held", by=VIASNA, subject=BELARUS, yardstick="viasna"),
        claim("h2", 1167, "held", by=HRW, subject=BELARUS, yardstick="dissidentby"),
    )
    first, second = ledger["comparisons"]
    assert [each["pairs"][0]["reason"] for each in (first, second)] == ["yardstick"] * 2
    assert {each["spread"]["high"] for each in (first, second)} == {1104, 1167}


def test_what_was_held_before_less_those_freed_is_worked_out() -> None:
    before = claim("before", 1227, "held", subject=BELARUS, as_of="2025-12-12", by=VIASNA)
    after = claim(
        "after",
        1,
        "held",
        subject=BELARUS,
        by=None,
        mode="derived",
        terms=(FormulaTerm("before"), FormulaTerm("freed", -1)),
    )
    found = next(each for each in shown(FREED, before, after)["claims"] if each["id"] == "after")
    assert (found["low"], found["high"], found["stale"]) == (1104, 1104, False)


def test_those_nobody_recorded_are_known_only_as_a_number() -> None:
    members = (RecordedMember(side="s", shown_as="named", is_verified=True),) * 3
    (side,) = compared(*CLAIMS, members=members).sides
    assert (side.recorded, side.verified, side.named) == (3, 3, 3)
    assert side.claimed_gap == Range.exactly(-120)


def test_the_preferred_figure_is_marked() -> None:
    (count,) = shown(*CLAIMS)["counts"]
    assert count["claimed"]["preferred"] == {"claim": "freed", **exactly(123)}


def test_a_wave_is_confirmed_by_origins_and_by_no_number_of_people_typed_in() -> None:
    (alone,) = shown(FREED, shown=(ShownMember("s", "named", True),) * 50)["counts"]
    (two,) = shown(FREED, claim("ua-114", 114, "taken_to", TO_UA, VIASNA))["counts"]
    assert [(each["independent"], each["confirmed"]) for each in (alone, two)] == [
        (1, False),
        (2, True),
    ]
