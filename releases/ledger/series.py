"""Series for charts: a key and a speaker over time (domain rule 7)."""

from collections.abc import Iterable
from dataclasses import dataclass

from publishing.dates import InexactDate
from releases.enums import Mode
from releases.ledger.figures import LedgerFigure, build_figures
from releases.ledger.ranges import Range
from releases.ledger.times import is_known
from releases.ledger.values import ClaimKey, Evidence, LedgerClaim, LedgerSpeaker


@dataclass(frozen=True, slots=True)
class LedgerPoint:
    """One figure at its as-of; hollow, and at said-on, where the as-of is not known."""

    claim: str
    at: InexactDate
    range: Range
    mode: str
    is_hollow: bool


@dataclass(frozen=True, slots=True)
class LedgerSeries:
    """The points of one key and speaker by time. Other yardsticks are other series, never joined.

    A derived series has no speaker. Figures without any date are in `undated`, by claim id.
    """

    key: ClaimKey
    speaker: LedgerSpeaker | None
    points: tuple[LedgerPoint, ...]
    undated: tuple[str, ...] = ()


def build_series(claims: Iterable[LedgerClaim]) -> tuple[LedgerSeries, ...]:
    """All series of the standing figures with bounds; what was only announced is left out."""
    found: dict[tuple[ClaimKey, str], list[LedgerFigure]] = {}
    for each in build_figures(Evidence(claims=tuple(claims))):
        if each.is_compared and not each.range.is_unbounded and each.claim.mode != Mode.ANNOUNCED:
            found.setdefault((each.key, _counter_id(each)), []).append(each)
    ordered = sorted(found.items(), key=lambda item: (item[0][0].sort_key(), item[0][1]))
    return tuple(_build_one_series(key, members) for (key, _), members in ordered)


def _counter_id(figure: LedgerFigure) -> str:
    """Who counts; nobody knows that two unnamed speakers are one, so each has its own series."""
    speaker = figure.claim.speaker
    if speaker is None:
        return ""
    return speaker.id if speaker.is_identified else f"{speaker.id}:{figure.id}"


def _build_one_series(key: ClaimKey, members: list[LedgerFigure]) -> LedgerSeries:
    points = [point for each in members if (point := _build_point(each))]
    drawn = {point.claim for point in points}
    return LedgerSeries(
        key,
        members[0].claim.speaker,
        tuple(sorted(points, key=lambda point: (point.at.sort_key(), point.claim))),
        tuple(sorted(each.id for each in members if each.id not in drawn)),
    )


def _build_point(figure: LedgerFigure) -> LedgerPoint | None:
    claim = figure.claim
    end = claim.period.end if claim.period else None
    known = next((date for date in (claim.as_of, end) if is_known(date)), None)
    at = known or claim.said_on
    if at is None or not is_known(at):
        return None
    return LedgerPoint(claim.id, at, figure.worked, claim.mode, known is None)
