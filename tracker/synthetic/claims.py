"""Figures of a synthetic world, which disagree as real ones do."""

from typing import Any
from uuid import UUID

from releases.enums import Measure, ScopeDimension, SumKind
from releases.models import Claim, ClaimCitation, ClaimScope, Sum, SumPart
from tracker.synthetic.setting import HOME, Setting
from tracker.synthetic.tables import Tables
from tracker.synthetic.waves import Opened


def add_wave_claims(
    tables: Tables, setting: Setting, opened: Opened, number: int, freed: int, voices: int
) -> None:
    """How many were freed and taken over the border, by so many voices, the first preferred."""
    on = opened.on.isoformat()
    for place, speaker in enumerate(tables.chance.choices(setting.speakers, k=voices)):
        figure = max(1, freed + tables.chance.choice((0, 0, 1, -1)))
        code = f"synthetic-{number:04}-{place}"
        columns: dict[str, Any] = {"wave_id": opened.wave, "speaker_id": speaker, "said_on": on}
        preferred = {"is_preferred": True, "preferred_reason_en": "Synthetic."} if not place else {}
        total = _add_claim(tables, setting, code, Measure.RELEASED, figure, **columns, **preferred)
        if opened.to:
            taken = _add_claim(tables, setting, f"{code}-to", Measure.TAKEN_TO, freed, **columns)
            _add_destination(tables, taken, setting.places[opened.to][0])
            of = tables.add_row(Sum, total_id=total, kind=SumKind.WHOLE.value, speaker_id=speaker)
            tables.add_row(SumPart, sum_id=of, claim_id=taken, sign=1)


def add_held_claims(tables: Tables, setting: Setting, people: int) -> None:
    """How many were held at the end of each month, by two yardsticks."""
    for yardstick in range(2):
        for month in range(60):
            day = f"{2021 + month // 12}-{month % 12 + 1:02}-28"
            _add_claim(
                tables,
                setting,
                f"synthetic-held-{yardstick}-{day}",
                Measure.HELD,
                people * (40 + month) // 100 + yardstick * 50,
                country=HOME,
                speaker_id=setting.speakers[yardstick],
                yardstick_id=setting.organisations[yardstick],
                as_of=day,
                said_on=day,
            )


def _add_claim(
    tables: Tables, setting: Setting, code: str, measure: Measure, figure: int, **columns: Any
) -> UUID:
    key = tables.add_row(
        Claim,
        code=code,
        measure=measure.value,
        low=figure,
        high=figure,
        printed=str(figure),
        **columns,
    )
    tables.add_row(ClaimCitation, claim_id=key, source_id=tables.chance.choice(setting.sources))
    return key


def _add_destination(tables: Tables, claim: UUID, place: UUID) -> None:
    tables.add_row(ClaimScope, claim_id=claim, dimension=ScopeDimension.TO.value, place_id=place)
