"""Independent witnesses: sources are counted by origin (domain rule 4)."""

from collections.abc import Iterable
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
    groups: list[tuple[set[tuple[str, str]], list[LedgerClaim]]] = []
    for claim in claims:
        marks, members = _origin_marks(claim), [claim]
        apart = []
        for group in groups:
            if marks.isdisjoint(group[0]):
                apart.append(group)
            else:
                marks, members = marks | group[0], group[1] + members
        groups = [*apart, (marks, members)]
    return [members for _marks, members in groups]


def _origin_marks(claim: LedgerClaim) -> set[tuple[str, str]]:
    marks = {("source", source) for source in claim.upstream}
    if claim.speaker:
        organisation = claim.speaker.organisation
        marks.add(("organisation", organisation) if organisation else ("speaker", claim.speaker.id))
    return marks
