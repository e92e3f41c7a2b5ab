"""V1's labels: each counter's name and last figure, beside the plot or in rows under it."""

from collections.abc import Sequence
from dataclasses import dataclass

from releases.charts.frame import Frame
from releases.charts.labels import LINE, SIZE, Box, spread_blocks, text_width, wrap_text
from releases.charts.number_words import format_amount, format_short_date
from releases.charts.values import ChartSeries

GAP = 8
BOLD = SIZE + 2  # bold letters take as much room as others of this size
NEAR = 40  # a last point this near to its label, across and down, is tied to it by a thin line


@dataclass(frozen=True, slots=True)
class SeriesLabel:
    """One counter's label: its lines, the rectangle they take, and the point they belong to."""

    place: int
    names: list[str]
    figure: list[str]
    is_hollow: bool
    box: Box
    tie: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class LabelLayout:
    """One of the two drawings: its size in units, and where the labels stand."""

    kind: str
    width: int
    plot_right: int
    plot_height: int
    intervals: int
    is_beside: bool

    @property
    def label_left(self) -> int:
        return self.plot_right + 12 if self.is_beside else 0

    @property
    def label_room(self) -> int:
        return self.width - self.label_left - 22

    def wrap_name(self, one: ChartSeries) -> list[str]:
        return wrap_text(one.name, self.label_room, most=2)

    def wrap_figure(self, one: ChartSeries, language: str) -> list[str]:
        """The last figure and its day, in bold, on one line where both fit."""
        point = one.points[-1]
        people = format_amount(point.amount, language)
        day = format_short_date(point.at, language)
        both = f"{people} · {day}"
        if text_width(both, BOLD) <= self.label_room:
            return [both]
        return [line for text in (people, day) for line in wrap_text(text, self.label_room, BOLD)]

    def label_height(self, one: ChartSeries, language: str) -> int:
        return LINE * (len(self.wrap_name(one)) + len(self.wrap_figure(one, language))) + GAP

    def plot_bottom(self, series: Sequence[ChartSeries], language: str) -> int:
        """The plot grows when the labels beside it need more than its usual height."""
        labels = sum(self.label_height(one, language) for one in series) if self.is_beside else 0
        return 20 + max(self.plot_height, labels)


WIDE = LabelLayout("wide", width=720, plot_right=530, plot_height=320, intervals=6, is_beside=True)
NARROW = LabelLayout(
    "narrow", width=288, plot_right=284, plot_height=230, intervals=4, is_beside=False
)


def place_labels(
    series: Sequence[ChartSeries], layout: LabelLayout, frame: Frame, language: str
) -> list[SeriesLabel]:
    """The labels from the highest last figure to the lowest, none over another."""
    order = sorted(
        range(len(series)), key=lambda place: (frame.y_of(_last_amount(series[place])), place)
    )
    heights = [layout.label_height(series[place], language) for place in order]
    if layout.is_beside:
        wanted = [frame.y_of(_last_amount(series[place])) - LINE // 2 for place in order]
        tops = spread_blocks(wanted, heights, frame.top - 8, frame.bottom + 20)
    else:
        tops = spread_blocks([frame.bottom + 34] * len(order), heights, 0, 10**6)
    return [
        _build_label(series[place], place, layout, frame, top, language)
        for place, top in zip(order, tops, strict=True)
    ]


def _last_amount(one: ChartSeries) -> int:
    return one.points[-1].amount.sure


def _build_label(
    one: ChartSeries, place: int, layout: LabelLayout, frame: Frame, top: int, language: str
) -> SeriesLabel:
    point = one.points[-1]
    x, y = frame.x_of(point.on), frame.y_of(_last_amount(one))
    is_near = layout.is_beside and frame.right - x <= NEAR and abs(top - y) <= NEAR
    return SeriesLabel(
        place=place,
        names=layout.wrap_name(one),
        figure=layout.wrap_figure(one, language),
        is_hollow=point.is_hollow,
        box=Box(
            layout.label_left, top, layout.width, top + layout.label_height(one, language) - GAP
        ),
        tie=(x + 6, y) if is_near else None,
    )
