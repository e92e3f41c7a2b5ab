"""Counts of our records about fewer than 8 people who are not shown."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from releases.ledger import FEWER, ClaimSubject, LedgerSide, LedgerWave, PeopleGroup, RecordedFact
from tests.releases.ledger.builders import claim, row, scope, shown
from tests.releases.ledger.solver import follows

PLACES = ("ua", "lt", "pl")
CLAIMS = (
    claim("all", 123),
    claim("women", 9, who=scope(sex="female")),
    claim("men", 9, who=scope(sex="male")),
    *(claim(place, 9, "taken_to", scope(to=place)) for place in PLACES),
    claim("two", 9, "taken_to", scope(to="ua lt")),
)


def hidden(people: int, to: str = "ua", sex: str = "male", **more: Any) -> PeopleGroup:
    facts = frozenset({RecordedFact("taken_to", frozenset({("to", to)}))})
    return PeopleGroup(
        side="s", people=people, traits=frozenset({("sex", sex)}), facts=facts, **more
    )


def taken(ledger: dict[str, Any]) -> dict[str, Any]:
    return {place: row(ledger, "taken_to", to=[place])["recorded"] for place in PLACES}


def test_a_cell_of_seven_is_not_numbered_and_one_of_eight_is() -> None:
    few, enough = (shown(claim("a", 123), people=(hidden(n),)) for n in (7, 8))
    assert (row(few)["recorded"], row(enough)["recorded"]) == (FEWER, 8)
    assert row(few)["claimed"][0]["reason"] == "fewer_than_8"


def test_people_who_are_shown_are_counted_exactly() -> None:
    assert row(shown(claim("a", 123), people=(hidden(3, shown_as="pseudonym"),)))["recorded"] == 3


def test_a_second_cell_is_suppressed_lest_the_first_be_worked_out() -> None:
    people = (hidden(40, "ua"), hidden(20, "lt"), hidden(3, "pl"))
    assert taken(shown(*CLAIMS, people=people)) == {"ua": 40, "lt": FEWER, "pl": FEWER}
    assert row(shown(*CLAIMS, people=people))["recorded"] == 63


def test_cells_that_are_all_large_are_all_numbered() -> None:
    people = (hidden(40, "ua"), hidden(20, "lt"), hidden(9, "pl"))
    assert taken(shown(*CLAIMS, people=people)) == {"ua": 40, "lt": 20, "pl": 9}


def test_one_small_reason_suppresses_another() -> None:
    people = (hidden(50), hidden(3, withheld="consent_withdrawn"))
    (count,) = shown(CLAIMS[0], people=people)["counts"]
    assert count["recorded"] == 53
    assert count["withheld"] == {"count_only": FEWER, "consent_withdrawn": FEWER}


def test_a_few_unverified_people_are_not_worked_out() -> None:
    people = (hidden(50, is_verified=True), hidden(3))
    (count,) = shown(CLAIMS[0], people=people)["counts"]
    assert (count["recorded"], count["verified"]) == (53, FEWER)


def test_a_small_side_is_not_the_wave_less_the_large_one() -> None:
    waves = (LedgerWave("w", (LedgerSide("a"), LedgerSide("b"))),)
    people = (PeopleGroup(side="a", people=20), PeopleGroup(side="b", people=3))
    ledger = shown(
        claim("x", 23), claim("y", 3, subject=ClaimSubject("side", "b")), waves=waves, people=people
    )
    assert [each["recorded"] for each in ledger["counts"]] == [FEWER, FEWER]
    assert row(shown(claim("x", 23), waves=waves, people=people))["recorded"] == 23


def test_what_is_not_shown_of_a_named_person_counts_as_hidden() -> None:
    person = hidden(3, shown_as="named", open_to_view=frozenset({"sex"}))
    ledger = shown(*CLAIMS, people=(person,))
    assert (row(ledger, sex=["male"])["recorded"], taken(ledger)["ua"]) == (3, FEWER)


def test_staff_see_every_number() -> None:
    people = (hidden(40, "ua"), hidden(20, "lt"), hidden(3, "pl"))
    assert taken(shown(*CLAIMS, people=people, fewest=1)) == {"ua": 40, "lt": 20, "pl": 3}


groups = st.lists(
    st.builds(
        hidden,
        st.integers(0, 25),
        st.sampled_from(PLACES),
        st.sampled_from(["female", "male"]),
        withheld=st.sampled_from(["count_only", "no_consent"]),
        is_verified=st.booleans(),
    ),
    max_size=6,
)


@settings(deadline=None)
@given(groups)
def test_no_small_cell_is_solved_from_what_is_published(people: list[PeopleGroup]) -> None:
    assert solved(shown(*CLAIMS, people=tuple(people)), people) == []


def test_the_solver_finds_what_an_unguarded_ledger_tells() -> None:
    people = [hidden(40, "ua"), hidden(20, "lt"), hidden(3, "pl")]
    assert solved(shown(*CLAIMS, people=tuple(people), fewest=1), people)


@pytest.mark.parametrize("number", range(1, 8))
def test_no_number_below_eight_is_ever_printed(number: int) -> None:
    (count,) = shown(*CLAIMS, people=(hidden(number, is_verified=True),))["counts"]
    assert {count["recorded"], count["verified"], *count["withheld"].values()} == {FEWER}


def solved(ledger: dict[str, Any], people: list[PeopleGroup]) -> list[str]:
    """The small cells that follow from the published ones as a system of linear equations."""
    cells = members(people)
    known = [cells[name] for name, number in published(ledger).items() if isinstance(number, int)]
    small = {
        name: cell for name, cell in cells.items() if 0 < sum(people[n].people for n in cell) < 8
    }
    return [name for name, cell in small.items() if follows(cell, known, len(people))]


def members(people: list[PeopleGroup]) -> dict[str, set[int]]:
    """The groups of each cell, found without the ledger's own code."""
    tests = {
        "all": lambda group: True,
        "female": lambda group: ("sex", "female") in group.traits,
        "male": lambda group: ("sex", "male") in group.traits,
        "verified": lambda group: group.is_verified,
        "unverified": lambda group: not group.is_verified,
        "count_only": lambda group: group.withheld == "count_only",
        "no_consent": lambda group: group.withheld == "no_consent",
        "two": lambda group: place(group) in ("ua", "lt"),
        **{each: lambda group, each=each: place(group) == each for each in PLACES},
    }
    counted = [(n, group) for n, group in enumerate(people) if group.people]
    return {name: {n for n, group in counted if test(group)} for name, test in tests.items()}


def place(group: PeopleGroup) -> str:
    ((_, (pair,)),) = [(fact.measure, tuple(fact.traits)) for fact in group.facts]
    return pair[1]


def published(ledger: dict[str, Any]) -> dict[str, Any]:
    (count,) = ledger["counts"]
    sexes = {sex: row(ledger, sex=[sex])["recorded"] for sex in ("female", "male")}
    two = row(ledger, "taken_to", to=["lt", "ua"])["recorded"]
    return {
        "all": count["recorded"],
        "verified": count["verified"],
        "two": two,
        **count["withheld"],
        **sexes,
        **taken(ledger),
    }
