"""What was planned is what happens, whatever the list says (E4), and nothing stays behind."""
# ruff: noqa: N802

import os

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from people.imports.plan import count_verdicts
from people.models import ImportRow, Name, Person
from tests.factories import SourceFactory, expunged
from tests.people.imports.desk import imported, only_row, planned, somebody, state
from tests.people.imports.lists import name

LISTS = int(os.environ.get("LISTS", 8))
pytestmark = pytest.mark.django_db

ROWS = st.fixed_dictionaries(
    {
        "id": st.integers(1, 6).map(str),
        "url": st.just("FALSE"),
        "name": st.integers(0, 5).map(lambda number: name(number * 977)) | st.just("FALSE"),
        "status": st.sampled_from(["active", "former", "np", "?"]),
        "gender": st.sampled_from(["male", "female", "FALSE"]),
        "birthday": st.sampled_from(["24 April 1982", "1983", "soon", "FALSE"]),
        "arrested": st.sampled_from(["2021-05-06", "2022", "FALSE"]),
        "release_date": st.sampled_from(["2020-01-01", "2026-01-02", "FALSE"]),
        "penalty": st.sampled_from(["3 years of imprisonment", "FALSE"]),
        "verdict_date": st.sampled_from(["2021-05-06", "FALSE"]),
    }
)


@settings(
    max_examples=LISTS,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(st.lists(ROWS, min_size=1, max_size=5), st.lists(ROWS, min_size=1, max_size=5))
def test_E4_the_plan_is_the_effect_and_a_second_time_changes_nothing(db, first, second):
    with transaction.atomic():
        source = SourceFactory()
        for rows in (first, second):
            lines = [somebody(**row) for row in rows]
            people = Person.objects.count()
            listing = imported(*lines, source=source)
            assert Person.objects.count() - people == count_verdicts(listing).get("new", 0)
            _holds(listing)
            before = state()
            imported(*lines, source=source)
            assert state() == before
        transaction.set_rollback(True)


def _holds(listing) -> None:
    """What was to be filled in or replaced is there, and what was to stay is there too."""
    for row in listing.rows.exclude(person=None).exclude(verdict="error"):
        person = Person.objects.get(pk=row.person_id)
        for field, old, new, how in row.changes:
            if field.startswith("person.") and field != "person.note":
                held = str(getattr(person, field.partition(".")[2]) or "")
                assert held == (old if how == "conflict" else new)


def test_who_is_expunged_takes_the_rows_of_lists_along():
    listing = imported(somebody())
    assert only_row(listing).person
    expunged(Person.objects.get())
    assert not ImportRow.objects.exists()
    assert not Name.objects.exists()


def test_a_plan_of_nobody_new_makes_nobody():
    planned(somebody(name="FALSE"))
    assert not Person.objects.exists()
