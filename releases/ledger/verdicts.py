"""Whether two figures can be compared, and what comes of it (domain: “Comparable”)."""

from dataclasses import dataclass

from releases.enums import Agreement, Incomparable, Mode
from releases.ledger.figures import LedgerFigure
from releases.ledger.ranges import Range
from releases.ledger.time_matches import time_mismatch, time_mismatch_with_records


@dataclass(frozen=True, slots=True)
class LedgerVerdict:
    """How one figure stands to another: the signed gap, or the one reason why there is none."""

    agreement: Agreement
    gap: Range | None = None
    reason: Incomparable | None = None

    @classmethod
    def from_gap(cls, gap: Range) -> "LedgerVerdict":
        """What a gap says by its sign."""
        return cls(gap.agreement(), gap)

    @classmethod
    def incomparable(cls, reason: Incomparable) -> "LedgerVerdict":
        """No comparison, because of one reason."""
        return cls(Agreement.INCOMPARABLE, None, reason)


def compare_figures(first: LedgerFigure, second: LedgerFigure) -> LedgerVerdict:
    """How `second` stands to `first`: the gap is second − first, so short means that it is less.

    The caller has seen to the rest of the key; here are yardstick, times, vagueness and mode.
    """
    reason = why_not(first, second)
    return (
        LedgerVerdict.incomparable(reason)
        if reason
        else LedgerVerdict.from_gap(second.range - first.range)
    )


def why_not(first: LedgerFigure, second: LedgerFigure) -> Incomparable | None:
    """The first reason that keeps two figures apart."""
    if first.key.yardstick != second.key.yardstick:
        return Incomparable.YARDSTICK
    if reason := time_mismatch(first, second):
        return reason
    if first.is_vague or second.is_vague:
        return Incomparable.VAGUE
    return None if _effective_mode(first) == _effective_mode(second) else Incomparable.MODE


def why_not_with_records(figure: LedgerFigure) -> Incomparable | None:
    """The reason that keeps a figure apart from a count of our records."""
    if reason := time_mismatch_with_records(figure):
        return reason
    if figure.is_vague:
        return Incomparable.VAGUE
    return None if _effective_mode(figure) == Mode.STATED else Incomparable.MODE


def _effective_mode(figure: LedgerFigure) -> str:
    """What a figure claims to be; one derived from stated figures is compared as stated."""
    return Mode.STATED if figure.claim.is_derived else figure.claim.mode
