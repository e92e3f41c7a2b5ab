"""Small numbers: no published count tells of fewer than 8 people who are not shown (rule 2).

A cell is the set of groups it counts without showing them. A reader who takes the published
cells as equations can add and subtract them; the sets that follow are the rows of zeros and ones
in the space that the cells span. A cell is published only if none of these sets is small. The
others read "fewer than 8", the small ones and those that would give a small one away alike, so
that the words themselves pin nothing.
"""

from collections.abc import Hashable, Iterator, Sequence
from itertools import islice

FEWEST = 8
MOST_SETS = 1024  # a cell is refused when more sets than these would have to be looked at
PRIME = 2**61 - 1  # equations are solved modulo a prime, which keeps the numbers small

EquationRow = tuple[int, ...]


def choose_publishable(
    cells: Sequence[tuple[Hashable, frozenset[int]]], people: Sequence[int], fewest: int = FEWEST
) -> frozenset[Hashable]:
    """The names of the cells whose exact number may be published, the first ones first.

    `people[i]` is the size of group i. An empty cell gives away nobody; with `fewest` 1, as for
    staff, nothing is small.
    """
    if fewest <= 1:
        return frozenset(name for name, _ in cells)
    atoms = _merge_groups(cells, people)
    guard = _DisclosureGuard([size for _, size in atoms], fewest)
    rows = [tuple(int(n in place) for place, _ in atoms) for n in range(len(cells))]
    return frozenset(
        name for (name, _), row in zip(cells, rows, strict=True) if guard.admit_cell(row)
    )


def _merge_groups(
    cells: Sequence[tuple[Hashable, frozenset[int]]], people: Sequence[int]
) -> list[tuple[frozenset[int], int]]:
    """Groups that no cell tells apart, together: the cells they stand in, and their size.

    The largest come first, so that elimination leads with those that no small set can hold.
    """
    sizes: dict[frozenset[int], int] = {}
    for group, size in enumerate(people):
        place = frozenset(n for n, (_, hidden) in enumerate(cells) if group in hidden)
        if place and size:
            sizes[place] = sizes.get(place, 0) + size
    return sorted(sizes.items(), key=lambda item: (-item[1], sorted(item[0])))


class _DisclosureGuard:
    """What is published so far, as reduced equations by the atom that each one leads with."""

    def __init__(self, sizes: list[int], fewest: int) -> None:
        self.sizes, self.fewest = sizes, fewest
        self.equations: dict[int, EquationRow] = {}

    def admit_cell(self, cell: EquationRow) -> bool:
        """Publish the cell if that is safe; say whether it was."""
        new = cell
        for lead, equation in self.equations.items():
            new = _subtract_row(new, new[lead], equation)
        if not any(new):
            return True  # it follows from what is published
        grown = self._reduce_with(new)
        if self._gives_away(grown):
            return False
        self.equations = grown
        return True

    def _reduce_with(self, new: EquationRow) -> dict[int, EquationRow]:
        lead = next(n for n, value in enumerate(new) if value)
        inverse = pow(new[lead], -1, PRIME)
        new = tuple(value * inverse % PRIME for value in new)
        others = {n: _subtract_row(row, row[lead], new) for n, row in self.equations.items()}
        return others | {lead: new}

    def _gives_away(self, equations: dict[int, EquationRow]) -> bool:
        """Whether a small set follows. A set is the sum of the equations whose leads it holds."""
        leads = [lead for lead in equations if self.sizes[lead] < self.fewest]
        found = self._small_sums(leads, equations, (0,) * len(self.sizes), self.fewest)
        looked_at = list(islice(found, MOST_SETS + 1))
        return len(looked_at) > MOST_SETS or any(self._is_small_set(row) for row in looked_at)

    def _small_sums(
        self, leads: list[int], equations: dict[int, EquationRow], start: EquationRow, room: int
    ) -> Iterator[EquationRow]:
        for n, lead in enumerate(leads):
            left = room - self.sizes[lead]
            if left > 0:
                row = _subtract_row(start, -1, equations[lead])
                yield row
                yield from self._small_sums(leads[n + 1 :], equations, row, left)

    def _is_small_set(self, row: EquationRow) -> bool:
        if any(value not in (0, 1) for value in row):
            return False
        return sum(size for size, value in zip(self.sizes, row, strict=True) if value) < self.fewest


def _subtract_row(row: EquationRow, times: int, other: EquationRow) -> EquationRow:
    """One row less a multiple of another."""
    if not times:
        return row
    pairs = zip(row, other, strict=True)
    return tuple((value - times * taken) % PRIME for value, taken in pairs)
