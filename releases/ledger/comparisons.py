"""One row per key: what is claimed, what is recorded, and who disagrees with whom."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, groupby

from releases.enums import Agreement
from releases.ledger.cells import Cells
from releases.ledger.figures import Figure
from releases.ledger.origins import origins
from releases.ledger.places import Within, is_finer
from releases.ledger.ranges import Range, span
from releases.ledger.record_counts import Recorded
from releases.ledger.time_matches import label
from releases.ledger.values import Key, Speaker
from releases.ledger.verdicts import FEWER, Verdict, compare, why_not, why_not_with_records


@dataclass(frozen=True, slots=True)
class Against:
    """How our records stand to one claim; a claim about a finer place is compared as at least."""

    claim: str
    verdict: Verdict
    is_finer: bool = False
    is_running: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """How the second claim stands to the first: the gap is second − first."""

    first: str
    second: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Value:
    """One distinct figure of a key, with the claims that give it and who makes them."""

    range: Range
    mode: str
    claims: tuple[str, ...]
    said_by: tuple[Speaker, ...]
    independent: int
    is_preferred: bool
    is_running: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A key with everything said about it; `is_agreed` is None where no two can be compared."""

    key: Key
    recorded: Recorded
    claimed: tuple[Against, ...]
    values: tuple[Value, ...]
    pairs: tuple[Pair, ...]
    spread: Range | None
    is_agreed: bool | None


def rows(figures: Sequence[Figure], cells: Cells, within: Within, fewest: int) -> tuple[Row, ...]:
    """The rows of all keys that a standing figure has, in the order of the figures."""
    standing = [each for each in figures if each.is_compared]
    return tuple(
        _row(key, tuple(own), _finer(key, standing, within), standing, cells, fewest)
        for key, own in groupby(standing, key=lambda each: each.key)
    )


def spread(figures: Iterable[Figure]) -> Range | None:
    """The span of the leading figure of somebody and of all that can be compared with it.

    Running totals count only where there is nothing else.
    """
    known = [each for each in figures if each.is_witness and not each.is_vague]
    alike = [each for each in known if each is known[0] or not why_not(known[0], each)]
    final = [each for each in alike if not each.is_running]
    return span(each.range for each in final or alike)


def against_records(figure: Figure, key: Key, cells: Cells, fewest: int) -> Verdict:
    """Recorded − claimed, or why not; a gap of fewer than 8 unnamed people is not numbered."""
    recorded = cells.say(key)
    if reason := recorded.reason or why_not_with_records(figure):
        return Verdict.none(reason)
    gap = Range.exactly(recorded.number or 0) - figure.range
    return _veiled(gap, cells.hides_nobody(key), fewest)


def _veiled(gap: Range, hides_nobody: bool, fewest: int) -> Verdict:
    verdict = Verdict.of(gap)
    ends = {abs(end) for end in (gap.low, gap.high) if end is not None}
    is_small = verdict.agreement != Agreement.AGREE and min(ends) < fewest
    # Whoever is missing from our records is not named; whoever is over may all be.
    if not is_small or (verdict.agreement == Agreement.OVER and hides_nobody):
        return verdict
    return Verdict(verdict.agreement, FEWER)


def _row(
    key: Key,
    own: tuple[Figure, ...],
    finer: Sequence[Figure],
    standing: Sequence[Figure],
    cells: Cells,
    fewest: int,
) -> Row:
    pairs = [Pair(a.id, b.id, compare(a, b)) for a, b in combinations(own, 2)]
    beside = [*finer, *(each for each in standing if _other_yardstick(each.key, key))]
    return Row(
        key,
        cells.say(key),
        tuple(_against(each, key, cells, fewest, finer) for each in (*own, *finer)),
        _values(key, own),
        (*pairs, *(Pair(a.id, b.id, compare(a, b)) for a in own for b in beside)),
        spread(own),
        _is_agreed(pairs),
    )


def _against(
    figure: Figure, key: Key, cells: Cells, fewest: int, finer: Sequence[Figure]
) -> Against:
    verdict = against_records(figure, key, cells, fewest)
    return Against(figure.id, verdict, figure in finer, figure.is_running)


def _finer(key: Key, standing: Sequence[Figure], within: Within) -> list[Figure]:
    found = (each for each in standing if is_finer(each.key, key, within))
    return [replace(each.at_least(), key=key) for each in found]


def _other_yardstick(key: Key, than: Key) -> bool:
    return key.yardstick != than.yardstick and replace(key, yardstick=than.yardstick) == than


def _is_agreed(pairs: Iterable[Pair]) -> bool | None:
    """Whether all figures that can be compared agree: what a reader looks for first."""
    found = {pair.verdict.agreement for pair in pairs} - {Agreement.INCOMPARABLE}
    return found == {Agreement.AGREE} if found else None


def _values(key: Key, own: Sequence[Figure]) -> tuple[Value, ...]:
    alike: dict[object, list[Figure]] = {}
    for each in own:
        alike.setdefault((each.range, each.claim.mode, label(each)), []).append(each)
    return tuple(_value(key, group) for group in alike.values())


def _value(key: Key, group: Sequence[Figure]) -> Value:
    first = group[0]
    speakers = {each.claim.speaker.id: each.claim.speaker for each in group if each.claim.speaker}
    return Value(
        first.range,
        first.claim.mode,
        tuple(each.id for each in group),
        tuple(speakers.values()),
        len(origins(key, group).independent),
        first.is_preferred,
        first.is_running,
    )
