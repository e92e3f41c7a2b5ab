"""ST8: whoever is typed in another script or spelling is among the first five shown."""

import pytest

from tests.people.duplicates.labelled import recalled


@pytest.mark.django_db
def test_ST8_whoever_is_typed_is_among_the_first_five():  # noqa: N802
    """`make bench` has 500 labelled pairs among 1,500 people."""
    found = recalled(known=500, pairs=80)
    assert found["recall"] >= 0.95, found
