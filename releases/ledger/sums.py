"""Sums are declared and checked (domain rule 3)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from releases.enums import Agreement, Incomparable, SumKind
from releases.ledger.figures import Figure
from releases.ledger.ranges import Range
from releases.ledger.values import Part, Sum
from releases.ledger.verdicts import Verdict

ONE_PERSON = Range.exactly(1)


@dataclass(frozen=True, slots=True)
class CheckedSum:
    """A sum with the range of each part and what came of it; without a verdict, not checked.

    The gap is parts − total. A stale sum rests on a claim that does not stand.
    """

    sum: Sum
    total: Range
    parts: tuple[tuple[Part, Range], ...]
    verdict: Verdict | None
    is_stale: bool = False

    @property
    def gap(self) -> Range:
        """Parts − total, whatever the kind of the sum."""
        ranges = [worth.times(part.sign) for part, worth in self.parts]
        return sum(ranges, Range.exactly(0)) - self.total


def check(sums: Iterable[Sum], figures: Mapping[str, Figure]) -> tuple[CheckedSum, ...]:
    """Every sum whose claims are all to be seen, ordered by total and id.

    A sum with a part that this door does not see is left out: its gap would tell the part.
    """
    seen = (each for each in sums if _claims(each) <= figures.keys())
    ordered = sorted(seen, key=lambda each: (each.total, each.id))
    return tuple(_check(each, figures) for each in ordered)


def _claims(declared: Sum) -> set[str | None]:
    return {declared.total, *(part.claim for part in declared.parts if not part.is_person)}


def _check(declared: Sum, figures: Mapping[str, Figure]) -> CheckedSum:
    parts = tuple((part, _worth(part, figures)) for part in declared.parts)
    inputs = [figures[str(claim)] for claim in _claims(declared)]
    is_stale = not all(each.is_compared for each in inputs)
    unchecked = CheckedSum(declared, figures[declared.total].worked, parts, None, is_stale)
    if is_stale or declared.kind == SumKind.OVERLAPPING:
        return unchecked
    is_vague = any(each.worked.is_unbounded for each in inputs)
    verdict = Verdict.none(Incomparable.VAGUE) if is_vague else _judge(declared, unchecked.gap)
    return CheckedSum(declared, unchecked.total, parts, verdict)


def _worth(part: Part, figures: Mapping[str, Figure]) -> Range:
    return ONE_PERSON if part.is_person else figures[str(part.claim)].worked


def _judge(declared: Sum, gap: Range) -> Verdict:
    """Parts that are only some of the whole may stay under it, but never rise over it."""
    if declared.kind == SumKind.PARTIAL and gap.agreement() == Agreement.SHORT:
        return Verdict(Agreement.AGREE, gap)
    return Verdict.of(gap)
