"""Every count of our records that the ledger publishes, judged together for small numbers."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from releases.enums import Incomparable, Measure
from releases.ledger.disclosure import publishable
from releases.ledger.figures import side_subject
from releases.ledger.record_counts import Recorded, Tally, answer, tally
from releases.ledger.values import FREED, Evidence, Group, Key, Side, Wave


class Verified(NamedTuple):
    """The cell of those freed on a side whose release is verified."""

    side: str


class Withheld(NamedTuple):
    """The cell of those freed on a side who are not shown, for one reason."""

    side: str
    reason: str


class InRole(NamedTuple):
    """The cell of a side's members in a role other than freed."""

    side: str
    role: str


@dataclass(frozen=True, slots=True)
class Cells:
    """The tallies by name, and the names whose exact number may be said."""

    tallies: dict[Hashable, Tally | None]
    people: dict[Hashable, int]
    published: frozenset[Hashable]

    def say(self, name: Hashable) -> Recorded:
        """What may be said of a cell."""
        counted = self.tallies[name]
        if counted is None:
            return Recorded(reason=Incomparable.NOT_RECORDED)
        if name not in self.published:
            return Recorded(None, counted.shown, Incomparable.FEWER_THAN_8)
        return Recorded(self.people[name], counted.shown)

    def hides_nobody(self, name: Hashable) -> bool:
        """Whether everybody in the cell is shown."""
        counted = self.tallies[name]
        return counted is not None and not counted.hidden


def side_key(side: str, wave: Wave) -> Key:
    """The key that counts those freed on a side."""
    return Key(subject=side_subject(side, wave), measure=Measure.RELEASED)


def count(keys: Iterable[Key], evidence: Evidence, fewest: int) -> Cells:
    """Count the keys and the cells of every side, the most wanted first."""
    wanted = set(keys) | {side_key(s.id, wave) for wave in evidence.waves for s in wave.sides}
    tallies: dict[Hashable, Tally | None] = {key: answer(key, evidence) for key in wanted}
    for wave in evidence.waves:
        for side in wave.sides:
            tallies |= _of_side(side, evidence)
    people = {name: each.people(evidence.people) for name, each in tallies.items() if each}
    sizes = [group.people for group in evidence.people]
    ordered = sorted(people, key=lambda name: _priority(name, people[name]))
    cells = [(name, each.hidden) for name in ordered if (each := tallies[name])]
    return Cells(tallies, people, publishable(cells, sizes, fewest))


def _of_side(side: Side, evidence: Evidence) -> dict[Hashable, Tally]:
    members = [(n, group) for n, group in enumerate(evidence.people) if group.side == side.id]
    freed = [(n, group) for n, group in members if group.role == FREED]
    cells: dict[Hashable, list[tuple[int, Group]]] = {
        Verified(side.id): [(n, group) for n, group in freed if group.is_verified]
    }
    for n, group in freed:
        if not group.shown_as:
            cells.setdefault(Withheld(side.id, group.withheld), []).append((n, group))
    for n, group in members:
        if group.role != FREED:
            cells.setdefault(InRole(side.id, group.role), []).append((n, group))
    return {name: tally(groups) for name, groups in cells.items()}


def _priority(name: Hashable, people: int) -> tuple[object, ...]:
    """Those freed, whole waves before sides; then other keys; then the cells of a side."""
    if not isinstance(name, Key):
        return (2, isinstance(name, Withheld), -people, type(name).__name__, name)
    is_part = name.measure != Measure.RELEASED or bool(name.scope)
    return (int(is_part), name.subject.kind != "wave", -people, "", name.sort_key())
