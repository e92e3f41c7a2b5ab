"""What is claimed of each side of a wave, and who of it is shown: never mixed (domain rule 2)."""

from collections.abc import Sequence
from dataclasses import dataclass

from releases.enums import Measure, Mode
from releases.ledger.comparisons import span_of_figures
from releases.ledger.figures import LedgerFigure, side_subject, waves_by_subject
from releases.ledger.origins import find_origins
from releases.ledger.ranges import Range
from releases.ledger.values import ClaimKey, Evidence, LedgerSide, LedgerWave

#: What says of a wave that people were freed, and by how many origins it is confirmed.
CONFIRMING, ENOUGH = frozenset({Measure.RELEASED, Measure.TAKEN_TO}), 2


@dataclass(frozen=True, slots=True)
class LedgerSideCount:
    """The counts of those freed on one side.

    `claimed` is the span of standing, comparable, stated figures. `independent` counts the origins
    of all that is claimed of the wave. `verified` counts those shown whose release is verified.
    """

    wave: str
    side: str
    claimed: Range | None
    preferred: LedgerFigure | None
    independent: int
    named: int
    pseudonym: int
    verified: int

    @property
    def is_confirmed(self) -> bool:
        """Whether origins that know nothing of each other say so, whoever is typed in here."""
        return self.independent >= ENOUGH


def side_key(side: str, wave: LedgerWave) -> ClaimKey:
    """The key that counts those freed on a side."""
    return ClaimKey(subject=side_subject(side, wave), measure=Measure.RELEASED)


def count_sides(figures: Sequence[LedgerFigure], evidence: Evidence) -> tuple[LedgerSideCount, ...]:
    """One count for each side of each wave, waves by id, sides in their own order."""
    return tuple(
        _count_side(wave, side, figures, evidence, _count_origins(wave, figures))
        for wave in sorted(evidence.waves, key=lambda wave: wave.id)
        for side in wave.sides
    )


def _count_origins(wave: LedgerWave, figures: Sequence[LedgerFigure]) -> int:
    """The independent origins that attest the wave, whatever number they give."""
    subjects = waves_by_subject([wave])
    own = [each for each in figures if each.key.subject in subjects]
    attesting = [each for each in own if each.key.measure in CONFIRMING]
    return len(find_origins(attesting).independent)


def find_stated(figures: Sequence[LedgerFigure], key: ClaimKey) -> list[LedgerFigure]:
    """The figures that a claimed span comes from, the leading one first."""
    return [each for each in figures if each.key == key and _is_stated(each)]


def _count_side(
    wave: LedgerWave,
    side: LedgerSide,
    figures: Sequence[LedgerFigure],
    evidence: Evidence,
    independent: int,
) -> LedgerSideCount:
    stated = find_stated(figures, side_key(side.id, wave))
    shown = [each for each in evidence.shown if each.side == side.id]
    return LedgerSideCount(
        wave.id,
        side.id,
        span_of_figures(stated),
        next((each for each in stated if each.is_preferred), None),
        independent,
        sum(each.shown_as == "named" for each in shown),
        sum(each.shown_as == "pseudonym" for each in shown),
        sum(each.is_verified for each in shown),
    )


def _is_stated(figure: LedgerFigure) -> bool:
    return figure.is_compared and figure.claim.mode == Mode.STATED and not figure.is_vague
