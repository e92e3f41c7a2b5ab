"""Claimed, recorded, verified and public: four numbers of a side, for staff alone (domain rule 2).

The public compares claims with claims. Our own record says too much of people who are not shown.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from releases.enums import MemberOutcome
from releases.ledger.figures import LedgerFigure
from releases.ledger.ledger import Ledger
from releases.ledger.ranges import Range
from releases.ledger.side_counts import LedgerSideCount
from releases.ledger.values import ClaimKey, Evidence
from releases.ledger.verdicts import LedgerVerdict, why_not_with_records
from releases.record_counts import RecordedMember, count_recorded


@dataclass(frozen=True, slots=True)
class FigureAgainstRecord:
    """How our record stands to one figure: the gap is recorded − claimed."""

    figure: LedgerFigure
    verdict: LedgerVerdict


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A key with the number that our record answers, and each standing figure against it."""

    key: ClaimKey
    recorded: int
    figures: tuple[FigureAgainstRecord, ...]


@dataclass(frozen=True, slots=True)
class RecordedSide:
    """The four numbers of those freed on one side.

    `withheld` counts those who are not shown, by reason; `other_roles` counts members who were
    not freed.
    """

    side: str
    claimed: Range | None
    recorded: int
    verified: int
    named: int
    pseudonym: int
    withheld: tuple[tuple[str, int], ...]
    other_roles: tuple[tuple[str, int], ...]

    @property
    def claimed_gap(self) -> Range | None:
        """Recorded − claimed."""
        return Range.exactly(self.recorded) - self.claimed if self.claimed else None

    @property
    def verified_gap(self) -> Range:
        """Verified − recorded."""
        return Range.exactly(self.verified - self.recorded)

    @property
    def public_gap(self) -> Range:
        """Public − recorded."""
        return Range.exactly(self.named + self.pseudonym - self.recorded)


@dataclass(frozen=True, slots=True)
class RecordComparison:
    """What our record answers to the figures of one wave."""

    sides: tuple[RecordedSide, ...]
    rows: tuple[RecordRow, ...]


def compare_with_record(
    ledger: Ledger, evidence: Evidence, members: Sequence[RecordedMember]
) -> RecordComparison:
    """The comparison of a ledger with our record; keys that it cannot answer are left out."""
    counted = ((row.key, count_recorded(row.key, members, evidence)) for row in ledger.comparisons)
    return RecordComparison(
        tuple(_count_side(each, members) for each in ledger.counts),
        tuple(_build_row(key, number, ledger) for key, number in counted if number is not None),
    )


def _count_side(count: LedgerSideCount, members: Sequence[RecordedMember]) -> RecordedSide:
    own = [each for each in members if each.side == count.side]
    freed = [each for each in own if each.role == MemberOutcome.FREED]
    shown = Counter(each.shown_as for each in freed)
    return RecordedSide(
        side=count.side,
        claimed=count.claimed,
        recorded=len(freed),
        verified=sum(each.is_verified for each in freed),
        named=shown["named"],
        pseudonym=shown["pseudonym"],
        withheld=_count_kinds(each.withheld for each in freed if not each.shown_as),
        other_roles=_count_kinds(each.role for each in own if each.role != MemberOutcome.FREED),
    )


def _count_kinds(kinds: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(kinds).items()))


def _build_row(key: ClaimKey, recorded: int, ledger: Ledger) -> RecordRow:
    own = (each for each in ledger.claims if each.key == key and each.is_compared)
    return RecordRow(key, recorded, tuple(_judge_figure(each, recorded) for each in own))


def _judge_figure(figure: LedgerFigure, recorded: int) -> FigureAgainstRecord:
    if reason := why_not_with_records(figure):
        return FigureAgainstRecord(figure, LedgerVerdict.incomparable(reason))
    gap = Range.exactly(recorded) - figure.range
    return FigureAgainstRecord(figure, LedgerVerdict.from_gap(gap))
