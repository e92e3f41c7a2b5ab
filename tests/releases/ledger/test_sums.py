"""Declared sums."""

from typing import Any

import pytest

from releases.ledger import LedgerSum, LedgerSumPart
from tests.releases.ledger.builders import claim, exactly, gap, scope, shown

TOTAL = claim("total", 14)
THIRTEEN = tuple(
    claim(country, number, who=scope(citizenship=country))
    for country, number in (("GB", 6), ("US", 4), ("LT", 2), ("JP", 1))
)


def check(kind: str = "whole", total: Any = TOTAL, parts: Any = THIRTEEN) -> dict[str, Any]:
    declared = tuple(LedgerSumPart(each.id) for each in parts)
    (found,) = shown(
        total, *parts, sums=(LedgerSum(id="s", total="total", parts=declared, kind=kind),)
    )["sums"]
    return found


@pytest.mark.parametrize(
    ("kind", "agreement"), [("whole", "short"), ("partial", "agree"), ("overlapping", None)]
)
def test_a_breakdown_into_13_of_14_is_judged_by_its_kind(kind: str, agreement: str) -> None:
    found = check(kind)
    assert (found["agreement"], found["gap"]) == (agreement, exactly(-1))


@pytest.mark.parametrize("kind", ["whole", "partial"])
def test_no_parts_may_rise_over_the_whole(kind: str) -> None:
    assert check(kind, claim("total", 12))["agreement"] == "over"


def test_an_open_total_leaves_the_gap_open() -> None:
    found = check(total=claim("total", (12, None)))
    assert (found["agreement"], found["gap"]) == ("agree", gap(None, 1))


def test_one_person_counts_as_one() -> None:
    parts = (LedgerSumPart(person="p"), LedgerSumPart("others"))
    sums = (LedgerSum(id="s", total="total", parts=parts),)
    (found,) = shown(claim("total", 8), claim("others", 7), sums=sums)["sums"]
    assert (found["agreement"], found["parts"][0]["low"]) == ("agree", 1)


def test_a_part_may_be_taken_away() -> None:
    parts = (LedgerSumPart("before"), LedgerSumPart("freed", sign=-1))
    sums = (LedgerSum(id="s", total="total", parts=parts),)
    claims = (claim("total", 1104), claim("before", 1227), claim("freed", 123))
    assert shown(*claims, sums=sums)["sums"][0]["gap"] == exactly(0)


def test_a_sum_with_a_vague_part_is_not_compared() -> None:
    assert check(parts=(claim("some", None, is_vague=True),))["reason"] == "vague"


def test_a_sum_on_a_withdrawn_claim_is_stale() -> None:
    found = check(parts=(claim("gone", 14, standing="withdrawn"),))
    assert (found["stale"], found["agreement"]) == (True, None)


def test_a_sum_with_a_part_out_of_sight_is_left_out() -> None:
    seen = LedgerSum(id="seen", total="total", parts=(LedgerSumPart("a"),))
    unseen = LedgerSum(
        id="unseen", total="total", parts=(LedgerSumPart("a"), LedgerSumPart("hidden"))
    )
    sums = shown(TOTAL, claim("a", 9), sums=(seen, unseen))["sums"]
    assert [each["id"] for each in sums] == ["seen"]


def test_a_running_total_is_summed_as_it_was_said() -> None:
    found = check(total=claim("total", 12, said_on="2025-12-01"))
    assert found["gap"] == exactly(1)
