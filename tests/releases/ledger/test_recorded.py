"""What our own records answer, for staff."""

from typing import Any

import pytest

from releases.ledger import (
    ClaimSubject,
    LedgerSide,
    LedgerWave,
    Range,
)
from releases.record_counts import RecordedFact, RecordedMember
from tests.releases.ledger.builders import (
    HRW,
    VIASNA,
    claim,
    compared,
    row,
    scope,
    shown,
    wave,
)


def recorded(who: frozenset[Any], *members: RecordedMember, measure: str = "released") -> Any:
    (found,) = compared(claim("a", 99, measure, who), members=members).rows
    return found.recorded


def named(**more: Any) -> RecordedMember:
    return RecordedMember(side="s", shown_as="named", **more)


WARSAW = frozenset({RecordedFact("moved_on", frozenset({("from", "ua"), ("to", "pl-warsaw")}))})


def test_a_leg_to_warsaw_counts_in_poland() -> None:
    assert recorded(scope(to="pl"), named(facts=WARSAW), measure="moved_on") == 1


def test_a_leg_to_poland_does_not_count_in_warsaw() -> None:
    poland = frozenset({RecordedFact("moved_on", frozenset({("to", "pl")}))})
    assert recorded(scope(to="pl-warsaw"), named(facts=poland), measure="moved_on") == 0


def test_a_person_with_two_legs_is_one_person() -> None:
    berlin = RecordedFact("moved_on", frozenset({("from", "pl-warsaw"), ("to", "de-berlin")}))
    assert recorded(frozenset(), named(facts=WARSAW | {berlin}), measure="moved_on") == 1


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
    child = RecordedMember(
        side="s",
        role="accompanying",
        traits=frozenset({("category", "accompanying")}),
        facts=frozenset({RecordedFact("crossed")}),
    )
    assert recorded(frozenset(), child, measure="crossed") == 0
    assert recorded(scope(category="accompanying"), child, measure="crossed") == 1


def test_a_refusal_is_counted_though_nobody_is_freed() -> None:
    man = RecordedMember(
        side="s",
        role="listed_only",
        facts=frozenset({RecordedFact("refused_to_leave")}),
    )
    assert recorded(frozenset(), man, measure="refused_to_leave") == 1
    assert recorded(frozenset(), man) == 0


def test_what_records_cannot_answer_has_no_row() -> None:
    assert compared(claim("a", 83, "applied_for_protection")).rows == ()


def test_each_figure_stands_against_the_record_with_its_signed_gap() -> None:
    figures = (claim("a", 123), claim("b", 118, by=HRW), claim("c", None, by=VIASNA, is_vague=True))
    (found,) = compared(*figures, members=(named(),) * 120).rows
    assert {each.figure.id: each.verdict.gap for each in found.figures} == {
        "a": Range.exactly(-3),
        "b": Range.exactly(2),
        "c": None,
    }
    assert found.figures[-1].verdict.reason == "vague"


def test_the_four_numbers_of_a_side_are_never_mixed() -> None:
    hidden = RecordedMember(side="s", withheld="no_consent", is_verified=True)
    members = [named(), RecordedMember(side="s", shown_as="pseudonym"), hidden]
    (side,) = compared(claim("a", 5), claim("b", 6, by=HRW), members=members).sides
    assert (side.recorded, side.verified, side.named, side.pseudonym) == (3, 1, 1, 1)
    assert side.withheld == (("no_consent", 1),)
    assert side.claimed_gap == Range(-3, -2)
    assert (side.verified_gap, side.public_gap) == (Range.exactly(-2), Range.exactly(-1))


def test_an_exchange_counts_each_side_and_the_whole() -> None:
    exchange = LedgerWave(
        "w", (LedgerSide("east", frozenset({"RU"})), LedgerSide("west", frozenset({"US", "DE"})))
    )
    members = (
        *(RecordedMember(side="east"),) * 16,
        *(RecordedMember(side="west"),) * 8,
        *(RecordedMember(side="west", role="accompanying"),) * 2,
    )
    east = claim("e", 16, subject=ClaimSubject("side", "east"))
    found = compared(claim("all", 26), east, waves=(exchange,), members=members)
    assert [each.recorded for each in found.rows] == [16, 24]
    assert [(each.side, each.recorded) for each in found.sides] == [("east", 16), ("west", 8)]
    assert found.sides[1].other_roles == (("accompanying", 2),)
    assert found.sides[0].claimed_gap == Range.exactly(0)


def test_the_only_side_of_a_wave_is_the_wave() -> None:
    side = claim("b", 120, subject=ClaimSubject("side", "s"))
    assert row(shown(claim("a", 123), side, waves=(wave(),)))["agreed"] is False


def test_the_claimed_span_leaves_out_what_was_only_announced() -> None:
    ledger = shown(claim("a", 123), claim("b", 121), claim("c", 300, mode="announced"))
    claimed = ledger["counts"][0]["claimed"]
    assert (claimed["low"], claimed["high"], claimed["preferred"]) == (121, 123, None)
