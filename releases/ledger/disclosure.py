"""Small numbers: no published count tells of fewer than 8 people who are not shown (rule 2).

A cell is the set of groups it counts without showing them. A reader can add cells that do not
overlap, subtract one that lies in another, and solve the published cells as equations. A cell is
published only if none of that leads to a small number; the others read "fewer than 8", the
small ones and those that would give a small one away alike, so that the words pin nothing.
"""

from collections.abc import Hashable, Iterable, Sequence
from itertools import permutations

FEWEST = 8
MOST_SETS = 512  # what a reader could work out from so many sets is not followed: refused instead
PRIME = 2**61 - 1  # equations are solved modulo a prime, which keeps the numbers small


def publishable(
    cells: Sequence[tuple[Hashable, frozenset[int]]], people: Sequence[int], fewest: int = FEWEST
) -> frozenset[Hashable]:
    """The names of the cells whose exact number may be published, the first ones first.

    `people[i]` is the size of group i. An empty cell gives away nobody; with `fewest` 1, as for
    staff, nothing is small.
    """
    if fewest <= 1:
        return frozenset(name for name, _ in cells)
    atoms = _atoms(cells, people)
    masks = [
        sum(1 << n for n, (place, _) in enumerate(atoms) if cell in place)
        for cell in range(len(cells))
    ]
    guard = _Guard([size for _, size in atoms], masks, fewest)
    return frozenset(name for (name, _), mask in zip(cells, masks, strict=True) if guard.let(mask))


def _atoms(
    cells: Sequence[tuple[Hashable, frozenset[int]]], people: Sequence[int]
) -> list[tuple[frozenset[int], int]]:
    """Groups that no cell tells apart, together: the cells they stand in, and their size."""
    sizes: dict[frozenset[int], int] = {}
    for group, size in enumerate(people):
        place = frozenset(n for n, (_, hidden) in enumerate(cells) if group in hidden)
        if place and size:
            sizes[place] = sizes.get(place, 0) + size
    return sorted(sizes.items(), key=lambda item: sorted(item[0]))


class _Guard:
    """What is published so far, and everything that follows from it."""

    def __init__(self, sizes: list[int], masks: Iterable[int], fewest: int) -> None:
        self.sizes, self.fewest = sizes, fewest
        self.known: set[int] = set()
        self.equations: list[list[int]] = []
        self.small = [mask for mask in _targets(masks, len(sizes)) if self._is_small(mask)]

    def let(self, mask: int) -> bool:
        """Publish the cell if that is safe; say whether it was."""
        if not mask or mask in self.known:
            return True
        known, equations = self._grown(mask), self._with_equation(mask)
        if known is None or any(_solves(equations, self._row(each)) for each in self.small):
            return False
        self.known, self.equations = known, equations
        return True

    def _grown(self, mask: int) -> set[int] | None:
        """All sets that follow by adding and subtracting; None if a small one is among them."""
        known, waiting = set(self.known), {mask}
        while waiting:
            new = waiting.pop()
            if self._is_small(new) or len(known) >= MOST_SETS:
                return None
            waiting |= {each for old in known if (each := _joined(new, old)) not in known}
            known.add(new)
            waiting -= {0, new}
        return known

    def _is_small(self, mask: int) -> bool:
        return 0 < sum(self._row(mask, self.sizes)) < self.fewest

    def _row(self, mask: int, values: Sequence[int] | None = None) -> list[int]:
        values = values or [1] * len(self.sizes)
        return [value if mask >> n & 1 else 0 for n, value in enumerate(values)]

    def _with_equation(self, mask: int) -> list[list[int]]:
        left = _reduced(self.equations, self._row(mask))
        return [*self.equations, left] if any(left) else self.equations


def _joined(new: int, old: int) -> int:
    """Two sets apart make their union, one in the other makes the rest; otherwise nothing."""
    both = new & old
    return new ^ old if both in (0, new, old) else new


def _targets(masks: Iterable[int], width: int) -> set[int]:
    """What a reader may be after: atoms, cells, what two cells share and what only one has."""
    cells = set(masks)
    pairs = {each for a, b in permutations(cells, 2) for each in (a & b, a & ~b)}
    return cells | pairs | {1 << n for n in range(width)}


def _solves(equations: list[list[int]], row: list[int]) -> bool:
    return not any(_reduced(equations, row))


def _reduced(equations: list[list[int]], row: list[int]) -> list[int]:
    """What is left of a row after elimination; each equation leads with its first entry."""
    for equation in equations:
        lead = next(n for n, value in enumerate(equation) if value)
        factor = row[lead] * pow(equation[lead], -1, PRIME) % PRIME
        if factor:
            pairs = zip(row, equation, strict=True)
            row = [(value - factor * other) % PRIME for value, other in pairs]
    return row
