"""The times of a claim, and cut-offs that come too early (domain rule 7)."""

from functools import cache
from typing import TypeGuard

from publishing.dates import InexactDate
from releases.enums import MEASURES, Measure, MeasureKind, Mode
from releases.ledger.ranges import Range
from releases.ledger.values import ClaimPeriod, LedgerClaim, LedgerWave


@cache
def is_stock(measure: str) -> bool:
    """Whether the measure is true at a moment, not over a period."""
    return MEASURES[Measure(measure)].kind == MeasureKind.STOCK


def is_known(date: InexactDate | None) -> TypeGuard[InexactDate]:
    """Whether the date says anything at all."""
    return date is not None and not (date.earliest is None and date.latest is None)


def days_of_claim(claim: LedgerClaim) -> Range:
    """The days on which the figure can be true; with an unknown as-of, "not after said on"."""
    if is_known(claim.as_of):
        return Range(claim.as_of.earliest, claim.as_of.latest)
    return Range(None, claim.said_on.latest if claim.said_on else None)


def is_whole(period: ClaimPeriod, wave: LedgerWave) -> bool:
    """Whether the period takes in the whole of a closed wave, and so says no more than the wave."""
    first, last = wave.opened_on or wave.closed_on, wave.closed_on
    if wave.is_open or not is_known(first) or not is_known(last):
        return False
    if period.start_event or period.end_event:
        return False
    starts = period.start.earliest if period.start else None
    ends = period.end.latest if period.end else None
    return Range(starts, ends).holds(Range(first.earliest, last.latest))


def is_running(claim: LedgerClaim, wave: LedgerWave | None) -> bool:
    """Whether the figure of a flow was cut off before the wave closed, so that it is `at least`."""
    if wave is None or claim.mode == Mode.ANNOUNCED or is_stock(claim.key.measure):
        return False
    if wave.is_open:
        return True
    last = days_of_claim(claim).high
    closed = wave.closed_on.earliest if wave.closed_on else None
    return last is not None and closed is not None and last < closed
