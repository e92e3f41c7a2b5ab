"""Claimed, recorded, verified and public: four numbers for each side, never mixed (rule 2)."""

from collections.abc import Sequence
from dataclasses import dataclass

from releases.enums import Mode
from releases.ledger.cells import RecordCells, RoleCell, VerifiedCell, WithheldCell, side_key
from releases.ledger.comparisons import compare_with_records, span_of_figures
from releases.ledger.figures import LedgerFigure
from releases.ledger.ranges import Range
from releases.ledger.record_counts import RecordedCount
from releases.ledger.values import FREED, Evidence, LedgerSide, LedgerWave, PeopleGroup
from releases.ledger.verdicts import ShownGap


@dataclass(frozen=True, slots=True)
class LedgerSideCount:
    """The counts of those freed on one side.

    `claimed` is the span of standing, comparable, stated figures. `gap` is recorded − preferred
    (the leading figure where none is preferred): what is short is known only as a number.
    `other_roles` counts members who were not freed.
    """

    wave: str
    side: str
    claimed: Range | None
    preferred: LedgerFigure | None
    recorded: RecordedCount
    verified: RecordedCount
    named: int
    pseudonym: int
    withheld: tuple[tuple[str, RecordedCount], ...]
    other_roles: tuple[tuple[str, RecordedCount], ...]
    gap: ShownGap


def count_sides(
    figures: Sequence[LedgerFigure], evidence: Evidence, cells: RecordCells, fewest: int
) -> tuple[LedgerSideCount, ...]:
    """One count for each side of each wave, waves by id, sides in their own order."""
    ordered = sorted(evidence.waves, key=lambda wave: wave.id)
    return tuple(
        _count_side(wave, side, figures, evidence.people, cells, fewest)
        for wave in ordered
        for side in wave.sides
    )


def _count_side(
    wave: LedgerWave,
    side: LedgerSide,
    figures: Sequence[LedgerFigure],
    people: Sequence[PeopleGroup],
    cells: RecordCells,
    fewest: int,
) -> LedgerSideCount:
    key = side_key(side.id, wave)
    stated = [each for each in figures if each.key == key and _is_stated(each)]
    freed = [group for group in people if group.side == side.id and group.role == FREED]
    return LedgerSideCount(
        wave.id,
        side.id,
        span_of_figures(stated),
        next((each for each in stated if each.is_preferred), None),
        cells.say_cell(key),
        cells.say_cell(VerifiedCell(side.id)),
        _count_shown_as("named", freed),
        _count_shown_as("pseudonym", freed),
        tuple(
            (name.reason, cells.say_cell(name))
            for name in sorted(n for n in cells.tallies if isinstance(n, WithheldCell))
            if name.side == side.id
        ),
        tuple(
            (name.role, cells.say_cell(name))
            for name in sorted(n for n in cells.tallies if isinstance(n, RoleCell))
            if name.side == side.id
        ),
        compare_with_records(stated[0], key, cells, fewest).gap if stated else None,
    )


def _is_stated(figure: LedgerFigure) -> bool:
    return figure.is_compared and figure.claim.mode == Mode.STATED and not figure.is_vague


def _count_shown_as(kind: str, groups: Sequence[PeopleGroup]) -> int:
    return sum(group.people for group in groups if group.shown_as == kind)
