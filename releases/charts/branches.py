"""The narrow drawing of V5: one bar per flow, stacked leg by leg, on one scale."""

from itertools import groupby

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from releases.charts import svg
from releases.charts.flows import Stop, ending, source, stops
from releases.charts.labels import LINE, width, wrap
from releases.charts.sankey import MARKS
from releases.charts.values import Amount, Flow, Route
from releases.charts.words import amount

WIDTH = 288
INDENT = 12
BAR = 10
SHORTEST = 3


def draw(
    drawn: Route, language: str, name: str, *, title: str, description: str, basis: str
) -> SafeString:
    numbers = stops(drawn)
    unit = (WIDTH - INDENT) / max(1, *(number.top for number in numbers.values()))
    body, y = [], 0
    for start, flows in groupby(drawn.flows, key=source):
        heading = _heading(start, numbers[start], language)
        body.append(svg.lines(heading, 0, y + 2 * LINE - 8, LINE, bold=True))
        y += LINE * (len(heading) + 1) + 4
        for flow in flows:
            body.append(_flow(flow, y, unit, language, name))
            y += _height(flow, language)
    words = wrap(basis, WIDTH - 4)
    body.append(svg.lines(words, 0, y + LINE, LINE, quiet=True))
    said = {"title": title, "description": description}
    height = y + LINE * len(words) + 6
    return svg.drawing(body, name=name, kind="narrow", width=WIDTH, height=height, **said)


def _heading(start: Stop, number: Amount, language: str) -> list[str]:
    said = {"place": start.name, "people": amount(number, language)}
    return wrap(_("%(place)s: %(people)s") % said, WIDTH - 4)


def _height(flow: Flow, language: str) -> int:
    return LINE * len(_label(flow, language)) + BAR + 14


def _label(flow: Flow, language: str) -> list[str]:
    number = amount(flow.amount, language)
    return wrap(ending(flow), WIDTH - INDENT - width(number) - 14)


def _flow(flow: Flow, y: int, unit: float, language: str, name: str) -> str:
    label = _label(flow, language)
    number = svg.text(amount(flow.amount, language), WIDTH - 2, y + 12, anchor="end", bold=True)
    bar = _bar(flow, y + LINE * len(label), unit, name)
    named = svg.lines(label, INDENT, y + 12, LINE) + number
    return named + svg.element("g", bar, class_=f"mark-{MARKS[flow.kind]}", data_flow=flow.key)


def _bar(flow: Flow, y: int, unit: float, name: str) -> str:
    """Solid to the lowest number, hatched to the highest; an open end is a short hatched one."""
    sure = max(SHORTEST, round(flow.amount.sure * unit)) if flow.amount.sure else 0
    top = round(flow.amount.top * unit)
    solid = svg.element("rect", x=INDENT, y=y, width=sure, height=BAR) if sure else ""
    if flow.amount.is_exact:
        return solid
    left = min(INDENT + sure, WIDTH - 1 - SHORTEST)
    return solid + svg.element(
        "rect",
        x=left,
        y=y,
        width=max(SHORTEST, INDENT + top - left),
        height=BAR,
        fill=f"url(#{name}-hatch)",
        stroke="currentColor",
    )
