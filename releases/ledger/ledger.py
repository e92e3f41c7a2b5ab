"""The ledger of one door: everything that its figures, sums and records say of each other."""

from dataclasses import dataclass, replace
from itertools import groupby

from releases.ledger.cells import count
from releases.ledger.comparisons import Row, rows
from releases.ledger.disclosure import FEWEST
from releases.ledger.figures import Figure, figures
from releases.ledger.origins import Origins, origins
from releases.ledger.record_counts import alike
from releases.ledger.side_counts import SideCount, counts
from releases.ledger.sums import CheckedSum, check
from releases.ledger.values import Evidence


@dataclass(frozen=True, slots=True)
class Ledger:
    """What page, drawing, API and export read alike."""

    claims: tuple[Figure, ...]
    comparisons: tuple[Row, ...]
    sums: tuple[CheckedSum, ...]
    origins: tuple[Origins, ...]
    counts: tuple[SideCount, ...]


def reckon(evidence: Evidence, *, fewest: int = FEWEST) -> Ledger:
    """The ledger of what one door knows; the order of the evidence never matters.

    Counts of our records about fewer than `fewest` people who are not shown are suppressed;
    staff, who see the people anyway, ask with 1.
    """
    evidence = replace(evidence, people=alike(evidence.people))
    known = figures(evidence)
    standing = [each for each in known if each.is_compared]
    by_key = [(key, tuple(own)) for key, own in groupby(standing, key=lambda each: each.key)]
    cells = count((key for key, _ in by_key), evidence, fewest)
    return Ledger(
        claims=known,
        comparisons=rows(known, cells, evidence.within, fewest),
        sums=check(evidence.sums, {each.id: each for each in known}),
        origins=tuple(origins(key, own) for key, own in by_key),
        counts=counts(known, evidence, cells, fewest),
    )
