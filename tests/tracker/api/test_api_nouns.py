"""A noun of the API is everywhere that nouns are: in the root, in the changes, in the surfaces."""

import re
from collections.abc import Iterable

import pytest
from django.test import Client

from publishing.schema.statements import list_units
from tests.harness.worlds import TABLE
from tests.tracker.api.nouns import LISTS, NOUNS
from tracker.api.urls import router


def find_lives() -> set[str]:
    """The nouns whose changes and withdrawals the feed tells."""
    return set(re.findall(r"'(\w+)' AS noun", "\n".join(unit.sql for unit in list_units())))


def find_tombstones() -> set[str]:
    """The nouns whose expunged records the feed tells."""
    feed = next(
        unit.sql
        for unit in list_units()
        if "publishing_tombstone" in unit.sql and "nouns" in unit.sql
    )
    return set(re.findall(r"\('\w+', '(\w+)'\)", feed))


def find_surfaces() -> set[str]:
    """The nouns whose addresses the table of surfaces asks about a record in each state."""
    matches = ((re.fullmatch(r"api/v1/(\w+)/<pk>/", name), rule) for name, rule in routes())
    return {match[1] for match, rule in matches if match and "of" in rule}


def routes() -> Iterable[tuple[str, dict]]:
    return TABLE["routes"].items()


@pytest.mark.parametrize("find", [find_lives, find_tombstones, find_surfaces])
def test_every_noun_has_a_life(find) -> None:
    assert find() == NOUNS.keys()


def test_every_list_stands_in_the_root(client: Client) -> None:
    root = client.get("/api/v1/").json()
    assert [name for name in root if name in LISTS] == list(LISTS)
    assert {name for name, _, _ in router.registry} == set(LISTS)
