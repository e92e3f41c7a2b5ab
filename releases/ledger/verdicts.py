"""Whether two figures can be compared, and what comes of it (domain: “Comparable”)."""

from dataclasses import dataclass
from typing import Final, Literal

from releases.enums import Agreement, Incomparable, Mode
from releases.ledger.figures import Figure
from releases.ledger.ranges import Range
from releases.ledger.time_matches import mismatch, mismatch_with_records

FEWER: Final = "fewer than 8"
Shown = Range | Literal["fewer than 8"] | None  # a gap, or the words that stand in its place


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one figure stands to another: the signed gap, or the one reason why there is none."""

    agreement: Agreement
    gap: Shown = None
    reason: Incomparable | None = None

    @classmethod
    def of(cls, gap: Range) -> "Verdict":
        """What a gap says by its sign."""
        return cls(gap.agreement(), gap)

    @classmethod
    def none(cls, reason: Incomparable) -> "Verdict":
        """No comparison, because of one reason."""
        return cls(Agreement.INCOMPARABLE, None, reason)


def compare(first: Figure, second: Figure) -> Verdict:
    """How `second` stands to `first`: the gap is second − first, so short means that it is less.

    The caller has seen to the rest of the key; here are yardstick, times, vagueness and mode.
    """
    reason = why_not(first, second)
    return Verdict.none(reason) if reason else Verdict.of(second.range - first.range)


def why_not(first: Figure, second: Figure) -> Incomparable | None:
    """The first reason that keeps two figures apart."""
    if first.key.yardstick != second.key.yardstick:
        return Incomparable.YARDSTICK
    if reason := mismatch(first, second):
        return reason
    if first.is_vague or second.is_vague:
        return Incomparable.VAGUE
    return None if _basis(first) == _basis(second) else Incomparable.MODE


def why_not_with_records(figure: Figure) -> Incomparable | None:
    """The reason that keeps a figure apart from a count of our records."""
    if reason := mismatch_with_records(figure):
        return reason
    if figure.is_vague:
        return Incomparable.VAGUE
    return None if _basis(figure) == Mode.STATED else Incomparable.MODE


def _basis(figure: Figure) -> str:
    """What a figure claims to be; one derived from stated figures is compared as stated."""
    return Mode.STATED if figure.claim.is_derived else figure.claim.mode
