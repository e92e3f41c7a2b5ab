"""Independent witnesses: sources are counted by origin (domain rule 4)."""

from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

from releases.ledger.figures import LedgerFigure
from releases.ledger.values import LedgerClaim


class Origins(NamedTuple):
    """Who attests some figures, one tuple of claim ids for each origin.

    `unknown` are origins of which no claim says where it comes from: shown, and not counted as
    independent.
    """

    independent: tuple[tuple[str, ...], ...]
    unknown: tuple[tuple[str, ...], ...]


def find_origins(figures: Iterable[LedgerFigure]) -> Origins:
    """The origins of the witnesses among these figures."""
    witnesses = [each.claim for each in figures if each.is_witness]
    groups = sorted(
        tuple(sorted(each.id for each in group)) for group in _join_by_origin(witnesses)
    )
    attributed = {claim.id for claim in witnesses if _is_attributed(claim)}
    independent = tuple(group for group in groups if attributed.intersection(group))
    return Origins(independent, tuple(group for group in groups if group not in independent))


def _is_attributed(claim: LedgerClaim) -> bool:
    is_identified = claim.speaker is not None and claim.speaker.is_identified
    return is_identified and claim.is_upstream_known


def _join_by_origin(claims: list[LedgerClaim]) -> list[list[LedgerClaim]]:
    """Claims that share a speaker's organisation or an upstream source, directly or by others."""
    origin = {claim.id: claim.id for claim in claims}
    for first, second in combinations(claims, 2):
        if _origin_marks(first) & _origin_marks(second):
            old, new = origin[second.id], origin[first.id]
            origin = {each: new if root == old else root for each, root in origin.items()}
    roots = sorted(set(origin.values()))
    return [[claim for claim in claims if origin[claim.id] == root] for root in roots]


def _origin_marks(claim: LedgerClaim) -> set[tuple[str, str]]:
    marks = {("source", source) for source in claim.upstream}
    if claim.speaker:
        organisation = claim.speaker.organisation
        marks.add(("organisation", organisation) if organisation else ("speaker", claim.speaker.id))
    return marks
