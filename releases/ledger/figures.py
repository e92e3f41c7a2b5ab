"""Figures: claims made ready for comparing, with what they count and how far they reach."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from releases.enums import Mode, Standing
from releases.ledger.derivations import DerivedRange, derive_ranges
from releases.ledger.ranges import Range
from releases.ledger.times import days_of_claim, is_running, is_whole
from releases.ledger.values import (
    ClaimKey,
    ClaimPeriod,
    ClaimSubject,
    Evidence,
    LedgerClaim,
    LedgerWave,
)

WITNESSES = frozenset({Mode.STATED, Mode.ESTIMATED})  # announced and derived are only shown


@dataclass(frozen=True, slots=True)
class LedgerFigure:
    """A claim with its key (the only side of a wave is the wave) and its two ranges.

    `worked` is what it says, a derived one worked out anew; `range` is what is compared, open
    above for a running total. `period` is None too where it takes in the whole wave.
    """

    claim: LedgerClaim
    key: ClaimKey
    period: ClaimPeriod | None
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
        """Whether there are no exact bounds to compare: "dozens", "about 1,000"."""
        return self.range.is_unbounded or self.range.is_approximate

    @property
    def is_witness(self) -> bool:
        """Whether somebody attests it: announced and derived figures are no witnesses (rule 4)."""
        return self.is_compared and self.claim.mode in WITNESSES

    def at_least(self) -> "LedgerFigure":
        """The same figure seen from a coarser place: it is a part of what counts there."""
        return replace(self, range=self.range.at_least())

    def sort_key(self) -> tuple[object, ...]:
        """Orders figures for a reader: preferred, newest, larger; then by id."""
        newest = days_of_claim(self.claim).high
        size = self.range.high if self.range.low is None else self.range.low
        return (not self.is_preferred, -newest.toordinal() if newest else 0, -(size or 0), self.id)

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id


def build_figures(evidence: Evidence) -> tuple[LedgerFigure, ...]:
    """Every claim as a figure, in one order whatever the order they came in."""
    worked = derive_ranges(evidence.claims)
    waves = waves_by_subject(evidence.waves)
    made = (_build_figure(claim, worked[claim.id], waves) for claim in evidence.claims)
    return tuple(sorted(made, key=lambda each: (each.key.sort_key(), each.sort_key())))


def waves_by_subject(waves: Iterable[LedgerWave]) -> dict[ClaimSubject, LedgerWave]:
    """The wave that a subject belongs to: itself, or the wave of a side."""
    found = {}
    for wave in waves:
        found[ClaimSubject("wave", wave.id)] = wave
        found |= {ClaimSubject("side", side.id): wave for side in wave.sides}
    return found


def side_subject(side: str, wave: LedgerWave) -> ClaimSubject:
    """The subject that counts a side: the wave itself where it has no other."""
    return ClaimSubject("wave", wave.id) if len(wave.sides) == 1 else ClaimSubject("side", side)


def _build_figure(
    claim: LedgerClaim, worked: DerivedRange, waves: dict[ClaimSubject, LedgerWave]
) -> LedgerFigure:
    key, wave = claim.key, waves.get(claim.key.subject)
    if wave and key.subject.kind == "side":
        key = replace(key, subject=side_subject(key.subject.id, wave))
    running = is_running(claim, wave)
    period = claim.period
    if period and wave and is_whole(period, wave):
        period = None
    reach = worked.range.at_least() if running else worked.range
    return LedgerFigure(claim, key, period, worked.range, reach, running, worked.is_stale)
