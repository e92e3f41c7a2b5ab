"""One row per key: what is claimed, and who disagrees with whom."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, groupby, product

from releases.enums import Agreement, Incomparable
from releases.ledger.figures import LedgerFigure
from releases.ledger.origins import find_origins
from releases.ledger.places import PlaceChain, is_finer
from releases.ledger.ranges import Range, span_of_ranges
from releases.ledger.time_matches import time_label
from releases.ledger.values import ClaimKey, LedgerSpeaker
from releases.ledger.verdicts import LedgerVerdict, compare_figures, why_not

TIMES = (Incomparable.TIME, Incomparable.TIME_UNKNOWN)


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
    """A key with everything said about it: its `own` figures, and those that are told `beside` it.

    There are as many pairs as figures by figures, so they are compared for whoever asks.
    """

    key: ClaimKey
    values: tuple[DistinctFigure, ...]
    spread: Range | None
    own: tuple[LedgerFigure, ...]
    beside: tuple[LedgerFigure, ...]

    @property
    def pairs(self) -> tuple[FigurePair, ...]:
        """How each figure stands to each other, and to those beside."""
        found = *combinations(self.own, 2), *product(self.own, self.beside)
        return tuple(FigurePair(a.id, b.id, compare_figures(a, b)) for a, b in found)

    @property
    def is_agreed(self) -> bool | None:
        """Whether all own figures that can be compared agree; None where no two can be."""
        told = {compare_figures(a, b).agreement for a, b in combinations(self.own, 2)}
        told.discard(Agreement.INCOMPARABLE)
        return told == {Agreement.AGREE} if told else None

    @property
    def is_of_one_moment(self) -> bool:
        """Whether no two own figures are kept apart by their times: then one range holds them."""
        return all(why_not(a, b) not in TIMES for a, b in combinations(self.own, 2))


def build_rows(figures: Sequence[LedgerFigure], within: PlaceChain) -> tuple[LedgerRow, ...]:
    """The rows of all keys that a standing figure has, in the order of the figures."""
    standing = [each for each in figures if each.is_compared]
    alike = defaultdict(list)  # two of another subject or measure are never compared
    for each in standing:
        alike[each.key.subject, each.key.measure].append(each)
    return tuple(
        _build_row(key, tuple(own), alike[key.subject, key.measure], within)
        for key, own in groupby(standing, key=lambda each: each.key)
    )


def span_of_figures(figures: Iterable[LedgerFigure]) -> Range | None:
    """The span of the leading figure of somebody and of all that can be compared with it.

    Running totals, and what is only approximate, count only where there is nothing else.
    """
    bounded = [each for each in figures if each.is_witness and not each.range.is_unbounded]
    known = [each for each in bounded if not each.is_vague] or bounded[:1]
    alike = [each for each in known if each is known[0] or not why_not(known[0], each)]
    final = [each for each in alike if not each.is_running]
    return span_of_ranges(each.range for each in final or alike)


def _build_row(
    key: ClaimKey,
    own: tuple[LedgerFigure, ...],
    alike: Sequence[LedgerFigure],
    within: PlaceChain,
) -> LedgerRow:
    other = (each for each in alike if _other_yardstick(each.key, key))
    beside = (*_find_finer(key, alike, within), *other)
    return LedgerRow(key, _group_values(own), span_of_figures(own), own, beside)


def _find_finer(
    key: ClaimKey, alike: Sequence[LedgerFigure], within: PlaceChain
) -> list[LedgerFigure]:
    found = (each for each in alike if is_finer(each.key, key, within))
    return [replace(each.at_least(), key=key) for each in found]


def _other_yardstick(key: ClaimKey, than: ClaimKey) -> bool:
    return key.yardstick != than.yardstick and replace(key, yardstick=than.yardstick) == than


def _group_values(own: Sequence[LedgerFigure]) -> tuple[DistinctFigure, ...]:
    alike: dict[object, list[LedgerFigure]] = {}
    for each in own:
        alike.setdefault((each.range, each.claim.mode, time_label(each)), []).append(each)
    return tuple(_build_value(group) for group in alike.values())


def _build_value(group: Sequence[LedgerFigure]) -> DistinctFigure:
    first = group[0]
    speakers = {each.claim.speaker.id: each.claim.speaker for each in group if each.claim.speaker}
    return DistinctFigure(
        first.range,
        first.claim.mode,
        tuple(each.id for each in group),
        tuple(speakers.values()),
        len(find_origins(group).independent),
        first.is_preferred,
        first.is_running,
    )
