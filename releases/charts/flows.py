"""The arithmetic of a route: its order, its stops, and what came in but is not shown going on."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from releases.charts.values import Amount, Flow, FlowKind, Place, Route

RANK = tuple(FlowKind)


@dataclass(frozen=True, slots=True)
class Stop:
    """A place at a stage of the way, or an ending there. Stage 0 is where people were held."""

    stage: int
    code: str
    name: str
    kind: FlowKind = FlowKind.MOVED


def in_order(flows: Iterable[Flow]) -> tuple[Flow, ...]:
    """By leg, then the largest first; those who stayed come first of all on the first leg."""
    return tuple(
        sorted(flows, key=lambda flow: (flow.leg, _rank(flow), -flow.amount.top, flow.key))
    )


def _rank(flow: Flow) -> int:
    if flow.leg == 1 and flow.kind is FlowKind.STAYED:
        return -1
    return RANK.index(flow.kind)


def source(flow: Flow) -> Stop:
    return Stop(flow.leg - 1, flow.origin.code, flow.origin.name)


def target(flow: Flow) -> Stop:
    if flow.destination:
        return Stop(flow.leg, flow.destination.code, flow.destination.name)
    return Stop(flow.leg, f"{flow.origin.code}-{flow.kind}", ending(flow), flow.kind)


def ending(flow: Flow) -> str:
    """Where a flow leads, in words that need no grammatical case."""
    if flow.destination:
        return flow.destination.name
    return {
        FlowKind.STAYED: _("stayed (%(place)s)"),
        FlowKind.UNKNOWN: _("whereabouts not known (%(place)s)"),
        FlowKind.UNEXPLAINED: _("unexplained difference (%(place)s)"),
    }[flow.kind] % {"place": flow.origin.name}


def total(amounts: Iterable[Amount]) -> Amount:
    """The sum; a bound is open as soon as one of its parts is."""
    amounts = list(amounts)
    open_end = any(amount.is_open_upward for amount in amounts)
    return Amount(
        sum(amount.sure for amount in amounts),
        None if open_end else sum(amount.top for amount in amounts),
    )


def stops(drawn: Route) -> dict[Stop, Amount]:
    """Every stop with its number: what came in, or – where a way starts – what went out."""
    found: dict[Stop, Amount] = {}
    for flow in drawn.flows:
        for stop in (source(flow), target(flow)):
            if stop not in found:
                found[stop] = _number(stop, drawn)
    return found


def _number(stop: Stop, drawn: Route) -> Amount:
    coming = [flow.amount for flow in drawn.flows if target(flow) == stop]
    if coming:
        return total(coming)
    if stop.stage == 0 and drawn.total and _starts(drawn) == {stop}:
        return drawn.total
    return total(flow.amount for flow in drawn.flows if source(flow) == stop)


def _starts(drawn: Route) -> set[Stop]:
    return {source(flow) for flow in drawn.flows if flow.leg == 1}


def remainders(flows: tuple[Flow, ...]) -> list[tuple[Place, Amount]]:
    """Places that some people are shown leaving, with the number of whom nothing more is said.

    In = moved on + stayed + unknown + unexplained + this. Never negative: more out than in is a
    disagreement of the sources, and both numbers are shown. A place with an unexplained flow has
    none: that flow is what remains.
    """
    found: dict[Stop, tuple[Place, Amount]] = {}
    explained = {source(flow) for flow in flows if flow.kind is FlowKind.UNEXPLAINED}
    for flow in flows:
        stop = source(flow)
        if stop in explained:
            continue
        coming = [other.amount for other in flows if target(other) == stop]
        if coming and stop not in found:
            going = total(other.amount for other in flows if source(other) == stop)
            left = _less(total(coming), going)
            if left.top or left.is_open_upward:
                found[stop] = (flow.origin, left)
    return list(found.values())


def _less(coming: Amount, going: Amount) -> Amount:
    least = 0 if going.high is None else max(0, coming.sure - going.high)
    most = None if coming.high is None else max(least, coming.high - going.sure)
    return Amount(least, most)
