"""The drawing of V1: a step line per counter, a bar on the zero line per release."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from itertools import pairwise

from django.utils.safestring import SafeString

from publishing.dates import InexactDate
from releases.charts import svg
from releases.charts.frame import Frame, choose_scale, draw_axes
from releases.charts.held_labels import LabelLayout, SeriesLabel, place_labels
from releases.charts.labels import LINE, Box, text_width
from releases.charts.marks import NAMED, OTHERS, Mark
from releases.charts.number_words import format_amount, format_number, format_short_date
from releases.charts.values import ChartPoint, ChartSeries, ChartWave

LARGE = 50  # releases of at least so many carry their number and day
MARGIN = timedelta(days=20)
LONGEST_STEP = timedelta(days=300)  # a figure is not carried on for longer than this


def draw_held(
    series: Sequence[ChartSeries],
    releases: Sequence[ChartWave],
    layout: LabelLayout,
    language: str,
    name: str,
    *,
    title: str,
    description: str,
) -> SafeString:
    frame = _build_frame(series, releases, layout, language)
    labels = place_labels(series[:NAMED], layout, frame, language)
    body = [
        draw_axes(frame, language),
        _draw_bars(releases, frame, name),
        *(_draw_series(one, Mark(place), frame) for place, one in enumerate(series[:NAMED])),
        *(_draw_series(one, Mark(OTHERS), frame) for one in series[NAMED:]),
        _draw_bar_labels(releases, frame, language),
        *(_draw_series_label(label) for label in labels),
    ]
    height = max([frame.bottom + 28, *(label.box.bottom + 4 for label in labels)])
    said = {"title": title, "description": description}
    return svg.svg_drawing(
        body, name=name, kind=layout.kind, width=layout.width, height=height, **said
    )


def _build_frame(
    series: Sequence[ChartSeries], releases: Sequence[ChartWave], layout: LabelLayout, language: str
) -> Frame:
    dates = [point.at for one in series for point in one.points] + [wave.at for wave in releases]
    days = [day for at in dates for day in at.span if day]
    tops = [point.amount.top for one in series for point in one.points]
    step, peak = choose_scale(
        max([*tops, *(wave.amount.top for wave in releases)]), layout.intervals
    )
    return Frame(
        left=max(text_width(format_number(tick, language)) for tick in range(0, peak + 1, step))
        + 8,
        right=layout.plot_right,
        top=20,
        bottom=layout.plot_bottom(series[:NAMED], language),
        first=min(days) - MARGIN,
        last=max(days) + MARGIN,
        step=step,
        peak=peak,
    )


def _draw_series(one: ChartSeries, mark: Mark, frame: Frame) -> str:
    exact = [point for point in one.points if point.amount.is_exact]
    ranges = [point for point in one.points if point.amount.high not in (None, point.amount.low)]
    opens = [point for point in one.points if point.amount.is_open_upward]
    spots = {point: _spot_of(point, frame) for point in one.points}
    drawn = [
        "" if mark.place == OTHERS else mark.draw_line(_step_paths(exact, spots)),
        mark.draw_arrows([spots[point] for point in opens]),
        _draw_spans(ranges, frame),
        _draw_stretches([(point.at, spots[point][1]) for point in one.points], frame),
        mark.draw_hollow([spots[point] for point in one.points if point.is_hollow]),
        mark.draw_filled([spots[point] for point in one.points if not point.is_hollow]),
    ]
    data = " ".join(one.key(point) for point in one.points)
    return svg.svg_element("g", "".join(drawn), class_=mark.css_class, data_points=data)


def _spot_of(point: ChartPoint, frame: Frame) -> tuple[int, int]:
    return frame.x_of(point.on), frame.y_of(point.amount.sure)


def _step_paths(points: Sequence[ChartPoint], spots: Mapping[ChartPoint, tuple[int, int]]) -> str:
    """A step from each figure to the next; over a long silence there is none."""
    drawn, last = "", None
    for one, other in pairwise(points):
        if other.on - one.on <= LONGEST_STEP:
            (x, y), (far, level) = spots[one], spots[other]
            drawn += (f"M{x} {y}" if one is not last else "") + f"H{far}V{level}"
            last = other
    return drawn


def _draw_spans(points: Sequence[ChartPoint], frame: Frame) -> str:
    d = "".join(
        f"M{frame.x_of(point.on)} {frame.y_of(point.amount.sure)}V{frame.y_of(point.amount.top)}"
        for point in points
    )
    return svg.svg_path(d, stroke="currentColor", stroke_width=2, stroke_dasharray="2 2")


def _draw_stretches(dates: Sequence[tuple[InexactDate, int]], frame: Frame) -> str:
    """A span of days as a span: across all the days that it can be."""
    d = "".join(
        f"M{frame.x_of(at.earliest)} {y}H{frame.x_of(at.latest)}"
        for at, y in dates
        if at.earliest and at.latest and at.earliest != at.latest
    )
    return svg.svg_path(d, stroke="currentColor", stroke_width=2, stroke_dasharray="2 2")


def _draw_bars(releases: Sequence[ChartWave], frame: Frame, name: str) -> str:
    """Solid to the lowest number that sources name, dotted on to the highest."""
    solid = "".join(
        f"M{frame.x_of(wave.on)} {frame.bottom}V{frame.y_of(wave.amount.sure)}" for wave in releases
    )
    unsure = "".join(
        f"M{frame.x_of(wave.on)} {frame.y_of(wave.amount.sure)}"
        f"V{min(frame.y_of(wave.amount.top), frame.y_of(wave.amount.sure) - 3)}"
        for wave in releases
        if not wave.amount.is_exact
    )
    drawn = svg.svg_path(solid, stroke="currentColor", stroke_width=3)
    drawn += svg.svg_path(unsure, stroke="currentColor", stroke_width=3, stroke_dasharray="1 1")
    tops = [(wave.at, frame.y_of(wave.amount.sure)) for wave in releases]
    drawn += _draw_stretches(tops, frame)
    data = " ".join(wave.key for wave in releases)
    return svg.svg_element("g", drawn, data_points=data) if releases else ""


def _draw_bar_labels(releases: Sequence[ChartWave], frame: Frame, language: str) -> str:
    """Number and day of each large release; one that finds no room is left to the table."""
    above = min([frame.y_of(wave.amount.top) for wave in releases], default=frame.bottom) - 2
    placed: list[Box] = []
    drawn = []
    for wave in releases:
        words = f"{format_amount(wave.amount, language)} · {format_short_date(wave.at, language)}"
        box = _find_room(frame, frame.x_of(wave.on), text_width(words), above, placed)
        has_room = box.top >= 0 and box.right <= frame.right + 3
        if wave.amount.top >= LARGE and has_room:
            placed.append(box)
            drawn.append(_draw_bar_label(words, wave, box, frame))
    return "".join(drawn)


def _find_room(frame: Frame, x: int, wide: int, above: int, placed: Sequence[Box]) -> Box:
    """The lowest free place for a release's label, above all bars, ending at its own bar."""
    right = max(x + 3, frame.left + wide + 8)
    box = Box(right - wide - 6, above - LINE, right, above)
    while not box.is_free(placed):
        box = Box(box.left, box.top - LINE, right, box.top)
    return box


def _draw_bar_label(words: str, wave: ChartWave, box: Box, frame: Frame) -> str:
    x, top = frame.x_of(wave.on), frame.y_of(wave.amount.top)
    tie = svg.svg_path(f"M{x} {top}V{box.bottom - 3}", stroke="currentColor")
    return tie + svg.svg_text(words, box.right - 3, box.bottom - 6, anchor="end")


def _draw_series_label(label: SeriesLabel) -> str:
    """A counter's name and last figure beside its mark, tied to its last point if that is near."""
    x, y = label.box.left + 7, label.box.top + 12
    mark = Mark(label.place)
    tie = (
        svg.svg_path(
            f"M{label.tie[0]} {label.tie[1]}L{label.box.left - 1} {y - 4}", stroke="currentColor"
        )
        if label.tie
        else ""
    )
    sample = mark.draw_hollow([(x, y - 4)]) if label.is_hollow else mark.draw_filled([(x, y - 4)])
    shown = svg.svg_element("g", tie + sample, class_=mark.css_class)
    names = svg.svg_lines(label.names, x + 13, y, LINE)
    return (
        shown
        + names
        + svg.svg_lines(label.figure, x + 13, y + LINE * len(label.names), LINE, bold=True)
    )
