"""The ledger as the contract writes it."""

import json
from decimal import Decimal

from releases.ledger import LedgerSum, LedgerSumPart, ShownMember
from tests.releases.ledger.builders import HRW, claim, exactly, scope, shown

KEY = {
    "subject": {"kind": "wave", "id": "w"},
    "measure": "released",
    "scope": {},
    "unit": "people",
    "currency": None,
    "per_cent_base": None,
    "yardstick": None,
}
DAY = {
    "value": "2025-12-15",
    "precision": "day",
    "earliest": "2025-12-15",
    "latest": "2025-12-15",
}
SAID_BY_HRW = {"id": "hrw", "name": "HRW", "organisation": "hrw"}
CLAIM = claim("a", 123, by=HRW, said_on="2025-12-15", printed="123", sources=({"id": "x"},))
SHOWN = (ShownMember("s", "named", True), ShownMember("s", "named"), ShownMember("s", "pseudonym"))


def test_a_claim_has_every_field_of_the_contract() -> None:
    assert shown(CLAIM)["claims"] == [
        {
            "id": "a",
            **KEY,
            "mode": "stated",
            **exactly(123),
            "vague": False,
            "period": None,
            "as_of": None,
            "said_on": DAY,
            "said_by": SAID_BY_HRW,
            "printed": "123",
            "sources": [{"id": "x"}],
            "unsourced_since": None,
            "standing": "standing",
            "preferred": False,
            "running_total": False,
            "derived_from": [],
            "stale": False,
        }
    ]


def test_a_comparison_has_its_key_and_each_figure() -> None:
    assert shown(CLAIM)["comparisons"] == [
        {
            "key": KEY,
            "values": [
                {
                    **exactly(123),
                    "mode": "stated",
                    "claims": ["a"],
                    "said_by": [SAID_BY_HRW],
                    "independent": 1,
                    "preferred": False,
                    "running_total": False,
                }
            ],
            "pairs": [],
            "spread": exactly(123),
            "agreed": None,
        }
    ]


def test_a_count_tells_what_is_claimed_and_who_is_shown() -> None:
    assert shown(CLAIM, shown=SHOWN)["counts"] == [
        {
            "wave": "w",
            "side": "s",
            "claimed": {**exactly(123), "preferred": None},
            "independent": 1,
            "confirmed": False,
            "public": {"named": 2, "pseudonym": 1, "verified": 1},
        }
    ]


def test_a_sum_has_its_parts_its_gap_and_who_says_so() -> None:
    parts = (LedgerSumPart("b"), LedgerSumPart(person="p"))
    declared = LedgerSum(id="s", total="a", parts=parts, speaker=HRW, explanation="One more died.")
    part = claim("b", 120, who=scope(sex="male"))
    assert shown(CLAIM, part, sums=(declared,))["sums"] == [
        {
            "id": "s",
            "kind": "whole",
            "total": {"claim": "a", **exactly(123)},
            "parts": [
                {"sign": 1, "kind": "claim", "claim": "b", "person": None, **exactly(120)},
                {"sign": 1, "kind": "person", "claim": None, "person": "p", **exactly(1)},
            ],
            "agreement": "short",
            "gap": exactly(-2),
            "reason": None,
            "explanation": "One more died.",
            "said_by": SAID_BY_HRW,
            "stale": False,
        }
    ]


def test_origins_list_their_witnesses() -> None:
    assert shown(CLAIM)["origins"] == [
        {
            "key": KEY,
            "independent": 1,
            "unknown": 0,
            "witnesses": [["a"]],
            "of_unknown_origin": [],
        }
    ]


def test_whole_decimals_are_whole_numbers() -> None:
    money = claim("a", (Decimal("10.00"), Decimal("12.5")), "raised", unit="currency")
    assert json.dumps([shown(money)["claims"][0][end] for end in ("low", "high")]) == "[10, 12.5]"


def test_no_evidence_is_an_empty_ledger() -> None:
    empty = {"claims": [], "comparisons": [], "sums": [], "origins": [], "counts": []}
    assert shown(waves=()) == empty
