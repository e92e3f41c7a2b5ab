"""What the pictures are drawn from, and what they give back. Values only, no models."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from django.utils.safestring import SafeString

from publishing.dates import InexactDate


@dataclass(frozen=True, slots=True)
class Amount:
    """How many people: from low to high. An open bound is None: "at least", "at most".

    Of a strict amount the one bound is not included: "more than". An approximate one is "about".
    """

    low: int | None
    high: int | None
    is_strict: bool = False
    is_approximate: bool = False

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise ValueError("an amount without bounds cannot be drawn")
        if self.low is not None and self.high is not None and not 0 <= self.low <= self.high:
            raise ValueError("an amount runs from low to high and is not negative")

    @classmethod
    def exactly(cls, people: int) -> "Amount":
        return cls(people, people)

    @property
    def is_exact(self) -> bool:
        return self.low == self.high

    @property
    def is_open_upward(self) -> bool:
        return self.high is None

    @property
    def sure(self) -> int:
        """What is drawn solid."""
        return self.low or 0

    @property
    def top(self) -> int:
        """The largest number that is named."""
        return self.high if self.high is not None else self.sure

    @property
    def for_programs(self) -> tuple[int | None, int | None, bool, bool]:
        """For the columns low, high, strict and approximate."""
        return self.low, self.high, self.is_strict, self.is_approximate

    @property
    def key(self) -> str:
        """The two bounds as a machine reads them: "114..115", "18.." when open, "1100>..".

        A strict bound has a sign behind it, and an approximate amount ends in "~".
        """
        sign = ("<" if self.low is None else ">") if self.is_strict else ""
        ends = ("" if bound is None else f"{bound}{sign}" for bound in (self.low, self.high))
        return "..".join(ends) + ("~" if self.is_approximate else "")


def drawn_day(at: InexactDate) -> date:
    return at.latest or at.earliest or date.min


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One figure of a series. A hollow point stands where it was said: its own day is unknown."""

    at: InexactDate
    amount: Amount
    is_hollow: bool = False

    @property
    def on(self) -> date:
        """The day that it is drawn at; of a span the last."""
        return drawn_day(self.at)


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """One counter's figures under one yardstick; two counters are two series."""

    code: str
    name: str
    points: tuple[ChartPoint, ...]

    def key(self, point: ChartPoint) -> str:
        return f"{self.code}:{point.at}:{point.amount.key}"


@dataclass(frozen=True, slots=True)
class ChartWave:
    """A release of many. `code` is its slug."""

    code: str
    name: str
    at: InexactDate
    amount: Amount

    @property
    def on(self) -> date:
        """The day that it is drawn at; of a span the last."""
        return drawn_day(self.at)

    @property
    def key(self) -> str:
        return f"{self.code}:{self.at}:{self.amount.key}"


@dataclass(frozen=True, slots=True)
class RoutePlace:
    """A stop on the way. `code` is unique among the places of a route."""

    code: str
    name: str


class FlowKind(StrEnum):
    """Where a flow ends: at its destination, or in one of three ways of having none."""

    MOVED = "moved"
    STAYED = "stayed"
    NOT_SAID = "not_said"
    UNEXPLAINED = "unexplained"


@dataclass(frozen=True, slots=True)
class RouteFlow:
    """People who went from one place to another on the numbered leg of their way.

    Only a flow that moved has a destination. `leg` counts from 1.
    """

    leg: int
    origin: RoutePlace
    amount: Amount
    destination: RoutePlace | None = None
    kind: FlowKind = FlowKind.MOVED

    def __post_init__(self) -> None:
        if (self.destination is not None) != (self.kind is FlowKind.MOVED):
            raise ValueError("a flow that moved has a destination, and no other has one")

    @property
    def key(self) -> str:
        end = self.destination.code if self.destination else self.kind.value
        return f"{self.leg}:{self.origin.code}>{end}:{self.amount.key}"


@dataclass(frozen=True, slots=True)
class Route:
    """All claimed flows of one wave; `totals` says by a place's code how many were freed there."""

    flows: tuple[RouteFlow, ...]
    totals: Mapping[str, Amount] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A row of a chart's table; `key` is the same token as in the drawings.

    `cells` are words for a reader, `values` the same for a program, by the chart's `fields`; a
    table that is no picture has none.
    """

    key: str
    cells: tuple[str, ...]
    values: tuple[str | int | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture in two drawings, and in words. The last cell of a row is its number."""

    title: str
    description: str
    wide: SafeString
    narrow: SafeString
    columns: tuple[str, ...]
    fields: tuple[str, ...]
    rows: tuple[ChartRow, ...]
    notes: tuple[str, ...]
