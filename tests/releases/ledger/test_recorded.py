"""What our own records answer."""

from typing import Any

import pytest

from releases.ledger import ClaimSubject, LedgerSide, LedgerWave, PeopleGroup, RecordedFact
from tests.releases.ledger.builders import claim, exactly, row, scope, shown, wave


def recorded(who: frozenset[Any], *people: PeopleGroup, measure: str = "released") -> Any:
    return shown(claim("a", 99, measure, who), people=people)["comparisons"][0]["recorded"]


def named(people: int = 1, **more: Any) -> PeopleGroup:
    return PeopleGroup(side="s", people=people, shown_as="named", **more)


WARSAW = frozenset({RecordedFact("moved_on", frozenset({("from", "ua"), ("to", "pl-warsaw")}))})


def test_a_leg_to_warsaw_counts_in_poland() -> None:
    assert recorded(scope(to="pl"), named(9, facts=WARSAW), measure="moved_on") == 9


def test_a_leg_to_poland_does_not_count_in_warsaw() -> None:
    poland = frozenset({RecordedFact("moved_on", frozenset({("to", "pl")}))})
    assert recorded(scope(to="pl-warsaw"), named(facts=poland), measure="moved_on") == 0


def test_a_person_with_two_legs_is_one_person() -> None:
    berlin = RecordedFact("moved_on", frozenset({("from", "pl-warsaw"), ("to", "de-berlin")}))
    assert recorded(frozenset(), named(2, facts=WARSAW | {berlin}), measure="moved_on") == 2


def test_from_and_to_are_of_one_leg() -> None:
    berlin = RecordedFact("moved_on", frozenset({("from", "pl-warsaw"), ("to", "de-berlin")}))
    who = scope(from_="ua", to="de-berlin")
    assert recorded(who, named(facts=WARSAW | {berlin}), measure="moved_on") == 0


@pytest.mark.parametrize(
    ("state", "number"), [("confiscated", 1), ("none", 1), ("passport_kept", 0)]
)
def test_whoever_has_no_document_that_is_valid_counts_as_such(state: str, number: int) -> None:
    person = named(traits=frozenset({("documents", state)}))
    assert recorded(scope(documents="no_valid_document"), person) == number


@pytest.mark.parametrize(
    ("held", "number"), [(("UA",), 1), (("BY",), 0), (("BY", "UA"), 0), ((), 0)]
)
def test_foreign_is_whoever_is_no_citizen_of_the_releasing_state(
    held: tuple[str, ...], number: int
) -> None:
    person = named(traits=frozenset(("citizenship", country) for country in held))
    assert recorded(scope(citizenship="foreign"), person) == number


def test_whoever_accompanies_is_counted_only_where_asked_for() -> None:
    child = PeopleGroup(
        side="s",
        role="accompanying",
        shown_as="named",
        traits=frozenset({("category", "accompanying")}),
        facts=frozenset({RecordedFact("crossed")}),
    )
    assert recorded(frozenset(), child, measure="crossed") == 0
    assert recorded(scope(category="accompanying"), child, measure="crossed") == 1


def test_a_refusal_is_counted_though_nobody_is_freed() -> None:
    man = PeopleGroup(
        side="s",
        role="listed_only",
        shown_as="named",
        facts=frozenset({RecordedFact("refused_to_leave")}),
    )
    assert recorded(frozenset(), man, measure="refused_to_leave") == 1
    assert recorded(frozenset(), man) == 0


def test_what_records_cannot_answer_is_not_recorded() -> None:
    found = row(shown(claim("a", 83, "applied_for_protection")), "applied_for_protection")
    assert (found["recorded"], found["recorded_reason"]) == (None, "not_recorded")
    assert found["claimed"][0]["reason"] == "not_recorded"


def test_an_exchange_counts_each_side_and_the_whole() -> None:
    exchange = LedgerWave(
        "w", (LedgerSide("east", frozenset({"RU"})), LedgerSide("west", frozenset({"US", "DE"})))
    )
    people = (
        PeopleGroup(side="east", people=16, shown_as="named"),
        PeopleGroup(side="west", people=8, shown_as="named"),
        PeopleGroup(side="west", people=2, role="accompanying", shown_as="named"),
    )
    east = claim("e", 16, subject=ClaimSubject("side", "east"))
    ledger = shown(claim("all", 26), east, waves=(exchange,), people=people)
    assert [each["recorded"] for each in ledger["comparisons"]] == [16, 24]
    assert [(each["side"], each["recorded"]) for each in ledger["counts"]] == [
        ("east", 16),
        ("west", 8),
    ]
    assert ledger["counts"][1]["other_roles"] == {"accompanying": 2}
    assert ledger["counts"][0]["gap"] == exactly(0)


def test_the_only_side_of_a_wave_is_the_wave() -> None:
    side = claim("b", 120, subject=ClaimSubject("side", "s"))
    assert row(shown(claim("a", 123), side, waves=(wave(),)))["agreed"] is False


def test_the_claimed_span_leaves_out_what_was_only_announced() -> None:
    ledger = shown(claim("a", 123), claim("b", 121), claim("c", 300, mode="announced"))
    claimed = ledger["counts"][0]["claimed"]
    assert (claimed["low"], claimed["high"], claimed["preferred"]) == (121, 123, None)
