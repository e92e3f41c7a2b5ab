"""Waves as cards (V3): what is claimed and by whom, and the way in short."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from publishing.dates import date_from_json
from publishing.languages import in_language
from releases import evidence
from releases.enums import Measure
from releases.ledger import Ledger, compute_ledger
from releases.presenters import amounts
from releases.presenters.names import PageNames, load_names
from releases.presenters.phrases import phrase_key
from releases.presenters.side_counts import present_counts
from releases.projections import PublishedWave

MEASURES_ON_CARDS = (Measure.RELEASED, Measure.TAKEN_TO)


def load_card_ledger(waves: Iterable[PublishedWave]) -> Ledger:
    """The ledger of several waves, as far as a card tells of it."""
    return compute_ledger(evidence.gather_for_waves(waves, MEASURES_ON_CARDS))


def present_cards(
    waves: Sequence[PublishedWave], ledger: Ledger, language: str
) -> list[dict[str, Any]]:
    said = load_names((each.key for each in ledger.claims), language, waves=waves)
    return [present_card(wave, ledger, said) for wave in waves]


def present_card(wave: PublishedWave, ledger: Ledger, said: PageNames) -> dict[str, Any]:
    subjects = {str(wave.id), *(side["id"] for side in wave.sides)}
    cited = (each.claim.sources for each in ledger.claims if each.key.subject.id in subjects)
    return {
        "slug": wave.slug,
        "title": in_language(wave, "title", said.language),
        "on": date_from_json(wave.released_on or wave.crossed_on or wave.decided_on),
        "is_open": wave.is_open,
        "counts": present_counts(ledger, wave.sides, said),
        "way": _first_places(subjects, ledger, said),
        "sources": len({source["id"] for each in (wave.sources, *cited) for source in each}),
    }


def _first_places(
    subjects: Collection[str], ledger: Ledger, said: PageNames
) -> list[tuple[str, str]]:
    """(phrase, how many) of each first place of these subjects, the largest first."""
    rows = [
        row
        for row in ledger.comparisons
        if row.key.subject.id in subjects
        and row.key.measure == Measure.TAKEN_TO
        and len(row.key.scope) == 1
        and row.spread
    ]
    rows.sort(key=lambda row: -(row.spread.low or 0) if row.spread else 0)
    return [
        (phrase_key(row.key, said), amounts.format_figure(row.spread, row.key, said.language))
        for row in rows
        if row.spread
    ]
