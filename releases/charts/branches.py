"""The narrow drawing of V5: one bar per flow, stacked leg by leg, on one scale."""

from itertools import groupby

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from releases.charts import svg
from releases.charts.flows import Stop, count_stops, describe_end, start_of
from releases.charts.labels import LINE, text_width, wrap_text
from releases.charts.number_words import format_amount
from releases.charts.sankey import MARKS
from releases.charts.values import Amount, Route, RouteFlow

WIDTH = 288
INDENT = 12
BAR = 10
SHORTEST = 3


def draw_branches(
    drawn: Route, language: str, name: str, *, title: str, description: str, basis: str
) -> SafeString:
    numbers = count_stops(drawn)
    unit = (WIDTH - INDENT) / max(1, *(number.top for number in numbers.values()))
    body, y = [], 0
    for start, flows in groupby(drawn.flows, key=start_of):
        heading = _wrap_heading(start, numbers[start], language)
        body.append(svg.svg_lines(heading, 0, y + 2 * LINE - 8, LINE, bold=True))
        y += LINE * (len(heading) + 1) + 4
        for flow in flows:
            body.append(_draw_flow(flow, y, unit, language, name))
            y += _flow_height(flow, language)
    words = wrap_text(basis, WIDTH - 4)
    body.append(svg.svg_lines(words, 0, y + LINE, LINE, quiet=True))
    said = {"title": title, "description": description}
    height = y + LINE * len(words) + 6
    return svg.svg_drawing(body, name=name, kind="narrow", width=WIDTH, height=height, **said)


def _wrap_heading(start: Stop, number: Amount, language: str) -> list[str]:
    said = {"place": start.name, "people": format_amount(number, language)}
    return wrap_text(_("%(place)s: %(people)s") % said, WIDTH - 4)


def _flow_height(flow: RouteFlow, language: str) -> int:
    return LINE * len(_wrap_label(flow, language)) + BAR + 14


def _wrap_label(flow: RouteFlow, language: str) -> list[str]:
    number = format_amount(flow.amount, language)
    return wrap_text(describe_end(flow), WIDTH - INDENT - text_width(number) - 14)


def _draw_flow(flow: RouteFlow, y: int, unit: float, language: str, name: str) -> str:
    label = _wrap_label(flow, language)
    number = svg.svg_text(
        format_amount(flow.amount, language), WIDTH - 2, y + 12, anchor="end", bold=True
    )
    bar = _draw_bar(flow, y + LINE * len(label), unit, name)
    named = svg.svg_lines(label, INDENT, y + 12, LINE) + number
    return named + svg.svg_element("g", bar, class_=f"mark-{MARKS[flow.kind]}", data_flow=flow.key)


def _draw_bar(flow: RouteFlow, y: int, unit: float, name: str) -> str:
    """Solid to the lowest number, hatched to the highest; an open end is a short hatched one."""
    sure = max(1, round(flow.amount.sure * unit)) if flow.amount.sure else 0
    top = round(flow.amount.top * unit)
    solid = svg.svg_element("rect", x=INDENT, y=y, width=sure, height=BAR) if sure else ""
    if flow.amount.is_exact:
        return solid
    left = min(INDENT + sure, WIDTH - 1 - SHORTEST)
    return solid + svg.svg_element(
        "rect",
        x=left,
        y=y,
        width=max(SHORTEST, INDENT + top - left),
        height=BAR,
        fill=f"url(#{name}-hatch)",
        stroke="currentColor",
    )
