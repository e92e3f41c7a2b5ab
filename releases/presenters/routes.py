"""The route of a wave (V5), read from its ledger: what to draw, or what to say where none is.

The first leg is told by `taken to`, by a crossing where one state receives people, and by those
freed who stayed in the country; each later one by `moved on` from a place that people have
reached, and by `stayed in` one. Where a place and a finer one within it are both named, the first
leg keeps the coarser and later legs the finer, so that nobody is drawn twice.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from releases.charts import Amount, Chart, Route, RouteFlow, RoutePlace, chart_route
from releases.charts.flows import complete_route
from releases.charts.values import FlowKind
from releases.enums import Disposition, Measure, ScopeDimension, Unit
from releases.ledger import ClaimSubject, Evidence, Ledger, Range
from releases.ledger.comparisons import LedgerRow
from releases.ledger.places import PlaceChain, places_around
from releases.presenters.amounts import as_amount, format_figure
from releases.presenters.names import PageNames
from releases.presenters.phrases import phrase_key
from releases.projections import PublishedLeg, PublishedWave

LONGEST = 5  # legs; nobody's way is longer, and a circle in the claims must end
FIRST_LEG = (Measure.TAKEN_TO, Measure.CROSSED)
WHERE = (*FIRST_LEG, Measure.MOVED_ON, Measure.STAYED_IN)
STAYED = ((ScopeDimension.DISPOSITION, frozenset({Disposition.STAYED_IN_THE_COUNTRY})),)
NOBODY_SAYS = Range(1)  # "at least 1" is a place that somebody names without a number


@dataclass(frozen=True, slots=True)
class ClaimedFlow:
    """One flow that a row of the ledger tells, before it has a place in the route."""

    row: LedgerRow
    origin: str
    destination: str


@dataclass(frozen=True, slots=True)
class Ends:
    """The one state that releases, and the one that receives, as codes of places; or empty."""

    start: str
    end: str


def draw_route(ledger: Ledger, evidence: Evidence, names: PageNames) -> Chart | None:
    """The picture of the route (V5); None where no whole wave can be drawn."""
    found = build_route(ledger, evidence, names)
    return chart_route(found, names.language) if found else None


def word_route(
    wave: PublishedWave, ledger: Ledger, evidence: Evidence, names: PageNames
) -> list[str]:
    """What is said about where people went, for a wave without a picture; empty if nothing is."""
    ends = _list_ends(evidence)
    told = [_word_row(row, names) for row in ledger.comparisons if _is_about_where(row, ends)]
    if told:
        return told
    people = PublishedLeg.objects.filter(wave_id=wave.id).values("person_id").distinct().count()
    return [word_shown_ways(people)] if people else []


def word_shown_ways(people: int) -> str:
    """Ways of people who are shown, told as theirs: they are never the way of a wave."""
    return ngettext(
        "No figure is recorded for where people were taken. The way of %(count)s person stands "
        "on that person’s own page.",
        "No figure is recorded for where people were taken. The ways of %(count)s people stand "
        "on their own pages.",
        people,
    ) % {"count": people}


def _word_row(row: LedgerRow, names: PageNames) -> str:
    what = phrase_key(row.key, names)
    if row.spread is None or row.spread == NOBODY_SAYS:
        return what
    number = format_figure(row.spread, row.key, names.language)
    return _("%(name)s: %(value)s") % {"name": what, "value": number}


def _is_about_where(row: LedgerRow, ends: Mapping[ClaimSubject, Ends]) -> bool:
    if row.key.measure == Measure.CROSSED and not row.key.scope:
        return bool(_ends_of(row, ends).end)
    return row.key.measure in WHERE or _is_stayed_in_country(row)


def build_route(ledger: Ledger, evidence: Evidence, names: PageNames) -> Route | None:
    """The route of what is claimed, whole; None where the whole of it is not told."""
    ends = _list_ends(evidence)
    legs = list(_number_legs(_claimed_flows(ledger, ends), evidence.within))
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
        for leg, place, row in _find_stayed(ledger, legs, ends)
    ]
    return complete_route(Route(tuple(flows), _total_freed(ledger, evidence)))


def _claimed_flows(ledger: Ledger, ends: Mapping[ClaimSubject, Ends]) -> list[ClaimedFlow]:
    """Flows from one place to one other; "Poland or Lithuania" is drawn by neither.

    A crossing says no more than where people were taken, so it is read only where that is not.
    """
    found: dict[tuple[Measure, str, str], ClaimedFlow] = {}
    for row in ledger.comparisons:
        flow = _read_flow(row, ends)
        if flow and flow.origin and flow.destination:
            key = Measure(row.key.measure), flow.origin, flow.destination
            found.setdefault(key, flow)
    taken = {origin for measure, origin, _end in found if measure == Measure.TAKEN_TO}
    return [
        flow
        for (measure, origin, _end), flow in found.items()
        if measure != Measure.CROSSED or origin not in taken
    ]


def _read_flow(row: LedgerRow, ends: Mapping[ClaimSubject, Ends]) -> ClaimedFlow | None:
    scope = {name: min(values) for name, values in row.key.scope if len(values) == 1}
    origin = scope.get(ScopeDimension.FROM, "")
    destination = scope.get(ScopeDimension.TO, "")
    if len(scope) != len(row.key.scope) or not _is_counted(row):
        return None
    told = _ends_of(row, ends)
    if row.key.measure == Measure.CROSSED and scope.keys() <= {"from", "to"}:
        return ClaimedFlow(row, told.start, destination or told.end)
    if row.key.measure == Measure.TAKEN_TO and scope.keys() == {"to"}:
        return ClaimedFlow(row, told.start, destination)
    if row.key.measure == Measure.MOVED_ON and scope.keys() == {"from", "to"}:
        return ClaimedFlow(row, origin, destination)
    return None


def _list_ends(evidence: Evidence) -> dict[ClaimSubject, Ends]:
    """The ends of the way of each wave and side, where there is one of each."""
    found = {}
    for wave in evidence.waves:
        for side in wave.sides:
            found[ClaimSubject("side", side.id)] = _find_ends([side.releasing], [side.receiving])
        found[ClaimSubject("wave", wave.id)] = _find_ends(
            [side.releasing for side in wave.sides], [side.receiving for side in wave.sides]
        )
    return found


def _find_ends(releasing: Iterable[frozenset[str]], receiving: Iterable[frozenset[str]]) -> Ends:
    starts = frozenset().union(*releasing)
    return Ends(_only_state(starts), _only_state(frozenset().union(*receiving) - starts))


def _only_state(states: frozenset[str]) -> str:
    return min(states).lower() if len(states) == 1 else ""


def _ends_of(row: LedgerRow, ends: Mapping[ClaimSubject, Ends]) -> Ends:
    return ends.get(row.key.subject, Ends("", ""))


def _number_legs(
    told: Iterable[ClaimedFlow], within: PlaceChain
) -> Iterable[tuple[int, ClaimedFlow]]:
    told = list(told)
    first = [each for each in told if each.row.key.measure in FIRST_LEG]
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
    ledger: Ledger,
    legs: Iterable[tuple[int, ClaimedFlow]],
    ends: Mapping[ClaimSubject, Ends],
) -> list[tuple[int, str, LedgerRow]]:
    """Who stayed at a stop of the way; of several answers the one that asks for least."""
    stops = {each.start: 1 for each in ends.values() if each.start}
    stops |= {each.destination: leg + 1 for leg, each in legs}
    found: dict[str, LedgerRow] = {}
    for row in ledger.comparisons:
        if _is_counted(row):
            found.setdefault(_place_of_stay(row, ends), row)
    return [(stops[place], place, row) for place, row in found.items() if place in stops]


def _place_of_stay(row: LedgerRow, ends: Mapping[ClaimSubject, Ends]) -> str:
    if _is_stayed_in_country(row):
        return _ends_of(row, ends).start
    scope = dict(row.key.scope)
    places = scope.pop(ScopeDimension.TO, frozenset())
    is_told = row.key.measure == Measure.STAYED_IN and scope.keys() <= {"citizenship"}
    return min(places) if is_told and len(places) == 1 else ""


def _is_stayed_in_country(row: LedgerRow) -> bool:
    return row.key.measure == Measure.RELEASED and row.key.scope == frozenset(STAYED)


def _is_counted(row: LedgerRow) -> bool:
    return row.key.unit == Unit.PEOPLE and as_amount(row.spread) is not None


def _claimed_amount(row: LedgerRow) -> Amount:
    return as_amount(row.spread) or Amount.exactly(0)


def _total_freed(ledger: Ledger, evidence: Evidence) -> dict[str, Amount]:
    """How many are said to have been freed, by the releasing state; only where all sides say."""
    claimed = {count.side: count.claimed for count in ledger.counts}
    found: dict[str, list[Range | None]] = {}
    for wave in evidence.waves:
        for side in wave.sides:
            found.setdefault(_only_state(side.releasing), []).append(claimed.get(side.id))
    totals = {start: _add_ranges(spans) for start, spans in found.items()}
    return {start: total for start, total in totals.items() if total}


def _add_ranges(spans: list[Range | None]) -> Amount | None:
    known = [span for span in spans if span is not None]
    return as_amount(sum(known, Range(0, 0))) if len(known) == len(spans) else None


def _as_place(code: str, names: PageNames) -> RoutePlace:
    return RoutePlace(code, names.place_name(code))
