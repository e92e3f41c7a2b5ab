"""Times that match, and cut-offs that come too early (domain rule 7)."""

from typing import TypeGuard

from publishing.dates import InexactDate
from releases.enums import MEASURES, Incomparable, Measure, MeasureKind, Mode
from releases.ledger.ranges import Range
from releases.ledger.values import Claim, Period, Wave

OWN_TIME = frozenset({"wave", "side", "event"})  # subjects that bound what is counted in time


def is_stock(measure: str) -> bool:
    """Whether the measure is true at a moment, not over a period."""
    return MEASURES[Measure(measure)].kind == MeasureKind.STOCK


def is_known(date: InexactDate | None) -> TypeGuard[InexactDate]:
    """Whether the date says anything at all."""
    return date is not None and not (date.earliest is None and date.latest is None)


def days(claim: Claim) -> Range:
    """The days on which the figure can be true; with an unknown as-of, "not after said on"."""
    if is_known(claim.as_of):
        return Range(claim.as_of.earliest, claim.as_of.latest)
    return Range(None, claim.said_on.latest if claim.said_on else None)


def label(claim: Claim) -> InexactDate | Period | None:
    """The time that tells a claim's figure from the same figure at another time."""
    return claim.as_of if is_stock(claim.key.measure) else claim.period


def mismatch(first: Claim, second: Claim) -> Incomparable | None:
    """Why the times of two claims of one measure do not match; None when they do.

    Stock: as-of days that can be the same. Flow: equal periods, and where these are still open
    and the subject has no end of its own, cut-offs that can be the same.
    """
    if is_stock(first.key.measure):
        return _cut_off_mismatch(first, second)
    if first.period != second.period:
        is_missing = first.period is None or second.period is None
        has_own = first.key.subject.kind in OWN_TIME
        return Incomparable.TIME_UNKNOWN if is_missing and not has_own else Incomparable.TIME
    if first.key.subject.kind in OWN_TIME:
        return None
    if first.period is None:
        return Incomparable.TIME_UNKNOWN
    return _cut_off_mismatch(first, second) if first.period.is_open else None


def _cut_off_mismatch(first: Claim, second: Claim) -> Incomparable | None:
    if not days(first).meets(days(second)):
        return Incomparable.TIME
    if is_known(first.as_of) and is_known(second.as_of):
        return None
    return Incomparable.TIME_UNKNOWN


def is_running(claim: Claim, wave: Wave | None) -> bool:
    """Whether the figure of a flow was cut off before the wave closed, so that it is `at least`."""
    if wave is None or claim.mode == Mode.ANNOUNCED or is_stock(claim.key.measure):
        return False
    if wave.is_open:
        return True
    last = days(claim).high
    closed = wave.closed_on.earliest if wave.closed_on else None
    return last is not None and closed is not None and last < closed
