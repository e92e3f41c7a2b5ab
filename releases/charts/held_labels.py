"""V1's labels: each counter's name and last figure, beside the plot or in rows under it."""

from collections.abc import Sequence
from dataclasses import dataclass

from releases.charts.frame import Frame
from releases.charts.labels import LINE, Box, spread, width, wrap
from releases.charts.values import Series
from releases.charts.words import amount, short_day

GAP = 8
NEAR = 40  # a last point this near to its label, across and down, is tied to it by a thin line


@dataclass(frozen=True, slots=True)
class Key:
    """One counter's label: its lines, the rectangle they take, and the point they belong to."""

    place: int
    names: list[str]
    figure: list[str]
    is_hollow: bool
    box: Box
    tie: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Layout:
    """One of the two drawings: its size in units, and where the labels stand."""

    kind: str
    width: int
    plot_right: int
    plot_height: int
    intervals: int
    is_beside: bool

    @property
    def left(self) -> int:
        return self.plot_right + 12 if self.is_beside else 0

    @property
    def room(self) -> int:
        return self.width - self.left - 22

    def names(self, one: Series) -> list[str]:
        return wrap(one.name, self.room, most=2)

    def figure(self, one: Series, language: str) -> list[str]:
        """The last figure and its day, on one line where both fit."""
        point = one.points[-1]
        people = point.words or amount(point.amount, language)
        day = short_day(point.on, language)
        both = f"{people} · {day}"
        return [both] if width(both) <= self.room else [*wrap(people, self.room, most=2), day]

    def height(self, one: Series, language: str) -> int:
        return LINE * (len(self.names(one)) + len(self.figure(one, language))) + GAP

    def plot_bottom(self, series: Sequence[Series], language: str) -> int:
        """The plot grows when the labels beside it need more than its usual height."""
        labels = sum(self.height(one, language) for one in series) if self.is_beside else 0
        return 20 + max(self.plot_height, labels)


WIDE = Layout("wide", width=720, plot_right=530, plot_height=320, intervals=6, is_beside=True)
NARROW = Layout("narrow", width=288, plot_right=284, plot_height=230, intervals=4, is_beside=False)


def keys(series: Sequence[Series], layout: Layout, frame: Frame, language: str) -> list[Key]:
    """The labels from the highest last figure to the lowest, none over another."""
    order = sorted(range(len(series)), key=lambda place: (frame.y(_last(series[place])), place))
    heights = [layout.height(series[place], language) for place in order]
    if layout.is_beside:
        wanted = [frame.y(_last(series[place])) - LINE // 2 for place in order]
        tops = spread(wanted, heights, frame.top - 8, frame.bottom + 20)
    else:
        tops = spread([frame.bottom + 34] * len(order), heights, 0, 10**6)
    return [
        _label(series[place], place, layout, frame, top, language)
        for place, top in zip(order, tops, strict=True)
    ]


def _last(one: Series) -> int:
    return one.points[-1].amount.sure


def _label(one: Series, place: int, layout: Layout, frame: Frame, top: int, language: str) -> Key:
    point = one.points[-1]
    x, y = frame.x(point.on), frame.y(_last(one))
    is_near = layout.is_beside and frame.right - x <= NEAR and abs(top - y) <= NEAR
    return Key(
        place=place,
        names=layout.names(one),
        figure=layout.figure(one, language),
        is_hollow=point.is_hollow,
        box=Box(layout.left, top, layout.width, top + layout.height(one, language) - GAP),
        tie=(x + 6, y) if is_near else None,
    )
