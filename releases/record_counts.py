"""Recorded: how many people of our own records answer a key, for staff alone (domain rule 2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from releases.enums import (
    MEASURES,
    PLACE_DIMENSIONS,
    WITHOUT_VALID_DOCUMENT,
    AffectedGroup,
    CitizenshipScope,
    DocumentState,
    Measure,
    MemberOutcome,
    ScopeDimension,
    Unit,
)
from releases.ledger.figures import waves_by_subject
from releases.ledger.places import PlaceChain, places_around
from releases.ledger.values import ClaimKey, ClaimKeyScope, Evidence

Traits = frozenset[tuple[str, str]]  # pairs of dimension and one value
DIMENSIONS = frozenset(
    {
        ScopeDimension.FROM,
        ScopeDimension.TO,
        ScopeDimension.CITIZENSHIP,
        ScopeDimension.SEX,
        ScopeDimension.AGE,
        ScopeDimension.DOCUMENTS,
        ScopeDimension.CATEGORY,
        ScopeDimension.LEGAL_BASIS,
        ScopeDimension.DISPOSITION,
    }
)
# These happen to members who are not freed too.
OF_EVERY_ROLE = frozenset(
    {
        Measure.LISTED,
        Measure.REFUSED_TO_LEAVE,
        Measure.REFUSED_BY_RECEIVING_STATE,
        Measure.RETURNED_TO_CUSTODY,
    }
)
ACCOMPANYING = (ScopeDimension.CATEGORY, frozenset({AffectedGroup.ACCOMPANYING}))


class RecordedFact(NamedTuple):
    """What happened to a person: a measure, with the places and circumstances of that event."""

    measure: str
    traits: Traits = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedMember:
    """A recorded, published, unmerged person of one side, with what a figure can ask for.

    `shown_as` is `named`, `pseudonym`, or "" with `withheld` giving the reason code. Whoever is
    freed counts as released without a fact that says so.
    """

    side: str
    role: str = MemberOutcome.FREED
    traits: Traits = frozenset()
    facts: frozenset[RecordedFact] = frozenset()
    shown_as: str = ""
    withheld: str = "count_only"
    is_verified: bool = False


def count_recorded(
    key: ClaimKey, members: Iterable[RecordedMember], evidence: Evidence
) -> int | None:
    """The people of our records who answer a key; None where records cannot answer."""
    wave = waves_by_subject(evidence.waves).get(key.subject)
    if wave is None or not _can_answer(key):
        return None
    sides = {side.id: side.releasing for side in wave.sides}
    if key.subject.kind == "side":
        sides = {key.subject.id: sides[key.subject.id]}
    return sum(
        _is_counted(member, key, sides[member.side], evidence.within)
        for member in members
        if member.side in sides
    )


def _can_answer(key: ClaimKey) -> bool:
    return (
        MEASURES[Measure(key.measure)].is_recorded
        and key.unit == Unit.PEOPLE
        and key.yardstick is None
        and {dimension for dimension, _ in key.scope} <= DIMENSIONS
    )


def _is_counted(
    member: RecordedMember, key: ClaimKey, releasing: frozenset[str], within: PlaceChain
) -> bool:
    if not (
        member.role == MemberOutcome.FREED
        or key.measure in OF_EVERY_ROLE
        or ACCOMPANYING in key.scope
    ):
        return False
    facts = member.facts | (
        {RecordedFact(Measure.RELEASED)} if member.role == MemberOutcome.FREED else set()
    )
    traits = member.traits | _derive_citizenship(member.traits, releasing)
    return any(
        fact.measure == key.measure and _fits_scope(traits | fact.traits, key.scope, within)
        for fact in facts
    )


def _derive_citizenship(traits: Traits, releasing: frozenset[str]) -> Traits:
    """Own or foreign, from the states that release on this side."""
    held = {value for name, value in traits if name == ScopeDimension.CITIZENSHIP}
    held -= set(CitizenshipScope.values)
    if not held or not releasing:
        return frozenset()
    kind = CitizenshipScope.OWN if held & releasing else CitizenshipScope.FOREIGN
    return frozenset({(ScopeDimension.CITIZENSHIP, kind)})


def _fits_scope(traits: Traits, scope: ClaimKeyScope, within: PlaceChain) -> bool:
    return all(
        any(
            name == dimension and _values_reached(name, value, within) & wanted
            for name, value in traits
        )
        for dimension, wanted in scope
    )


def _values_reached(dimension: str, value: str, within: PlaceChain) -> frozenset[str]:
    """Everything that a recorded value counts under."""
    if dimension in PLACE_DIMENSIONS:
        return places_around(value, within)
    if dimension == ScopeDimension.DOCUMENTS and value in WITHOUT_VALID_DOCUMENT:
        return frozenset({value, DocumentState.NO_VALID_DOCUMENT})
    return frozenset({value})
