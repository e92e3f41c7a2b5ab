"""The numbers of a page as CSV: the same values that it shows, drawn from the same ledger."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse

from publishing.api.exports import format_csv
from publishing.public_reads import keep_answer, public_snapshot
from releases import evidence, wave_list
from releases.charts import Chart
from releases.ledger import Ledger, as_json, compute_ledger
from releases.presenters.held_charts import (
    draw_defined_counters,
    draw_every_counter,
    load_chart_ledger,
)
from releases.presenters.held_counts import HeldCounts, load_held_counts
from releases.presenters.names import PageNames, load_names_of_ledger, load_names_of_wave
from releases.presenters.phrases import phrase_key
from releases.presenters.routes import draw_route
from releases.projections import PublishedWave
from releases.views.decorators import with_wave

#: The columns of a ledger, after the question in words.
FIELDS = (
    "question measure scope unit currency yardstick low high low_strict high_strict approximate "
    "vague printed mode said_by period as_of said_on standing preferred claim sources"
).split()


def csv_response(
    rows: Iterable[dict[str, Any]], fields: list[str], name: str, dates: Iterable[str] = ()
) -> HttpResponse:
    """A file to save, whole: every view here stands on one moment's reading."""
    answer = HttpResponse(
        b"".join(format_csv(rows, fields, set(dates))), content_type="text/csv; charset=utf-8"
    )
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer


@with_wave
def download_wave_ledger(request: HttpRequest, language: str, wave: PublishedWave) -> HttpResponse:
    ledger = compute_ledger(evidence.gather_for_wave(wave.id))
    rows = write_ledger_rows(ledger, load_names_of_wave(wave, ledger, language))
    return csv_response(rows, FIELDS, f"{wave.slug}-ledger", ("as_of", "said_on"))


@with_wave
def download_wave_route(request: HttpRequest, language: str, wave: PublishedWave) -> HttpResponse:
    known = evidence.gather_for_wave(wave.id)
    ledger = compute_ledger(known)
    chart = draw_route(ledger, known, load_names_of_wave(wave, ledger, language))
    return chart_response(chart, f"{wave.slug}-route")


@keep_answer
@public_snapshot()
def download_held(request: HttpRequest, language: str) -> HttpResponse:
    chart = draw_defined_counters(*_load_held_and_released(language))
    return chart_response(chart, "held-and-released")


@keep_answer
@public_snapshot()
def download_held_of_all(request: HttpRequest, language: str) -> HttpResponse:
    chart = draw_every_counter(*_load_held_and_released(language))
    return chart_response(chart, "held-and-released-all-counters")


def _load_held_and_released(language: str) -> tuple[list[PublishedWave], Ledger, HeldCounts]:
    waves = wave_list.load_waves()
    return waves, load_chart_ledger(waves), load_held_counts(language)


@keep_answer
@public_snapshot()
def download_figures(request: HttpRequest, language: str) -> HttpResponse:
    ledger = compute_ledger(evidence.gather_without_wave())
    names = load_names_of_ledger(ledger, language)
    return csv_response(write_ledger_rows(ledger, names), FIELDS, "figures", ("as_of", "said_on"))


def chart_response(chart: Chart | None, name: str) -> HttpResponse:
    """The rows of a picture's table, for a program; without a picture there are none."""
    if chart is None:
        return csv_response((), ["key"], name)
    fields = [*chart.fields, "key"]
    rows = (dict(zip(fields, [*row.values, row.key], strict=True)) for row in chart.rows)
    return csv_response(rows, fields, name)


def write_ledger_rows(ledger: Ledger, names: PageNames) -> Iterator[dict[str, Any]]:
    """One row for each claim; codes as in the API."""
    keys = {each.id: each.key for each in ledger.claims}
    for claim in as_json(ledger)["claims"]:
        yield {
            **claim,
            "question": phrase_key(keys[claim["id"]], names),
            "claim": claim["id"],
            "said_by": claim["said_by"] and claim["said_by"]["name"]["code"],
            "sources": " ".join(source["address"] for source in claim["sources"]),
        }
