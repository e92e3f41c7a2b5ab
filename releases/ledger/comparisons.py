"""One row per key: what is claimed, what is recorded, and who disagrees with whom."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, groupby

from releases.enums import Agreement
from releases.ledger.cells import RecordCells
from releases.ledger.figures import LedgerFigure
from releases.ledger.origins import find_origins
from releases.ledger.places import PlaceChain, is_finer
from releases.ledger.ranges import Range, span_of_ranges
from releases.ledger.record_counts import RecordedCount
from releases.ledger.time_matches import time_label
from releases.ledger.values import ClaimKey, LedgerSpeaker
from releases.ledger.verdicts import (
    FEWER,
    LedgerVerdict,
    compare_figures,
    why_not,
    why_not_with_records,
)


@dataclass(frozen=True, slots=True)
class AgainstRecords:
    """How our records stand to one claim; a claim about a finer place is compared as at least."""

    claim: str
    verdict: LedgerVerdict
    is_finer: bool = False
    is_running: bool = False


@dataclass(frozen=True, slots=True)
class FigurePair:
    """How the second claim stands to the first: the gap is second − first."""

    first: str
    second: str
    verdict: LedgerVerdict


@dataclass(frozen=True, slots=True)
class DistinctFigure:
    """One distinct figure of a key, with the claims that give it and who makes them."""

    range: Range
    mode: str
    claims: tuple[str, ...]
    said_by: tuple[LedgerSpeaker, ...]
    independent: int
    is_preferred: bool
    is_running: bool


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A key with everything said about it; `is_agreed` is None where no two can be compared."""

    key: ClaimKey
    recorded: RecordedCount
    claimed: tuple[AgainstRecords, ...]
    values: tuple[DistinctFigure, ...]
    pairs: tuple[FigurePair, ...]
    spread: Range | None
    is_agreed: bool | None


def build_rows(
    figures: Sequence[LedgerFigure], cells: RecordCells, within: PlaceChain, fewest: int
) -> tuple[LedgerRow, ...]:
    """The rows of all keys that a standing figure has, in the order of the figures."""
    standing = [each for each in figures if each.is_compared]
    return tuple(
        _build_row(key, tuple(own), _find_finer(key, standing, within), standing, cells, fewest)
        for key, own in groupby(standing, key=lambda each: each.key)
    )


def span_of_figures(figures: Iterable[LedgerFigure]) -> Range | None:
    """The span of the leading figure of somebody and of all that can be compared with it.

    Running totals count only where there is nothing else.
    """
    known = [each for each in figures if each.is_witness and not each.is_vague]
    alike = [each for each in known if each is known[0] or not why_not(known[0], each)]
    final = [each for each in alike if not each.is_running]
    return span_of_ranges(each.range for each in final or alike)


def compare_with_records(
    figure: LedgerFigure, key: ClaimKey, cells: RecordCells, fewest: int
) -> LedgerVerdict:
    """Recorded − claimed, or why not; a gap of fewer than 8 unnamed people is not numbered."""
    recorded = cells.say_cell(key)
    if reason := recorded.reason or why_not_with_records(figure):
        return LedgerVerdict.incomparable(reason)
    gap = Range.exactly(recorded.number or 0) - figure.range
    return _veil_small_gap(gap, cells.hides_nobody(key), fewest)


def _veil_small_gap(gap: Range, hides_nobody: bool, fewest: int) -> LedgerVerdict:
    verdict = LedgerVerdict.from_gap(gap)
    ends = {abs(end) for end in (gap.low, gap.high) if end is not None}
    is_small = verdict.agreement != Agreement.AGREE and min(ends) < fewest
    # Whoever is missing from our records is not named; whoever is over may all be.
    if not is_small or (verdict.agreement == Agreement.OVER and hides_nobody):
        return verdict
    return LedgerVerdict(verdict.agreement, FEWER)


def _build_row(
    key: ClaimKey,
    own: tuple[LedgerFigure, ...],
    finer: Sequence[LedgerFigure],
    standing: Sequence[LedgerFigure],
    cells: RecordCells,
    fewest: int,
) -> LedgerRow:
    pairs = [FigurePair(a.id, b.id, compare_figures(a, b)) for a, b in combinations(own, 2)]
    beside = [*finer, *(each for each in standing if _other_yardstick(each.key, key))]
    return LedgerRow(
        key,
        cells.say_cell(key),
        tuple(_judge_against_records(each, key, cells, fewest, finer) for each in (*own, *finer)),
        _group_values(key, own),
        (*pairs, *(FigurePair(a.id, b.id, compare_figures(a, b)) for a in own for b in beside)),
        span_of_figures(own),
        _is_agreed(pairs),
    )


def _judge_against_records(
    figure: LedgerFigure,
    key: ClaimKey,
    cells: RecordCells,
    fewest: int,
    finer: Sequence[LedgerFigure],
) -> AgainstRecords:
    verdict = compare_with_records(figure, key, cells, fewest)
    return AgainstRecords(figure.id, verdict, figure in finer, figure.is_running)


def _find_finer(
    key: ClaimKey, standing: Sequence[LedgerFigure], within: PlaceChain
) -> list[LedgerFigure]:
    found = (each for each in standing if is_finer(each.key, key, within))
    return [replace(each.at_least(), key=key) for each in found]


def _other_yardstick(key: ClaimKey, than: ClaimKey) -> bool:
    return key.yardstick != than.yardstick and replace(key, yardstick=than.yardstick) == than


def _is_agreed(pairs: Iterable[FigurePair]) -> bool | None:
    """Whether all figures that can be compared agree: what a reader looks for first."""
    found = {pair.verdict.agreement for pair in pairs} - {Agreement.INCOMPARABLE}
    return found == {Agreement.AGREE} if found else None


def _group_values(key: ClaimKey, own: Sequence[LedgerFigure]) -> tuple[DistinctFigure, ...]:
    alike: dict[object, list[LedgerFigure]] = {}
    for each in own:
        alike.setdefault((each.range, each.claim.mode, time_label(each)), []).append(each)
    return tuple(_build_value(key, group) for group in alike.values())


def _build_value(key: ClaimKey, group: Sequence[LedgerFigure]) -> DistinctFigure:
    first = group[0]
    speakers = {each.claim.speaker.id: each.claim.speaker for each in group if each.claim.speaker}
    return DistinctFigure(
        first.range,
        first.claim.mode,
        tuple(each.id for each in group),
        tuple(speakers.values()),
        len(find_origins(key, group).independent),
        first.is_preferred,
        first.is_running,
    )
