"""The arithmetic of a route: its order, its stops, and what came in but is not shown going on."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from releases.charts.values import Amount, FlowKind, Route, RouteFlow, RoutePlace

RANK = tuple(FlowKind)


@dataclass(frozen=True, slots=True)
class Stop:
    """A place at a stage of the way, or an ending there. Stage 0 is where people were held."""

    stage: int
    code: str
    name: str
    kind: FlowKind = FlowKind.MOVED


def sort_flows(flows: Iterable[RouteFlow]) -> tuple[RouteFlow, ...]:
    """By leg, then the largest first; those who stayed come first of all on the first leg."""
    return tuple(
        sorted(flows, key=lambda flow: (flow.leg, _rank_in_leg(flow), -flow.amount.top, flow.key))
    )


def _rank_in_leg(flow: RouteFlow) -> int:
    if flow.leg == 1 and flow.kind is FlowKind.STAYED:
        return -1
    return RANK.index(flow.kind)


def start_of(flow: RouteFlow) -> Stop:
    return Stop(flow.leg - 1, flow.origin.code, flow.origin.name)


def end_of(flow: RouteFlow) -> Stop:
    if flow.destination:
        return Stop(flow.leg, flow.destination.code, flow.destination.name)
    return Stop(flow.leg, f"{flow.origin.code}-{flow.kind}", describe_end(flow), flow.kind)


def describe_end(flow: RouteFlow) -> str:
    """Where a flow leads, in words that need no grammatical case."""
    if flow.destination:
        return flow.destination.name
    return {
        FlowKind.STAYED: _("stayed (%(place)s)"),
        FlowKind.NOT_SAID: _("not said where"),
        FlowKind.UNEXPLAINED: _("unexplained difference (%(place)s)"),
    }[flow.kind] % {"place": flow.origin.name}


def add_amounts(amounts: Iterable[Amount]) -> Amount:
    """The sum; a bound is open as soon as one of its parts is."""
    amounts = list(amounts)
    open_end = any(amount.is_open_upward for amount in amounts)
    return Amount(
        sum(amount.sure for amount in amounts),
        None if open_end else sum(amount.top for amount in amounts),
    )


def count_stops(drawn: Route) -> dict[Stop, Amount]:
    """Every stop with its number: what came in, or – where a way starts – what went out."""
    found: dict[Stop, Amount] = {}
    for flow in drawn.flows:
        for stop in (start_of(flow), end_of(flow)):
            if stop not in found:
                found[stop] = _count_stop(stop, drawn)
    return found


def _count_stop(stop: Stop, drawn: Route) -> Amount:
    coming = [flow.amount for flow in drawn.flows if end_of(flow) == stop]
    if coming:
        return add_amounts(coming)
    if stop.stage == 0 and stop.code in drawn.totals:
        return drawn.totals[stop.code]
    return add_amounts(flow.amount for flow in drawn.flows if start_of(flow) == stop)


def complete_route(drawn: Route) -> Route | None:
    """The route with a branch "not said" for those of whom no number tells; None if no whole.

    A picture of a wave shows all of it: where the number freed, or one of its first branches, has
    no upper end, where the branches exceed it, or where it is one person, there is none.
    """
    flows = list(drawn.flows)
    for origin in dict.fromkeys(flow.origin for flow in drawn.flows if flow.leg == 1):
        leaving = [f.amount for f in drawn.flows if f.leg == 1 and f.origin == origin]
        total, told = drawn.totals.get(origin.code), add_amounts(leaving)
        if total is None or total.high is None or total.high < 2 or told.high is None:
            return None
        if told.sure > total.high:
            return None
        if told.high < total.sure:
            left = Amount(total.sure - told.high, total.high - told.sure)
            flows.append(RouteFlow(1, origin, left, kind=FlowKind.NOT_SAID))
    return Route(tuple(flows), drawn.totals) if flows else None


def find_remainders(flows: tuple[RouteFlow, ...]) -> list[tuple[RoutePlace, Amount]]:
    """Places that some people are shown leaving, with the number of whom nothing more is said.

    In = moved on + stayed + unexplained + this. Never negative: more out than in is a
    disagreement of the sources, and both numbers are shown. A place with an unexplained flow has
    none: that flow is what remains.
    """
    found: dict[Stop, tuple[RoutePlace, Amount]] = {}
    explained = {start_of(flow) for flow in flows if flow.kind is FlowKind.UNEXPLAINED}
    for flow in flows:
        stop = start_of(flow)
        if stop in explained:
            continue
        coming = [other.amount for other in flows if end_of(other) == stop]
        if coming and stop not in found:
            going = add_amounts(other.amount for other in flows if start_of(other) == stop)
            left = _subtract_amount(add_amounts(coming), going)
            if left.top or left.is_open_upward:
                found[stop] = (flow.origin, left)
    return list(found.values())


def _subtract_amount(coming: Amount, going: Amount) -> Amount:
    least = 0 if going.high is None else max(0, coming.sure - going.high)
    most = None if coming.high is None else max(least, coming.high - going.sure)
    return Amount(least, most)
