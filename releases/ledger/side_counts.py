"""What is claimed of each side of a wave, and who of it is shown: never mixed (domain rule 2)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from releases.enums import Measure, Mode
from releases.ledger.comparisons import span_of_figures
from releases.ledger.figures import LedgerFigure, side_subject, waves_by_subject
from releases.ledger.origins import find_origins
from releases.ledger.ranges import Range
from releases.ledger.values import ClaimKey, Evidence, LedgerWave, ShownMember

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
    stated, attesting, shown = defaultdict(list), defaultdict(list), defaultdict(list)
    waves = waves_by_subject(evidence.waves)
    for each in figures:
        if _is_stated(each):
            stated[each.key].append(each)
        if each.key.measure in CONFIRMING and each.key.subject in waves:
            attesting[waves[each.key.subject].id].append(each)
    for member in evidence.shown:
        shown[member.side].append(member)
    # The origins that attest the wave, whatever number they give.
    origins = {
        wave.id: len(find_origins(attesting[wave.id]).independent) for wave in evidence.waves
    }
    return tuple(
        _count_side(wave.id, side, stated[side_key(side, wave)], origins[wave.id], shown[side])
        for wave in sorted(evidence.waves, key=lambda wave: wave.id)
        for side in (each.id for each in wave.sides)
    )


def _count_side(
    wave: str,
    side: str,
    stated: Sequence[LedgerFigure],
    independent: int,
    shown: Sequence[ShownMember],
) -> LedgerSideCount:
    return LedgerSideCount(
        wave,
        side,
        span_of_figures(stated),
        next((each for each in stated if each.is_preferred), None),
        independent,
        sum(each.shown_as == "named" for each in shown),
        sum(each.shown_as == "pseudonym" for each in shown),
        sum(each.is_verified for each in shown),
    )


def _is_stated(figure: LedgerFigure) -> bool:
    return figure.is_compared and figure.claim.mode == Mode.STATED and not figure.range.is_unbounded
