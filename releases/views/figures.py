"""The figures of the whole: who is held by each counter, who was released, and money for help."""

from collections.abc import Iterator, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from publishing.languages import in_language
from publishing.public_reads import keep_answer, public_snapshot
from releases import evidence, wave_list
from releases.charts import ChartRow
from releases.ledger import Ledger, compute_ledger
from releases.presenters.held_charts import draw_every_counter, load_chart_ledger
from releases.presenters.held_counts import load_held_counts
from releases.presenters.ledger import present_questions
from releases.presenters.names import load_names, load_names_of_ledger
from releases.presenters.side_counts import present_counts
from releases.presenters.sums import present_sums
from releases.projections import PublishedWave


@keep_answer
@public_snapshot()
def figures_page(request: HttpRequest, language: str) -> HttpResponse:
    ledger = compute_ledger(evidence.gather_without_wave())
    said = load_names_of_ledger(ledger, language)
    asked = present_questions(ledger, said)
    waves = wave_list.load_waves()
    of_waves = load_chart_ledger(waves)
    context = {
        "chart": draw_every_counter(waves, of_waves, load_held_counts(language)),
        "released": list(_list_released(waves, of_waves, language)),
        "released_columns": (_("Release"), _("According to"), _("People")),
        "whole": [each for each in asked if each.key.subject.kind == "country"],
        "around": [each for each in asked if each.key.subject.kind == "event"],
        "money": [each for each in asked if each.key.subject.kind == "programme"],
        "sums": present_sums(ledger, said),
    }
    return render(request, "figures/figures.html", context)


def _list_released(
    waves: Sequence[PublishedWave], ledger: Ledger, language: str
) -> Iterator[ChartRow]:
    """A row for each side of a wave, by its claimed span."""
    said = load_names((each.key for each in ledger.claims), language, waves=waves)
    for wave in waves:
        title = in_language(wave, "title", language).text
        for count in present_counts(ledger, wave.sides, said):
            yield ChartRow(wave.slug, (title, count["said_by"], count["claimed"] or "–"))
