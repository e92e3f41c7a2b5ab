"""Figures: claims made ready for comparing, with what they count and how far they reach."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from releases.enums import Mode, Standing
from releases.ledger.derivations import Worked, work_out
from releases.ledger.ranges import Range
from releases.ledger.times import days, is_running, is_whole
from releases.ledger.values import Claim, Evidence, Key, Period, Subject, Wave

WITNESSES = frozenset({Mode.STATED, Mode.ESTIMATED})  # announced and derived are only shown


@dataclass(frozen=True, slots=True)
class Figure:
    """A claim with its key (the only side of a wave is the wave) and its two ranges.

    `worked` is what it says, a derived one worked out anew; `range` is what is compared, open
    above for a running total. `period` is None too where it takes in the whole wave.
    """

    claim: Claim
    key: Key
    period: Period | None
    worked: Range
    range: Range
    is_running: bool = False
    is_stale: bool = False

    @property
    def is_compared(self) -> bool:
        """Whether the figure stands; all others are shown and compared with nothing."""
        return self.claim.standing == Standing.STANDING and not self.is_stale

    @property
    def is_preferred(self) -> bool:
        """Whether an editor prefers it; never a derived one (domain rule 3)."""
        return self.claim.is_preferred and not self.claim.is_derived

    @property
    def is_vague(self) -> bool:
        """Whether there are no bounds to compare."""
        return self.range.is_unbounded

    @property
    def is_witness(self) -> bool:
        """Whether somebody attests it: announced and derived figures are no witnesses (rule 4)."""
        return self.is_compared and self.claim.mode in WITNESSES

    def at_least(self) -> "Figure":
        """The same figure seen from a coarser place: it is a part of what counts there."""
        return replace(self, range=self.range.at_least())

    def sort_key(self) -> tuple[object, ...]:
        """Orders figures for a reader: preferred, newest, larger; then by id."""
        newest = days(self.claim).high
        size = self.range.high if self.range.low is None else self.range.low
        return (not self.is_preferred, -newest.toordinal() if newest else 0, -(size or 0), self.id)

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id


def figures(evidence: Evidence) -> tuple[Figure, ...]:
    """Every claim as a figure, in one order whatever the order they came in."""
    worked = work_out(evidence.claims)
    waves = by_subject(evidence.waves)
    made = (_figure(claim, worked[claim.id], waves) for claim in evidence.claims)
    return tuple(sorted(made, key=lambda each: (each.key.sort_key(), each.sort_key())))


def by_subject(waves: Iterable[Wave]) -> dict[Subject, Wave]:
    """The wave that a subject belongs to: itself, or the wave of a side."""
    found = {}
    for wave in waves:
        found[Subject("wave", wave.id)] = wave
        found |= {Subject("side", side.id): wave for side in wave.sides}
    return found


def side_subject(side: str, wave: Wave) -> Subject:
    """The subject that counts a side: the wave itself where it has no other."""
    return Subject("wave", wave.id) if len(wave.sides) == 1 else Subject("side", side)


def _figure(claim: Claim, worked: Worked, waves: dict[Subject, Wave]) -> Figure:
    key, wave = claim.key, waves.get(claim.key.subject)
    if wave and key.subject.kind == "side":
        key = replace(key, subject=side_subject(key.subject.id, wave))
    running = is_running(claim, wave)
    period = claim.period
    if period and wave and is_whole(period, wave):
        period = None
    reach = worked.range.at_least() if running else worked.range
    return Figure(claim, key, period, worked.range, reach, running, worked.is_stale)
