"""The route of a wave (V5) from recorded legs, where no source says where people were taken."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from releases.charts import Amount, Route, RouteFlow, RoutePlace
from releases.enums import Measure, ScopeDimension
from releases.ledger import FEWEST, Evidence, PeopleGroup
from releases.ledger.values import FREED
from releases.presenters.names import PageNames


class RecordedMove(NamedTuple):
    """One leg of somebody's way; an empty destination is where nobody recorded one."""

    leg: int
    origin: str
    destination: str


def build_recorded_route(evidence: Evidence, names: PageNames) -> Route | None:
    """None where no leg is recorded that may be drawn.

    People who are only counted are drawn where no flow, and not those without one either, tells
    fewer than eight of them; otherwise only people who are shown are drawn at all.
    """
    sides = [side for wave in evidence.waves for side in wave.sides]
    starts = {side.id: min(side.releasing, default="").lower() for side in sides}
    freed = [group for group in evidence.people if group.role == FREED]
    hidden = _count_moves((group for group in freed if not _is_shown(group)), starts)
    moves = _count_moves(filter(_is_shown, freed), starts)
    if all(number >= FEWEST for number in hidden.values()):
        moves += hidden
    drawn = sorted((move, number) for move, number in moves.items() if move.destination)
    flows = tuple(
        RouteFlow(
            move.leg,
            _as_place(move.origin, names),
            Amount.exactly(number),
            _as_place(move.destination, names),
        )
        for move, number in drawn
    )
    return Route(flows, is_recorded=True) if flows else None


def _is_shown(group: PeopleGroup) -> bool:
    return bool(group.shown_as) and group.open_to_view is None


def _count_moves(groups: Iterable[PeopleGroup], starts: dict[str, str]) -> Counter[RecordedMove]:
    found: Counter[RecordedMove] = Counter()
    for group in groups:
        for move in _order_moves(group, starts.get(group.side, "")):
            found[move] += group.people
    return found


def _order_moves(group: PeopleGroup, start: str) -> list[RecordedMove]:
    """The legs in their order: where they were taken, then from place to place."""
    facts = [(fact.measure, dict(fact.traits)) for fact in group.facts]
    taken = [to[ScopeDimension.TO] for measure, to in facts if measure == Measure.TAKEN_TO]
    onward = {
        way[ScopeDimension.FROM]: way[ScopeDimension.TO]
        for measure, way in facts
        if measure == Measure.MOVED_ON
    }
    moves = [RecordedMove(1, start, taken[0] if taken else "")]
    while moves[-1].destination in onward:
        here = moves[-1].destination
        moves.append(RecordedMove(moves[-1].leg + 1, here, onward.pop(here)))
    return moves


def _as_place(code: str, names: PageNames) -> RoutePlace:
    return RoutePlace(code, names.place_name(code))
