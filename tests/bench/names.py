"""How often a person comes first under one of their names, and that nobody matches another.

Beside that, which two of all real surnames of a dictionary pass for one.

No database: the index is one in memory that asks for the same keys (`tests/people/names`).
"""

from typing import Any

from tests.people.names import measuring
from tests.people.names.measuring import BELARUSIAN, RUSSIAN, Found, Unseen
from tests.people.names.real_surnames import list_false_pairs, list_real_surnames

#: All invented people are known; so many of each half are asked for, in so many ways.
KNOWN, ASKED, WAYS = 7_750, 400, 4_000
#: The least share of first places, of each set that has a target.
TARGETS = {
    "34 public figures, all forms stored": 0.99,
    "34 public figures, the form asked for not stored": 0.97,
    "34 public figures, Belarusian and Russian stored": 0.97,
    "34 public figures, Belarusian alone stored": 0.95,
    "invented people, not seen before": 0.97,
    "invented people, surnames held out": 0.97,
    "the same, one language stored": 0.97,
}
#: Beside which given names two surnames are compared: Russian, of either language, Belarusian.
BESIDE = ("Сергей", "Павел", "Сяргей")
ALL_IN_FIVE = "34 public figures, all forms stored"


def figures() -> dict[str, Any]:
    unseen = Unseen(KNOWN, ASKED, WAYS)
    sets = (
        measuring.every_form(),
        measuring.by_others(),
        measuring.by(BELARUSIAN, RUSSIAN),
        measuring.by(BELARUSIAN),
        unseen.found(unseen.everything),
        unseen.found(unseen.held_out),
        unseen.found_by_one(0, unseen.held_out),
    )
    pairs = measuring.read("must_not_match.csv")
    return {
        "known": len(unseen.index.known),
        "sets": {name: _as_json(each) for name, each in zip(TARGETS, sets, strict=True)},
        "must_not_match": len(pairs),
        "matching_pairs": [pair["why"] for pair in pairs if measuring.matches(pair)],
        "wrong_matches": len(unseen.wrong_matches()),
        "real_surnames": len(list_real_surnames()),
        "false_pairs": {given: list_false_pairs(given) for given in BESIDE},
    }


def is_met(found: dict[str, Any]) -> bool:
    sets = found["sets"]
    is_found = all(sets[name]["first"] >= least for name, least in TARGETS.items())
    is_safe = not found["matching_pairs"] and not found["wrong_matches"]
    is_safe = is_safe and not any(found["false_pairs"].values())
    return is_found and is_safe and sets[ALL_IN_FIVE]["five"] == 1


def told(found: dict[str, Any]) -> str:
    """A line for each set, and one for the pairs that must not match."""
    lines = [
        f"{name}: {each['first']:.1%} first (target ≥ {TARGETS[name]:.0%}),"
        f" {each['five']:.1%} in the first five"
        f"{' (target 100%)' if name == ALL_IN_FIVE else ''}, of {each['asked']:,}"
        for name, each in found["sets"].items()
    ]
    pairs = f"{len(found['matching_pairs'])} of {found['must_not_match']} (target 0)"
    lines.append(f"pairs that must not match and do: {pairs}")
    wrong = f"{found['wrong_matches']} (target 0)"
    lines.append(f"wrong matches among {found['known']:,} invented people: {wrong}")
    false = sum(map(len, found["false_pairs"].values()))
    lines.append(
        f"pairs of {found['real_surnames']:,} real surnames that pass for one: {false} (target 0)"
    )
    return "\n".join(lines)


def _as_json(found: Found) -> dict[str, Any]:
    shares = {"first": found.first / found.asked, "five": found.five / found.asked}
    return {"asked": found.asked, **shares, "missed": found.missed}
