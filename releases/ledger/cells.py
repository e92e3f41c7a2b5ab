"""Every count of our records that the ledger publishes, judged together for small numbers."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from releases.enums import Incomparable, Measure
from releases.ledger.disclosure import choose_publishable
from releases.ledger.figures import side_subject
from releases.ledger.record_counts import CellTally, RecordedCount, tally_groups, tally_key
from releases.ledger.values import FREED, ClaimKey, Evidence, LedgerSide, LedgerWave, PeopleGroup


class VerifiedCell(NamedTuple):
    """The cell of those freed on a side whose release is verified."""

    side: str


class WithheldCell(NamedTuple):
    """The cell of those freed on a side who are not shown, for one reason."""

    side: str
    reason: str


class RoleCell(NamedTuple):
    """The cell of a side's members in a role other than freed."""

    side: str
    role: str


@dataclass(frozen=True, slots=True)
class RecordCells:
    """The tallies by name, and the names whose exact number may be said."""

    tallies: dict[Hashable, CellTally | None]
    people: dict[Hashable, int]
    published: frozenset[Hashable]

    def say_cell(self, name: Hashable) -> RecordedCount:
        """What may be said of a cell."""
        counted = self.tallies[name]
        if counted is None:
            return RecordedCount(reason=Incomparable.NOT_RECORDED)
        if name not in self.published:
            return RecordedCount(None, counted.shown, Incomparable.FEWER_THAN_8)
        return RecordedCount(self.people[name], counted.shown)

    def hides_nobody(self, name: Hashable) -> bool:
        """Whether everybody in the cell is shown."""
        counted = self.tallies[name]
        return counted is not None and not counted.hidden


def side_key(side: str, wave: LedgerWave) -> ClaimKey:
    """The key that counts those freed on a side."""
    return ClaimKey(subject=side_subject(side, wave), measure=Measure.RELEASED)


def count_cells(keys: Iterable[ClaimKey], evidence: Evidence, fewest: int) -> RecordCells:
    """Count the keys and the cells of every side, the most wanted first."""
    wanted = set(keys) | {side_key(s.id, wave) for wave in evidence.waves for s in wave.sides}
    tallies: dict[Hashable, CellTally | None] = {key: tally_key(key, evidence) for key in wanted}
    for wave in evidence.waves:
        for side in wave.sides:
            tallies |= _tally_side(side, evidence)
    people = {name: each.people(evidence.people) for name, each in tallies.items() if each}
    sizes = [group.people for group in evidence.people]
    ordered = sorted(people, key=lambda name: _sort_by_priority(name, people[name]))
    cells = [(name, each.hidden) for name in ordered if (each := tallies[name])]
    return RecordCells(tallies, people, choose_publishable(cells, sizes, fewest))


def _tally_side(side: LedgerSide, evidence: Evidence) -> dict[Hashable, CellTally]:
    members = [(n, group) for n, group in enumerate(evidence.people) if group.side == side.id]
    freed = [(n, group) for n, group in members if group.role == FREED]
    cells: dict[Hashable, list[tuple[int, PeopleGroup]]] = {
        VerifiedCell(side.id): [(n, group) for n, group in freed if group.is_verified]
    }
    for n, group in freed:
        if not group.shown_as:
            cells.setdefault(WithheldCell(side.id, group.withheld), []).append((n, group))
    for n, group in members:
        if group.role != FREED:
            cells.setdefault(RoleCell(side.id, group.role), []).append((n, group))
    return {name: tally_groups(groups) for name, groups in cells.items()}


def _sort_by_priority(name: Hashable, people: int) -> tuple[object, ...]:
    """Those freed, whole waves before sides; then other keys; then the cells of a side."""
    if not isinstance(name, ClaimKey):
        return (2, isinstance(name, WithheldCell), -people, type(name).__name__, name)
    is_part = name.measure != Measure.RELEASED or bool(name.scope)
    return (int(is_part), name.subject.kind != "wave", -people, "", name.sort_key())
