"""Pictures: pure functions from numbers to SVG, with the same numbers as a table."""

from releases.charts.held_chart import chart_held_and_released
from releases.charts.route_chart import chart_route
from releases.charts.values import (
    Amount,
    Chart,
    ChartPoint,
    ChartRow,
    ChartSeries,
    ChartWave,
    Route,
    RouteFlow,
    RoutePlace,
)

__all__ = [
    "Amount",
    "Chart",
    "ChartPoint",
    "ChartRow",
    "ChartSeries",
    "ChartWave",
    "Route",
    "RouteFlow",
    "RoutePlace",
    "chart_held_and_released",
    "chart_route",
]
