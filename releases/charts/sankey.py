"""The wide drawing of V5: stops in columns, people as bands between them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from releases.charts import svg
from releases.charts.flows import Stop, count_stops, end_of, start_of
from releases.charts.labels import LINE, wrap_text
from releases.charts.number_words import format_amount
from releases.charts.values import Amount, FlowKind, Route, RouteFlow

WIDTH = 720
LAST = 190  # room for the last column's labels
BAR = 12
TOP = 24
BETWEEN = 16
TALL = 190  # a wave's people, stacked, are about this tall
MARKS = {FlowKind.MOVED: 1, FlowKind.STAYED: 3, FlowKind.NOT_SAID: 7, FlowKind.UNEXPLAINED: 2}


@dataclass(frozen=True, slots=True)
class Node:
    """A stop drawn: its bar's place, its label above the bar."""

    x: int
    y: int
    height: int
    label: list[str]
    number: str

    @property
    def label_height(self) -> int:
        return LINE * (len(self.label) + 1)


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a flow meets a bar: the heights of its top, of the end of what is sure, of its end."""

    x: int
    top: int
    sure: int
    end: int


def draw_sankey(
    drawn: Route, language: str, name: str, *, title: str, description: str, basis: str
) -> SafeString:
    numbers = count_stops(drawn)
    unit = _units_per_person(numbers)
    nodes = _place_nodes(numbers, unit, language)
    floor = max(node.y + node.height for node in nodes.values())
    words = wrap_text(basis, WIDTH - 8)
    body = [
        _draw_headings(nodes),
        *_draw_bands(drawn.flows, nodes, unit, name),
        *(_draw_stop(stop, node) for stop, node in nodes.items()),
        svg.svg_lines(words, 0, floor + 30, LINE, quiet=True),
    ]
    said = {"title": title, "description": description}
    height = floor + 36 + LINE * (len(words) - 1)
    return svg.svg_drawing(body, name=name, kind="wide", width=WIDTH, height=height, **said)


def _units_per_person(numbers: dict[Stop, Amount]) -> float:
    """Drawing units per person."""
    stages: dict[int, int] = defaultdict(int)
    for stop, number in numbers.items():
        stages[stop.stage] += number.top
    return min(8.0, TALL / max(1, *stages.values()))


def _place_nodes(numbers: dict[Stop, Amount], unit: float, language: str) -> dict[Stop, Node]:
    """Columns by stage, each filled from the top; a bar is as tall as its label says."""
    stages = max(stop.stage for stop in numbers)
    pitch = (WIDTH - LAST) // stages
    free: dict[int, int] = defaultdict(lambda: TOP)
    nodes = {}
    for stop, number in numbers.items():
        room = (LAST if stop.stage == stages else pitch - 16) - 4
        label = wrap_text(stop.name, room)
        y = free[stop.stage] + LINE * (len(label) + 1)
        height = max(1, round(number.top * unit))
        nodes[stop] = Node(stop.stage * pitch, y, height, label, format_amount(number, language))
        free[stop.stage] = y + height + BETWEEN
    return nodes


def _draw_headings(nodes: dict[Stop, Node]) -> str:
    names = [_("Held in"), _("First taken to"), _("Then moved on to"), _("After that to")]
    columns = {stop.stage: node for stop, node in reversed(nodes.items())}
    return "".join(
        svg.svg_text(names[min(stage, 3)], node.x, 14, quiet=True)
        for stage, node in sorted(columns.items())
    )


def _draw_stop(stop: Stop, node: Node) -> str:
    bar = svg.svg_element(
        "rect", x=node.x, y=node.y, width=BAR, height=node.height, class_=_css_class(stop.kind)
    )
    first = node.y - node.label_height + LINE - 5
    number = svg.svg_text(node.number, node.x, first + LINE * len(node.label), bold=True)
    return bar + svg.svg_lines(node.label, node.x, first, LINE) + number


def _css_class(kind: FlowKind) -> str:
    return f"mark-{MARKS[kind]}"


def _draw_bands(
    flows: Sequence[RouteFlow], nodes: dict[Stop, Node], unit: float, name: str
) -> list[str]:
    """Flows in their order, side by side along both bars.

    Where more leave a bar than it says, their edges share its height: it is the label's.
    """
    going: dict[Stop, int] = defaultdict(int)
    for flow in flows:
        going[start_of(flow)] += flow.amount.top
    leaving: dict[Stop, int] = defaultdict(int)
    arriving: dict[Stop, int] = defaultdict(int)
    drawn = []
    for flow in flows:
        start, end = start_of(flow), end_of(flow)
        room = min(unit, nodes[start].height / max(1, going[start]))
        left = _place_edge(nodes[start], BAR, leaving[start], flow.amount, room)
        right = _place_edge(nodes[end], 0, arriving[end], flow.amount, unit)
        leaving[start] += flow.amount.top
        arriving[end] += flow.amount.top
        drawn.append(_draw_ribbon(flow, left, right, name))
    return drawn


def _place_edge(node: Node, across: int, above: int, of: Amount, unit: float) -> Edge:
    """`above` counts the people of the flows above this one."""
    top, sure, end = (
        node.y + min(node.height, round((above + people) * unit)) for people in (0, of.sure, of.top)
    )
    return Edge(node.x + across, top, sure, end)


def _draw_ribbon(flow: RouteFlow, left: Edge, right: Edge, name: str) -> str:
    """Tinted with a full outline where certain, hatched where only some sources say so."""
    certain = _ribbon_path((left.x, left.top, left.sure), (right.x, right.top, right.sure))
    unsure = _ribbon_path((left.x, left.sure, left.end), (right.x, right.sure, right.end))
    parts = [
        svg.svg_path(
            certain if flow.amount.sure else "",
            class_="tint",
            fill_opacity="0.25",
            stroke="currentColor",
        ),
        svg.svg_path(
            "" if flow.amount.is_exact else unsure,
            fill=f"url(#{name}-hatch)",
            stroke="currentColor",
            stroke_dasharray="3 3",
        ),
    ]
    return svg.svg_element("g", "".join(parts), class_=_css_class(flow.kind), data_flow=flow.key)


def _ribbon_path(left: tuple[int, int, int], right: tuple[int, int, int]) -> str:
    """A band between two bars; each end is its x, its upper and its lower y."""
    (x, top, bottom), (far, end_top, end_bottom) = left, right
    middle = (x + far) // 2
    return (
        f"M{x} {top}C{middle} {top} {middle} {end_top} {far} {end_top}"
        f"V{end_bottom}C{middle} {end_bottom} {middle} {bottom} {x} {bottom}Z"
    )
