"""Pictures: pure functions from numbers to SVG, with the same numbers as a table."""

from releases.charts.held import held_and_released
from releases.charts.route import route
from releases.charts.values import Amount, Chart, Flow, Place, Point, Route, Row, Series, Wave

__all__ = [
    "Amount",
    "Chart",
    "Flow",
    "Place",
    "Point",
    "Route",
    "Row",
    "Series",
    "Wave",
    "held_and_released",
    "route",
]
