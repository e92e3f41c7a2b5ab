"""The figures of the whole: who is held by each counter, who was released, and money for help."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from publishing.public_reads import public_snapshot
from releases import evidence, wave_list
from releases.charts import Chart, ChartRow, chart_held_and_released
from releases.ledger import Ledger, compute_ledger
from releases.presenters.held_counts import as_chart_series, as_chart_waves, load_held_counts
from releases.presenters.ledger import present_questions
from releases.presenters.names import PageNames, load_names
from releases.presenters.sums import present_sums
from releases.presenters.wave_cards import load_card_ledger, present_cards
from releases.projections import PublishedWave


@public_snapshot()
def figures_page(request: HttpRequest, language: str) -> HttpResponse:
    ledger, said = everything(language)
    asked = present_questions(ledger, said)
    waves = _waves()
    of_waves = load_card_ledger(waves, told=())  # only what is claimed is told here
    released = [_released_rows(each) for each in present_cards(waves, of_waves, language)]
    context = {
        "chart": chart(language, waves, of_waves),
        "released": [row for rows in released for row in rows],
        "released_columns": (_("Release"), _("According to"), _("People")),
        "whole": [each for each in asked if each.key.subject.kind == "country"],
        "around": [each for each in asked if each.key.subject.kind == "event"],
        "money": [each for each in asked if each.key.subject.kind == "programme"],
        "sums": present_sums(ledger, said),
    }
    return render(request, "figures/figures.html", context)


def everything(language: str) -> tuple[Ledger, PageNames]:
    """The ledger of all that is about no single wave, with the names that it needs."""
    ledger = compute_ledger(evidence.gather_without_wave())
    return ledger, load_names((each.key for each in ledger.claims), language)


def chart(
    language: str, waves: list[PublishedWave] | None = None, ledger: Ledger | None = None
) -> Chart | None:
    """V1 with every counter."""
    waves = _waves() if waves is None else waves
    released = as_chart_waves(waves, ledger or load_card_ledger(waves, told=()), language)
    series = [as_chart_series(each) for each in load_held_counts(language).counters]
    return chart_held_and_released(series, released, language) if series or released else None


def _waves() -> list[PublishedWave]:
    return list(PublishedWave.objects.order_by(*wave_list.NEWEST_FIRST))


def _released_rows(card: dict[str, Any]) -> list[ChartRow]:
    """A row for each side of a wave, by its claimed span."""
    return [
        ChartRow(card["slug"], (card["title"].text, count["said_by"], count["claimed"] or "–"))
        for count in card["counts"]
    ]
