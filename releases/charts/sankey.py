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
THINNEST = 3
UNSURE = 5  # the hatched part is at least so thick, or its hatching is not seen
MARKS = {FlowKind.MOVED: 1, FlowKind.STAYED: 3, FlowKind.UNKNOWN: 7, FlowKind.UNEXPLAINED: 2}


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
class Band:
    """A flow drawn: how much of its thickness is certain."""

    sure: int
    thick: int


def draw_sankey(
    drawn: Route, language: str, name: str, *, title: str, description: str, basis: str
) -> SafeString:
    numbers = count_stops(drawn)
    bands = {flow: _build_band(flow.amount, _units_per_person(numbers)) for flow in drawn.flows}
    nodes = _place_nodes(drawn, numbers, bands, language)
    floor = max(node.y + node.height for node in nodes.values())
    words = wrap_text(basis, WIDTH - 8)
    body = [
        _draw_headings(nodes),
        *_draw_bands(drawn.flows, nodes, bands, name),
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


def _scale_thickness(people: int, scale: float) -> int:
    return max(THINNEST, round(people * scale)) if people else 0


def _build_band(of: Amount, scale: float) -> Band:
    sure = _scale_thickness(of.sure, scale)
    if of.is_exact:
        return Band(sure, sure)
    return Band(sure, max(sure + UNSURE, _scale_thickness(of.top, scale)))


def _place_nodes(
    drawn: Route, numbers: dict[Stop, Amount], bands: dict[RouteFlow, Band], language: str
) -> dict[Stop, Node]:
    """Columns by stage, each filled from the top; a label always has its own room."""
    stages = max(stop.stage for stop in numbers)
    pitch = (WIDTH - LAST) // stages
    free: dict[int, int] = defaultdict(lambda: TOP)
    nodes = {}
    for stop, number in numbers.items():
        room = (LAST if stop.stage == stages else pitch - 16) - 4
        label = wrap_text(stop.name, room)
        y = free[stop.stage] + LINE * (len(label) + 1)
        height = _node_height(stop, bands)
        nodes[stop] = Node(stop.stage * pitch, y, height, label, format_amount(number, language))
        free[stop.stage] = y + height + BETWEEN
    return nodes


def _node_height(stop: Stop, bands: dict[RouteFlow, Band]) -> int:
    coming = sum(band.thick for flow, band in bands.items() if end_of(flow) == stop)
    going = sum(band.thick for flow, band in bands.items() if start_of(flow) == stop)
    return max(coming, going)


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
    flows: Sequence[RouteFlow], nodes: dict[Stop, Node], bands: dict[RouteFlow, Band], name: str
) -> list[str]:
    leaving: dict[Stop, int] = defaultdict(int)
    arriving: dict[Stop, int] = defaultdict(int)
    drawn = []
    for flow in flows:
        start, end, band = start_of(flow), end_of(flow), bands[flow]
        left = nodes[start].x + BAR, nodes[start].y + leaving[start]
        right = nodes[end].x, nodes[end].y + arriving[end]
        leaving[start] += band.thick
        arriving[end] += band.thick
        drawn.append(_draw_ribbon(flow, left, right, band, name))
    return drawn


def _draw_ribbon(
    flow: RouteFlow, left: tuple[int, int], right: tuple[int, int], band: Band, name: str
) -> str:
    """Tinted with a full outline where certain, hatched where only some sources say so."""
    unsure = _ribbon_path(left, right, band.sure, band.thick)
    parts = [
        svg.svg_path(
            _ribbon_path(left, right, 0, band.sure) if band.sure else "",
            class_="tint",
            fill_opacity="0.25",
            stroke="currentColor",
        ),
        svg.svg_path(
            unsure if band.thick > band.sure else "",
            fill=f"url(#{name}-hatch)",
            stroke="currentColor",
            stroke_dasharray="3 3",
        ),
    ]
    return svg.svg_element("g", "".join(parts), class_=_css_class(flow.kind), data_flow=flow.key)


def _ribbon_path(left: tuple[int, int], right: tuple[int, int], top: int, bottom: int) -> str:
    """The part of a band between two depths, measured from its upper edge."""
    (x, y), (far, end) = left, right
    middle = (x + far) // 2
    return (
        f"M{x} {y + top}C{middle} {y + top} {middle} {end + top} {far} {end + top}"
        f"V{end + bottom}C{middle} {end + bottom} {middle} {y + bottom} {x} {y + bottom}Z"
    )
