"""The figures of the whole: who is held by each counter, who was released, and money for help."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from publishing.public_reads import keep_answer, public_snapshot
from releases import evidence, wave_list
from releases.charts import ChartRow
from releases.ledger import compute_ledger
from releases.presenters.held_charts import draw_every_counter
from releases.presenters.held_counts import load_held_counts
from releases.presenters.ledger import present_questions
from releases.presenters.names import load_names_of_ledger
from releases.presenters.sums import present_sums
from releases.presenters.wave_cards import load_card_ledger, present_cards


@keep_answer
@public_snapshot()
def figures_page(request: HttpRequest, language: str) -> HttpResponse:
    ledger = compute_ledger(evidence.gather_without_wave())
    said = load_names_of_ledger(ledger, language)
    asked = present_questions(ledger, said)
    waves = wave_list.load_waves()
    of_waves = load_card_ledger(waves)
    released = [_released_rows(each) for each in present_cards(waves, of_waves, language)]
    context = {
        "chart": draw_every_counter(waves, of_waves, load_held_counts(language)),
        "released": [row for rows in released for row in rows],
        "released_columns": (_("Release"), _("According to"), _("People")),
        "whole": [each for each in asked if each.key.subject.kind == "country"],
        "around": [each for each in asked if each.key.subject.kind == "event"],
        "money": [each for each in asked if each.key.subject.kind == "programme"],
        "sums": present_sums(ledger, said),
    }
    return render(request, "figures/figures.html", context)


def _released_rows(card: dict[str, Any]) -> list[ChartRow]:
    """A row for each side of a wave, by its claimed span."""
    return [
        ChartRow(card["slug"], (card["title"].text, count["said_by"], count["claimed"] or "–"))
        for count in card["counts"]
    ]
