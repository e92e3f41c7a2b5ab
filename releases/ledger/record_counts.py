"""Recorded: how many people of our own records answer a key (domain rule 2)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from releases.enums import (
    MEASURES,
    PLACE_DIMENSIONS,
    WITHOUT_VALID_DOCUMENT,
    AffectedGroup,
    CitizenshipScope,
    DocumentState,
    Incomparable,
    Measure,
    ScopeDimension,
    Unit,
)
from releases.ledger.figures import waves_by_subject
from releases.ledger.places import PlaceChain, places_around
from releases.ledger.values import (
    FREED,
    ClaimKey,
    ClaimKeyScope,
    Evidence,
    PeopleGroup,
    RecordedFact,
    Traits,
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


@dataclass(frozen=True, slots=True)
class RecordedCount:
    """What may be said of a cell: its number, or why not; and how many of it are shown people."""

    number: int | None = None
    shown: int = 0
    reason: Incomparable | None = None


@dataclass(frozen=True, slots=True)
class CellTally:
    """The people of a cell: how many are shown, and which groups are only counted."""

    shown: int
    hidden: frozenset[int]

    def people(self, groups: Sequence[PeopleGroup]) -> int:
        """Everybody in the cell."""
        return self.shown + sum(groups[index].people for index in self.hidden)


def merge_alike(groups: Iterable[PeopleGroup]) -> tuple[PeopleGroup, ...]:
    """The same people in as few groups as there are kinds of them: a door may give one by one."""
    kinds: dict[PeopleGroup, int] = {}
    for group in groups:
        kind = replace(group, people=0)
        kinds[kind] = kinds.get(kind, 0) + group.people
    return tuple(replace(kind, people=people) for kind, people in kinds.items())


def tally_groups(
    groups: Sequence[tuple[int, PeopleGroup]], asked: frozenset[str] = frozenset()
) -> CellTally:
    """The groups with their indexes as one cell that asks for these dimensions and measures."""
    shown = sum(group.people for _, group in groups if _is_shown(group, asked))
    hidden = (n for n, group in groups if group.people and not _is_shown(group, asked))
    return CellTally(shown, frozenset(hidden))


def tally_key(key: ClaimKey, evidence: Evidence) -> CellTally | None:
    """The cell of our records that answers a key; None where they cannot ("not recorded")."""
    wave = waves_by_subject(evidence.waves).get(key.subject)
    if wave is None or not _can_answer(key, evidence):
        return None
    sides = {side.id: side.releasing for side in wave.sides}
    if key.subject.kind == "side":
        sides = {key.subject.id: sides[key.subject.id]}
    counted = [
        (index, group)
        for index, group in enumerate(evidence.people)
        if group.side in sides and _is_counted(group, key, sides[group.side], evidence.within)
    ]
    asked = {dimension for dimension, _ in key.scope} | {key.measure} - {Measure.RELEASED}
    return tally_groups(counted, frozenset(asked))


def _can_answer(key: ClaimKey, evidence: Evidence) -> bool:
    dimensions = {dimension for dimension, _ in key.scope}
    return (
        MEASURES[Measure(key.measure)].is_recorded
        and key.unit == Unit.PEOPLE
        and key.yardstick is None
        and dimensions <= evidence.recorded_dimensions
    )


def _is_shown(group: PeopleGroup, asked: frozenset[str]) -> bool:
    return bool(group.shown_as) and (group.open_to_view is None or asked <= group.open_to_view)


def _is_counted(
    group: PeopleGroup, key: ClaimKey, releasing: frozenset[str], within: PlaceChain
) -> bool:
    if not (group.role == FREED or key.measure in OF_EVERY_ROLE or ACCOMPANYING in key.scope):
        return False
    facts = group.facts | ({RecordedFact(Measure.RELEASED)} if group.role == FREED else set())
    traits = group.traits | _derive_citizenship(group.traits, releasing)
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
