"""A reader with pencil and paper: what follows from equations, without the ledger's own code."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from fractions import Fraction


def follows(cell: AbstractSet[int], known: Iterable[AbstractSet[int]], width: int) -> bool:
    """Whether a cell is a linear combination of others (Gauss, in fractions)."""
    rows: list[list[Fraction]] = []
    for each in [*known, cell]:
        left = [Fraction(n in each) for n in range(width)]
        for pivot_row in rows:
            pivot = next(n for n, value in enumerate(pivot_row) if value)
            factor = left[pivot] / pivot_row[pivot]
            left = [a - factor * b for a, b in zip(left, pivot_row, strict=True)]
        if not any(left):
            if each is cell:
                return True
            continue
        rows.append(left)
    return False
