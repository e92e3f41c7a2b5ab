"""Scopes that match at the coarser level: Warsaw counts in Poland, not the reverse."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from releases.enums import PLACE_DIMENSIONS
from releases.ledger.values import ClaimKey, ClaimKeyScope

PlaceChain = Mapping[str, tuple[str, ...]]


def places_around(place: str, within: PlaceChain) -> frozenset[str]:
    """The place and every place that it lies in; a circle in the chain ends the walk."""
    found: set[str] = set()
    waiting = [place]
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting.extend(within.get(here, ()))
    return frozenset(found)


def is_finer(key: ClaimKey, than: ClaimKey, within: PlaceChain) -> bool:
    """Whether all that `key` counts counts in `than` too, because its places lie within."""
    if key == than or replace(key, scope=frozenset()) != replace(than, scope=frozenset()):
        return False
    fine, coarse = dict(key.scope), dict(than.scope)
    if fine.keys() != coarse.keys():
        return False
    return all(_lies_within(name, fine[name], coarse[name], within) for name in fine)


def _lies_within(
    dimension: str, values: Iterable[str], wanted: frozenset[str], within: PlaceChain
) -> bool:
    if dimension not in PLACE_DIMENSIONS:
        return frozenset(values) == wanted
    return all(places_around(value, within) & wanted for value in values)


def scope_as_json(scope: ClaimKeyScope) -> dict[str, list[str]]:
    """`{"to": ["lt", "pl"]}`, in the order of the alphabet."""
    return {str(dimension): sorted(map(str, values)) for dimension, values in sorted_scope(scope)}


def sorted_scope(scope: ClaimKeyScope) -> list[tuple[str, frozenset[str]]]:
    """The pairs of a scope by dimension."""
    return sorted(scope, key=lambda pair: pair[0])
