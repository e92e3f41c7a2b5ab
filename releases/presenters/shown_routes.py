"""The route of a wave (V5) from legs of people who are shown, where no source says where they went.

Nobody else's leg is drawn or counted (domain rule 2).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import dropwhile, groupby
from operator import itemgetter
from typing import Any, NamedTuple

from publishing.languages import text_from_json
from releases.charts import Amount, Route, RouteFlow, RoutePlace
from releases.enums import LegKind
from releases.presenters.names import PageNames

#: Legs that lead nowhere on the way after release.
NOT_MOVED = (LegKind.TRANSFER_IN_CUSTODY, LegKind.RETURN_TO_CUSTODY, LegKind.TURNED_BACK)


class ShownMove(NamedTuple):
    """One leg of somebody's way after release, from one place to another."""

    leg: int
    origin: RoutePlace
    destination: RoutePlace


def build_shown_route(legs: Iterable[Mapping[str, Any]], names: PageNames) -> Route | None:
    """The route of published legs, in the order of people and numbers; None where there is none."""
    moves = Counter(
        move
        for _person, own in groupby(legs, key=itemgetter("person_id"))
        for move in _list_moves(own, names)
    )
    flows = tuple(
        RouteFlow(move.leg, move.origin, Amount.exactly(people), move.destination)
        for move, people in moves.items()
    )
    return Route(flows, is_recorded=True) if flows else None


def _list_moves(legs: Iterable[Mapping[str, Any]], names: PageNames) -> Iterator[ShownMove]:
    """The moves from the first border on, as far as each begins where the last one ended."""
    moved = (leg for leg in legs if leg["kind"] not in NOT_MOVED)
    here: RoutePlace | None = None
    for number, leg in enumerate(dropwhile(_stays_in_country, moved), start=1):
        origin = _as_place(leg["origin"], names) if here else _as_country(leg["origin"], names)
        destination = _as_place(leg["destination"], names)
        if origin is None or destination is None or here not in (None, origin):
            return
        yield ShownMove(number, origin, destination)
        here = destination


def _stays_in_country(leg: Mapping[str, Any]) -> bool:
    ends = (leg["origin"], leg["destination"])
    return None in ends or ends[0]["country"] == ends[1]["country"]


def _as_country(place: Mapping[str, Any], names: PageNames) -> RoutePlace:
    code = place["country"].lower()
    return RoutePlace(code, names.place_name(code))


def _as_place(place: Mapping[str, Any] | None, names: PageNames) -> RoutePlace | None:
    if place is None:
        return None
    return RoutePlace(place["code"], text_from_json(place["name"], names.language).text)
