"""The ledger of one door: everything that its figures and sums say of each other."""

from dataclasses import dataclass
from itertools import groupby

from releases.ledger.comparisons import LedgerRow, build_rows
from releases.ledger.figures import LedgerFigure, build_figures
from releases.ledger.origins import Origins, find_origins
from releases.ledger.side_counts import LedgerSideCount, count_sides
from releases.ledger.sums import CheckedSum, check_sums
from releases.ledger.values import ClaimKey, Evidence


@dataclass(frozen=True, slots=True)
class Ledger:
    """What page, drawing, API and export read alike."""

    claims: tuple[LedgerFigure, ...]
    comparisons: tuple[LedgerRow, ...]
    sums: tuple[CheckedSum, ...]
    counts: tuple[LedgerSideCount, ...]

    @property
    def origins(self) -> tuple[tuple[ClaimKey, Origins], ...]:
        """Who attests the standing figures of each key."""
        standing = [each for each in self.claims if each.is_compared]
        by_key = groupby(standing, key=lambda each: each.key)
        return tuple((key, find_origins(own)) for key, own in by_key)


def compute_ledger(evidence: Evidence) -> Ledger:
    """The ledger of what one door knows; the order of the evidence never matters."""
    known = build_figures(evidence)
    return Ledger(
        claims=known,
        comparisons=build_rows(known, evidence.within),
        sums=check_sums(evidence.sums, {each.id: each for each in known}),
        counts=count_sides(known, evidence),
    )
