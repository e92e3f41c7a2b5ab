"""The route of a wave (V5), read from its ledger: what to draw, and from what.

The first leg is told by `taken to`, each later one by `moved on` from a place that people have
reached, and by `stayed in` one. Where a place and a finer one within it are both named, the first
leg keeps the coarser and later legs the finer, so that nobody is drawn twice.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from releases.charts import Amount, Chart, Route, RouteFlow, RoutePlace, chart_route
from releases.charts.values import FlowKind
from releases.enums import Measure, ScopeDimension
from releases.ledger import Evidence, Ledger
from releases.ledger.comparisons import LedgerRow
from releases.ledger.places import PlaceChain, places_around
from releases.presenters.amounts import as_amount
from releases.presenters.names import PageNames
from releases.presenters.shown_routes import build_shown_route
from releases.projections import PublishedLeg, PublishedWave

LONGEST = 5  # legs; nobody's way is longer, and a circle in the claims must end


@dataclass(frozen=True, slots=True)
class ClaimedFlow:
    """One flow that a row of the ledger tells, before it has a place in the route."""

    row: LedgerRow
    origin: str
    destination: str


def draw_route(
    wave: PublishedWave, ledger: Ledger, evidence: Evidence, names: PageNames
) -> Chart | None:
    """The picture of the route (V5); None where there is nothing to draw."""
    found = build_route(ledger, evidence, names) or build_shown_route(_load_legs(wave), names)
    return chart_route(found, names.language) if found else None


def _load_legs(wave: PublishedWave) -> Iterable[Mapping[str, Any]]:
    legs = PublishedLeg.objects.filter(wave_id=wave.id).order_by("person_id", "number")
    return legs.values("person_id", "kind", "origin", "destination")


def build_route(ledger: Ledger, evidence: Evidence, names: PageNames) -> Route | None:
    """The route of what is claimed; None where nobody claims one."""
    legs = list(_number_legs(_claimed_flows(ledger, evidence), evidence.within))
    flows = [
        RouteFlow(
            leg,
            _as_place(each.origin, names),
            _claimed_amount(each.row),
            _as_place(each.destination, names),
        )
        for leg, each in legs
    ] + [
        RouteFlow(leg, _as_place(place, names), _claimed_amount(row), kind=FlowKind.STAYED)
        for leg, place, row in _find_stayed(ledger, legs)
    ]
    return Route(tuple(flows), False, _total_freed(ledger)) if flows else None


def _claimed_flows(ledger: Ledger, evidence: Evidence) -> list[ClaimedFlow]:
    """Flows from one place to one other; "Poland or Lithuania" is drawn by neither."""
    starts = _starting_places(evidence)
    found = []
    for row in ledger.comparisons:
        scope = {name: min(values) for name, values in row.key.scope if len(values) == 1}
        origin, destination = scope.get(ScopeDimension.FROM), scope.get(ScopeDimension.TO)
        if len(scope) != len(row.key.scope) or _claimed_amount_or_none(row) is None:
            continue
        if row.key.measure == Measure.TAKEN_TO and scope.keys() == {ScopeDimension.TO}:
            found.append(ClaimedFlow(row, starts.get(row.key.subject, ""), destination or ""))
        elif row.key.measure == Measure.MOVED_ON and scope.keys() == {"from", "to"}:
            found.append(ClaimedFlow(row, origin or "", destination or ""))
    return found


def _starting_places(evidence: Evidence) -> dict[tuple[str, str], str]:
    """The releasing state of each wave and side, as the code of a place."""
    found: dict[tuple[str, str], str] = {}
    for wave in evidence.waves:
        for side in wave.sides:
            start = min(side.releasing, default="").lower()
            found |= {("side", side.id): start, ("wave", wave.id): start}
    return found


def _number_legs(
    told: Iterable[ClaimedFlow], within: PlaceChain
) -> Iterable[tuple[int, ClaimedFlow]]:
    told = list(told)
    first = [each for each in told if each.row.key.measure == Measure.TAKEN_TO]
    onward = [each for each in told if each.row.key.measure == Measure.MOVED_ON]
    reached = _drop_nested(first, lambda one, other: one in places_around(other, within))
    for leg in range(1, LONGEST + 1):
        yield from ((leg, each) for each in reached)
        here = {each.destination for each in reached}
        onward_from = [each for each in onward if each.origin in here]
        reached = _drop_nested(onward_from, lambda one, other: other in places_around(one, within))


def _drop_nested(told: list[ClaimedFlow], is_kept: Callable[[str, str], bool]) -> list[ClaimedFlow]:
    """Of places within each other only one: `is_kept(one, other)` says which, by their codes."""

    def is_kept_flow(each: ClaimedFlow) -> bool:
        others = (o for o in told if o.origin == each.origin and o.destination != each.destination)
        return not any(
            is_kept(other.destination, each.destination)
            and not is_kept(each.destination, other.destination)
            for other in others
        )

    return [each for each in told if is_kept_flow(each)]


def _find_stayed(
    ledger: Ledger, legs: Iterable[tuple[int, ClaimedFlow]]
) -> list[tuple[int, str, LedgerRow]]:
    """Who stayed at a stop of the way; of several answers the one that asks for least."""
    stops = {each.destination: leg + 1 for leg, each in legs}
    found: dict[str, LedgerRow] = {}
    for row in ledger.comparisons:
        scope = dict(row.key.scope)
        places = scope.pop(ScopeDimension.TO, frozenset())
        is_told = row.key.measure == Measure.STAYED_IN and scope.keys() <= {"citizenship"}
        if is_told and len(places) == 1 and _claimed_amount_or_none(row) is not None:
            found.setdefault(min(places), row)
    return [(stops[place], place, row) for place, row in found.items() if place in stops]


def _claimed_amount(row: LedgerRow) -> Amount:
    return _claimed_amount_or_none(row) or Amount.exactly(0)


def _claimed_amount_or_none(row: LedgerRow) -> Amount | None:
    return as_amount(row.spread)


def _total_freed(ledger: Ledger) -> Amount | None:
    spans = [each.claimed for each in ledger.counts]
    return as_amount(spans[0]) if len(spans) == 1 else None


def _as_place(code: str, names: PageNames) -> RoutePlace:
    return RoutePlace(code, names.place_name(code))
