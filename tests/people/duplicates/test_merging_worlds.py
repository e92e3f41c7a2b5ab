"""M1: a merge and its undo leave every table as it was, with the edits made in between.

`WORLDS=2000` tries so many worlds; without it a few are tried, and 300 by `make bench`.
"""

import os

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.people.duplicates.merging_worlds import differences, played

pytestmark = pytest.mark.django_db
WORLDS = int(os.environ.get("WORLDS", "4"))


@settings(
    max_examples=WORLDS,
    phases=[Phase.generate],  # a world is named by its number, and not made smaller
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(number=st.integers(0, 2**32))
def test_M1_any_merges_and_their_undoing_leave_every_row_as_it_was_but_for_edits(number):  # noqa: N802
    _world, different = played(number)
    assert different == []


def test_M1_a_row_that_an_undo_forgot_would_be_seen():  # noqa: N802
    before = {("people_name", "1"): {"person_id": "a"}}
    assert differences(before, {("people_name", "1"): {"person_id": "b"}})
