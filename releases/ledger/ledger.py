"""The ledger of one door: everything that its figures, sums and records say of each other."""

from dataclasses import dataclass, replace
from itertools import groupby

from releases.ledger.cells import count_cells
from releases.ledger.comparisons import LedgerRow, build_rows
from releases.ledger.disclosure import FEWEST
from releases.ledger.figures import LedgerFigure, build_figures
from releases.ledger.origins import KeyOrigins, find_origins
from releases.ledger.record_counts import merge_alike
from releases.ledger.side_counts import LedgerSideCount, count_sides
from releases.ledger.sums import CheckedSum, check_sums
from releases.ledger.values import Evidence


@dataclass(frozen=True, slots=True)
class Ledger:
    """What page, drawing, API and export read alike."""

    claims: tuple[LedgerFigure, ...]
    comparisons: tuple[LedgerRow, ...]
    sums: tuple[CheckedSum, ...]
    origins: tuple[KeyOrigins, ...]
    counts: tuple[LedgerSideCount, ...]


def compute_ledger(evidence: Evidence, *, fewest: int = FEWEST) -> Ledger:
    """The ledger of what one door knows; the order of the evidence never matters.

    Counts of our records about fewer than `fewest` people who are not shown are suppressed;
    staff, who see the people anyway, ask with 1.
    """
    evidence = replace(evidence, people=merge_alike(evidence.people))
    known = build_figures(evidence)
    standing = [each for each in known if each.is_compared]
    by_key = [(key, tuple(own)) for key, own in groupby(standing, key=lambda each: each.key)]
    cells = count_cells((key for key, _ in by_key), evidence, fewest)
    return Ledger(
        claims=known,
        comparisons=build_rows(known, cells, evidence.within, fewest),
        sums=check_sums(evidence.sums, {each.id: each for each in known}),
        origins=tuple(find_origins(key, own) for key, own in by_key),
        counts=count_sides(known, evidence, cells, fewest),
    )
