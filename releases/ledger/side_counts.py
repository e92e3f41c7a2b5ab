"""Claimed, recorded, verified and public: four numbers for each side, never mixed (rule 2)."""

from collections.abc import Sequence
from dataclasses import dataclass

from releases.enums import Mode
from releases.ledger.cells import Cells, InRole, Verified, Withheld, side_key
from releases.ledger.comparisons import against_records, spread
from releases.ledger.figures import Figure
from releases.ledger.ranges import Range
from releases.ledger.record_counts import Recorded
from releases.ledger.values import FREED, Evidence, Group, Side, Wave
from releases.ledger.verdicts import Shown


@dataclass(frozen=True, slots=True)
class SideCount:
    """The counts of those freed on one side.

    `claimed` is the span of standing, comparable, stated figures. `gap` is recorded − preferred
    (the leading figure where none is preferred): what is short is known only as a number.
    `other_roles` counts members who were not freed.
    """

    wave: str
    side: str
    claimed: Range | None
    preferred: Figure | None
    recorded: Recorded
    verified: Recorded
    named: int
    pseudonym: int
    withheld: tuple[tuple[str, Recorded], ...]
    other_roles: tuple[tuple[str, Recorded], ...]
    gap: Shown


def counts(
    figures: Sequence[Figure], evidence: Evidence, cells: Cells, fewest: int
) -> tuple[SideCount, ...]:
    """One count for each side of each wave, waves by id, sides in their own order."""
    ordered = sorted(evidence.waves, key=lambda wave: wave.id)
    return tuple(
        _count(wave, side, figures, evidence.people, cells, fewest)
        for wave in ordered
        for side in wave.sides
    )


def _count(
    wave: Wave,
    side: Side,
    figures: Sequence[Figure],
    people: Sequence[Group],
    cells: Cells,
    fewest: int,
) -> SideCount:
    key = side_key(side.id, wave)
    stated = [each for each in figures if each.key == key and _is_stated(each)]
    freed = [group for group in people if group.side == side.id and group.role == FREED]
    return SideCount(
        wave.id,
        side.id,
        spread(stated),
        next((each for each in stated if each.is_preferred), None),
        cells.say(key),
        cells.say(Verified(side.id)),
        _shown_as("named", freed),
        _shown_as("pseudonym", freed),
        tuple(
            (name.reason, cells.say(name))
            for name in sorted(n for n in cells.tallies if isinstance(n, Withheld))
            if name.side == side.id
        ),
        tuple(
            (name.role, cells.say(name))
            for name in sorted(n for n in cells.tallies if isinstance(n, InRole))
            if name.side == side.id
        ),
        against_records(stated[0], key, cells, fewest).gap if stated else None,
    )


def _is_stated(figure: Figure) -> bool:
    return figure.is_compared and figure.claim.mode == Mode.STATED and not figure.is_vague


def _shown_as(kind: str, groups: Sequence[Group]) -> int:
    return sum(group.people for group in groups if group.shown_as == kind)
