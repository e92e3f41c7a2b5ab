"""Where a day and a number stand in a drawing: a time axis, and one axis of people from zero."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from releases.charts import number_words, svg
from releases.charts.labels import text_width

STEPS = tuple(digit * 10**power for power in range(7) for digit in (1, 2, 5))


@dataclass(frozen=True, slots=True)
class Frame:
    """The plot's rectangle in drawing units, the days it spans, and the top of its scale."""

    left: int
    right: int
    top: int
    bottom: int
    first: date
    last: date
    step: int
    peak: int

    def x_of(self, on: date) -> int:
        days = max(1, (self.last - self.first).days)
        return self.left + round((self.right - self.left) * (on - self.first).days / days)

    def y_of(self, people: int) -> int:
        return self.bottom - round((self.bottom - self.top) * people / self.peak)


def choose_scale(largest: int, intervals: int) -> tuple[int, int]:
    """A round step, and the top of an axis of at most that many intervals which holds largest."""
    step = next(step for step in STEPS if step * intervals >= max(1, largest))
    return step, step * -(-max(1, largest) // step)


def draw_axes(frame: Frame, language: str) -> str:
    """Thin lines across with their numbers, the days below."""
    ticks = range(0, frame.peak + 1, frame.step)
    d = "".join(f"M{frame.left} {frame.y_of(tick)}H{frame.right}" for tick in ticks if tick)
    numbers = "".join(
        svg.svg_text(
            number_words.format_number(tick, language), frame.left - 6, frame.y_of(tick) + 4
        )
        for tick in ticks
    )
    numbers = svg.svg_element("g", numbers, class_="quiet", text_anchor="end")
    base = svg.svg_path(f"M{frame.left} {frame.bottom}H{frame.right}", class_="axis", stroke="#888")
    return (
        svg.svg_path(d, class_="grid", stroke="#ddd") + base + numbers + _draw_days(frame, language)
    )


def _draw_days(frame: Frame, language: str) -> str:
    """A label at an edge moves inward; one that would then touch the last one is left out."""
    drawn, taken = [], 0
    for on, name in _choose_ticks(frame, language):
        half = text_width(name) // 2 + 1
        x = min(max(frame.x_of(on), frame.left + half), frame.right - half)
        if x - half >= taken:
            drawn.append(svg.svg_text(name, x, frame.bottom + 18))
            taken = x + half
    return svg.svg_element("g", "".join(drawn), class_="quiet", text_anchor="middle")


def _choose_ticks(frame: Frame, language: str) -> Iterable[tuple[date, str]]:
    """The starts of years, every second or third where they stand close; else both ends."""
    years = [date(year, 1, 1) for year in range(frame.first.year + 1, frame.last.year + 1)]
    if len(years) > 1:
        apart = frame.x_of(years[1]) - frame.x_of(years[0])
        stride = -(-(text_width("2000") + 8) // max(1, apart))
        return [(year, str(year.year)) for year in years[::stride]]
    return [(on, number_words.format_month(on, language)) for on in (frame.first, frame.last)]
