"""V1: how many are held, counter by counter, and how many were released, on one axis from zero."""

from collections.abc import Sequence
from itertools import chain

from django.utils.translation import gettext as _
from django.utils.translation import override

from releases.charts import words
from releases.charts.held_drawing import draw
from releases.charts.held_labels import NARROW, WIDE
from releases.charts.values import Chart, Point, Row, Series, Wave


def held_and_released(
    series: Sequence[Series], releases: Sequence[Wave], language: str, name: str = "held"
) -> Chart:
    """The picture in one language; `name` begins every id in it and is unique on its page.

    Needs at least one figure: a page without any shows its empty state instead.
    """
    series = [
        Series(one.code, one.name, tuple(sorted(one.points, key=lambda point: point.on)))
        for one in series
        if one.points
    ]
    if not series and not releases:
        raise ValueError("nothing to draw")
    releases = sorted(releases, key=lambda wave: (wave.on, wave.code))
    with override(language):
        title = _("People held and people released, over time")
        said = {"title": title, "description": _description(series, releases, language)}
        return Chart(
            **said,
            wide=draw(series, releases, WIDE, language, f"{name}-wide", **said),
            narrow=draw(series, releases, NARROW, language, f"{name}-narrow", **said),
            columns=(_("Day"), _("What"), _("According to"), _("People")),
            rows=tuple(_rows(series, releases, language)),
            notes=tuple(_notes(series, releases)),
        )


def _description(series: Sequence[Series], releases: Sequence[Wave], language: str) -> str:
    latest = [
        _("%(counter)s: %(figure)s (%(day)s)")
        % {
            "counter": one.name,
            "figure": figure(one.points[-1], language),
            "day": words.day(one.points[-1].on, language),
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
        "day": words.day(largest.on, language),
        "figure": words.amount(largest.amount, language),
    }


def figure(point: Point, language: str) -> str:
    """The figure in the counter's own words where they are given."""
    return point.words or words.amount(point.amount, language)


def _rows(series: Sequence[Series], releases: Sequence[Wave], language: str) -> list[Row]:
    held = (
        (point.on, Row(one.key(point), _held_cells(one, point, language)))
        for one in series
        for point in one.points
    )
    released = (
        (
            wave.on,
            Row(
                wave.key,
                (
                    words.day(wave.on, language),
                    _("released"),
                    wave.name,
                    words.amount(wave.amount, language),
                ),
            ),
        )
        for wave in releases
    )
    return [row for _on, row in sorted(chain(held, released), key=lambda pair: pair[0])]


def _held_cells(one: Series, point: Point, language: str) -> tuple[str, ...]:
    day = words.not_after if point.is_hollow else words.day
    return day(point.on, language), _("held"), one.name, figure(point, language)


def _notes(series: Sequence[Series], releases: Sequence[Wave]) -> list[str]:
    points = [point for one in series for point in one.points]
    notes = [_("Counters use different definitions, so no line joins one counter to another.")]
    if any(point.is_hollow for point in points):
        notes.append(
            _("A hollow mark: the counter does not say for which day; it stands where it was said.")
        )
    if any(point.amount.is_open_upward for point in points):
        notes.append(_("An arrow upward: “at least” or “more than” this many."))
    if any(not wave.amount.is_exact for wave in releases):
        notes.append(_("A dotted end of a bar: sources name different numbers of people released."))
    return notes
