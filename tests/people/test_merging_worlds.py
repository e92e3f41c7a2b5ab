"""M1: a merge and its undo leave every table as it was, with the edits made in between.

`WORLDS=2000` tries so many worlds; without it a few are tried.
"""

import os
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from people.models import Merge
from tests.people.merging_worlds import World, snapshot
from tests.repository.constraints.holding import settle, undone

pytestmark = pytest.mark.django_db
WORLDS = int(os.environ.get("WORLDS", "6"))
ACTS = ("merge", "merge", "undo", "edit", "add", "hang", "delete", "hide")


def differences(expected: dict, found: dict) -> list:
    keys = sorted(expected.keys() | found.keys())
    return [(k, expected.get(k), found.get(k)) for k in keys if expected.get(k) != found.get(k)]


@settings(
    max_examples=WORLDS,
    deadline=None,
    phases=[Phase.generate],  # a world is named by its number, and not made smaller
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(number=st.integers(0, 2**32))
def test_M1_any_merges_and_their_undoing_leave_every_row_as_it_was_but_for_edits(number):  # noqa: N802
    with undone():
        world = World(Random(number))
        for act in ("merge", *world.rng.choices(ACTS, k=7)):
            getattr(world, act)()
        while world.undo():
            pass
        settle()
        assert not Merge.objects.filter(undone_at=None).exists()
        assert differences(world.expected, snapshot()) == []


def test_M1_a_row_that_an_undo_forgot_would_be_seen():  # noqa: N802
    before = {("people_name", "1"): {"person_id": "a"}}
    assert differences(before, {("people_name", "1"): {"person_id": "b"}})
