"""Sums are declared and checked (domain rule 3)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from releases.enums import Agreement, Incomparable, SumKind
from releases.ledger.figures import LedgerFigure
from releases.ledger.ranges import Range
from releases.ledger.values import LedgerSum, LedgerSumPart
from releases.ledger.verdicts import LedgerVerdict

ONE_PERSON = Range.exactly(1)


@dataclass(frozen=True, slots=True)
class CheckedSum:
    """A sum with the range of each part and what came of it; without a verdict, not checked.

    The gap is parts − total. A stale sum rests on a claim that does not stand.
    """

    sum: LedgerSum
    total: Range
    parts: tuple[tuple[LedgerSumPart, Range], ...]
    verdict: LedgerVerdict | None
    is_stale: bool = False

    @property
    def gap(self) -> Range:
        """Parts − total, whatever the kind of the sum."""
        ranges = [worth.times(part.sign) for part, worth in self.parts]
        return sum(ranges, Range.exactly(0)) - self.total


def check_sums(
    sums: Iterable[LedgerSum], figures: Mapping[str, LedgerFigure]
) -> tuple[CheckedSum, ...]:
    """Every sum whose claims are all to be seen, ordered by total and id.

    A sum with a part that this door does not see is left out: its gap would tell the part.
    """
    seen = (each for each in sums if _claim_ids(each) <= figures.keys())
    ordered = sorted(seen, key=lambda each: (each.total, each.id))
    return tuple(_check_sum(each, figures) for each in ordered)


def _claim_ids(declared: LedgerSum) -> set[str]:
    return {declared.total, *(part.claim for part in declared.parts if part.claim)}


def _check_sum(declared: LedgerSum, figures: Mapping[str, LedgerFigure]) -> CheckedSum:
    parts = tuple((part, _range_of_part(part, figures)) for part in declared.parts)
    inputs = [figures[claim] for claim in _claim_ids(declared)]
    is_stale = not all(each.is_compared for each in inputs)
    unchecked = CheckedSum(declared, figures[declared.total].worked, parts, None, is_stale)
    if is_stale or declared.kind == SumKind.OVERLAPPING:
        return unchecked
    is_vague = any(each.worked.is_unbounded or each.worked.is_approximate for each in inputs)
    verdict = (
        LedgerVerdict.incomparable(Incomparable.VAGUE)
        if is_vague
        else _judge_gap(declared, unchecked.gap)
    )
    return CheckedSum(declared, unchecked.total, parts, verdict)


def _range_of_part(part: LedgerSumPart, figures: Mapping[str, LedgerFigure]) -> Range:
    return figures[part.claim].worked if part.claim else ONE_PERSON


def _judge_gap(declared: LedgerSum, gap: Range) -> LedgerVerdict:
    """Parts that are only some of the whole may stay under it, but never rise over it."""
    if declared.kind == SumKind.PARTIAL and gap.agreement() == Agreement.SHORT:
        return LedgerVerdict(Agreement.AGREE, gap)
    return LedgerVerdict.from_gap(gap)
