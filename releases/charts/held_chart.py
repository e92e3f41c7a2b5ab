"""V1: how many are held, counter by counter, and how many were released, on one axis from zero."""

from collections.abc import Sequence
from itertools import chain

from django.utils.translation import gettext as _
from django.utils.translation import override

from releases.charts import number_words
from releases.charts.held_drawing import draw_held
from releases.charts.held_labels import NARROW, WIDE
from releases.charts.marks import NAMED
from releases.charts.values import Chart, ChartPoint, ChartRow, ChartSeries, ChartWave

#: For a program. `by` is the code of who counts, or the slug of the wave; `date` is EDTF as in the
#: API and `start` and `end` the first and last day it can be; `time` says of what it is the date.
FIELDS = ("what", "by", "time", "date", "start", "end", "low", "high", "strict", "approximate")


def chart_held_and_released(
    series: Sequence[ChartSeries], releases: Sequence[ChartWave], language: str, name: str = "held"
) -> Chart:
    """The picture in one language; `name` begins every id in it and is unique on its page.

    Needs at least one figure: a page without any shows its empty state instead.
    """
    series = [
        ChartSeries(one.code, one.name, tuple(sorted(one.points, key=lambda point: point.on)))
        for one in series
        if one.points
    ]
    if not series and not releases:
        raise ValueError("nothing to draw")
    releases = sorted(releases, key=lambda wave: (wave.on, wave.code))
    with override(language):
        title = _("People held and people released, over time")
        said = {"title": title, "description": _describe_chart(series, releases, language)}
        return Chart(
            **said,
            wide=draw_held(series, releases, WIDE, language, f"{name}-wide", **said),
            narrow=draw_held(series, releases, NARROW, language, f"{name}-narrow", **said),
            columns=(_("Day"), _("What"), _("According to"), _("People")),
            fields=FIELDS,
            rows=tuple(_build_rows(series, releases, language)),
            notes=tuple(_write_notes(series, releases)),
        )


def _describe_chart(
    series: Sequence[ChartSeries], releases: Sequence[ChartWave], language: str
) -> str:
    latest = [
        _("%(counter)s: %(figure)s (%(day)s)")
        % {
            "counter": one.name,
            "figure": number_words.format_amount(one.points[-1].amount, language),
            "day": _word_time(one.points[-1], language),
        }
        for one in series
    ]
    held = _("The latest figures of people held are – %(figures)s.") % {
        "figures": "; ".join(latest)
    }
    if not releases:
        return held
    largest = max(releases, key=lambda wave: wave.amount.top)
    return f"{held} " + _("The largest release shown is %(day)s: %(figure)s.") % {
        "day": largest.at.in_words(language),
        "figure": number_words.format_amount(largest.amount, language),
    }


def _build_rows(
    series: Sequence[ChartSeries], releases: Sequence[ChartWave], language: str
) -> list[ChartRow]:
    held = (
        (
            point.on,
            ChartRow(
                one.key(point),
                _held_cells(one, point, language),
                _list_values("held", one.code, "said" if point.is_hollow else "as_of", point),
            ),
        )
        for one in series
        for point in one.points
    )
    released = (
        (
            wave.on,
            ChartRow(
                wave.key,
                (
                    wave.at.in_words(language),
                    _("released"),
                    wave.name,
                    number_words.format_amount(wave.amount, language),
                ),
                _list_values("released", wave.code, "happened", wave),
            ),
        )
        for wave in releases
    )
    return [row for _on, row in sorted(chain(held, released), key=lambda pair: pair[0])]


def _list_values(
    what: str, code: str, time: str, of: ChartPoint | ChartWave
) -> tuple[str | int | None, ...]:
    start, end = (day.isoformat() if day else None for day in of.at.span)
    return what, code, time, of.at.value, start, end, *of.amount.for_programs


def _held_cells(one: ChartSeries, point: ChartPoint, language: str) -> tuple[str, ...]:
    return (
        _word_time(point, language),
        _("held"),
        one.name,
        number_words.format_amount(point.amount, language),
    )


def _word_time(point: ChartPoint, language: str) -> str:
    """As the ledger words it: its own day, or when it was said."""
    day = point.at.in_words(language)
    return _("said: %(day)s") % {"day": day} if point.is_hollow else day


def _write_notes(series: Sequence[ChartSeries], releases: Sequence[ChartWave]) -> list[str]:
    points = [point for one in series for point in one.points]
    notes = [_("Counters use different definitions, so no line joins one counter to another.")]
    if len(series) > NAMED:
        notes.append(_("A hexagon: any other counter; the table names each of them."))
    if any(point.is_hollow for point in points):
        notes.append(
            _("A hollow mark: the counter does not say for which day; it stands where it was said.")
        )
    if any(point.amount.is_open_upward for point in points):
        notes.append(_("An arrow upward: “at least” or “more than” this many."))
    if any(not wave.amount.is_exact for wave in releases):
        notes.append(_("A dotted end of a bar: sources name different numbers of people released."))
    return notes
