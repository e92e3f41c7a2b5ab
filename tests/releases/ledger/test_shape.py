"""The ledger as the contract writes it."""

import json
from decimal import Decimal

from releases.ledger import LedgerSum, LedgerSumPart, PeopleGroup
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
PEOPLE = (PeopleGroup(side="s", people=2, shown_as="named"), PeopleGroup(side="s", people=20))


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
            "standing": "standing",
            "preferred": False,
            "running_total": False,
            "derived_from": [],
            "stale": False,
        }
    ]


def test_a_comparison_has_its_key_the_record_and_each_claim() -> None:
    assert shown(CLAIM, people=PEOPLE)["comparisons"] == [
        {
            "key": KEY,
            "recorded": 22,
            "recorded_reason": None,
            "shown": 2,
            "claimed": [
                {
                    "claim": "a",
                    "agreement": "short",
                    "gap": exactly(-101),
                    "reason": None,
                    "finer_place": False,
                    "running_total": False,
                }
            ],
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


def test_a_count_keeps_the_four_numbers_apart() -> None:
    assert shown(CLAIM, people=PEOPLE)["counts"] == [
        {
            "wave": "w",
            "side": "s",
            "claimed": {**exactly(123), "preferred": None},
            "recorded": 22,
            "recorded_reason": None,
            "shown": 2,
            "verified": 0,
            "public": {"named": 2, "pseudonym": 0},
            "withheld": {"count_only": 20},
            "other_roles": {},
            "gap": exactly(-101),
        }
    ]


def test_a_sum_has_its_parts_its_gap_and_who_says_so() -> None:
    parts = (LedgerSumPart("b"), LedgerSumPart(person="p", is_person=True))
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
