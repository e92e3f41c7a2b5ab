"""Times that match (domain: “Comparable”)."""

from publishing.dates import InexactDate
from releases.enums import Incomparable
from releases.ledger.figures import LedgerFigure
from releases.ledger.times import days_of_claim, is_known, is_stock
from releases.ledger.values import ClaimPeriod

OWN_TIME = frozenset({"wave", "side", "event"})  # subjects that bound what is counted in time


def time_label(figure: LedgerFigure) -> InexactDate | ClaimPeriod | None:
    """The time that tells a figure from the same figure at another time."""
    return figure.claim.as_of if is_stock(figure.key.measure) else figure.period


def time_mismatch(first: LedgerFigure, second: LedgerFigure) -> Incomparable | None:
    """Why the times of two figures of one measure do not match; None when they do.

    Stock: as-of days that can be the same. Flow: equal periods, and where these are still open
    and the subject has no end of its own, cut-offs that can be the same.
    """
    if is_stock(first.key.measure):
        return _cut_off_mismatch(first, second)
    has_own = first.key.subject.kind in OWN_TIME
    if first.period != second.period:
        is_missing = first.period is None or second.period is None
        return Incomparable.TIME_UNKNOWN if is_missing and not has_own else Incomparable.TIME
    if has_own:
        return None
    if first.period is None:
        return Incomparable.TIME_UNKNOWN
    return _cut_off_mismatch(first, second) if first.period.is_open else None


def time_mismatch_with_records(figure: LedgerFigure) -> Incomparable | None:
    """Our records count a wave as a whole: a figure about a stretch of it is another question."""
    return Incomparable.TIME if figure.period and not is_stock(figure.key.measure) else None


def _cut_off_mismatch(first: LedgerFigure, second: LedgerFigure) -> Incomparable | None:
    if not days_of_claim(first.claim).meets(days_of_claim(second.claim)):
        return Incomparable.TIME
    if is_known(first.claim.as_of) and is_known(second.claim.as_of):
        return None
    return Incomparable.TIME_UNKNOWN
