"""What the guards on custody let pass: only what is certainly wrong is refused."""

import pytest

from tests.factories import CustodyFactory, PersonFactory, PlacementFactory
from tests.repository.constraints.holding import refusal

pytestmark = pytest.mark.django_db
OVERLAP = "people_custody_certain_cores_do_not_overlap"
MISPLACED = "people_placement_lies_within_its_custody"


@pytest.mark.parametrize(
    ("started", "ended", "expected"),
    [
        ("2023-01-01", "2024", ""),  # arrested again on the day it ended
        ("2022/2023", "2024", ""),  # it may have been after the end
        ("2021", "2022", OVERLAP),
        ("XXXX", "2024", ""),
        ("2021", "2021", ""),  # the core of an inexact custody can be empty
    ],
)
def test_two_custodies_overlap_only_where_they_certainly_do(started, ended, expected):
    person = PersonFactory()
    CustodyFactory(person=person, started="2020-05-01", ended="2023-01-01", ending="ended")
    again = {"started": started, "ended": ended, "ending": "ended"}
    assert refusal(lambda: CustodyFactory(person=person, **again)) == expected


def test_only_a_custody_that_has_not_ended_runs_to_today():
    person = PersonFactory()
    CustodyFactory(person=person, started="2020", ending="unknown")
    assert refusal(lambda: CustodyFactory(person=person, started="2022")) == ""
    CustodyFactory(person=person, started="2021", ending="not_ended")
    again = {"started": "2023", "ended": "2024", "ending": "ended"}
    assert refusal(lambda: CustodyFactory(person=person, **again)) == OVERLAP


@pytest.mark.parametrize(
    ("started", "ended", "expected"),
    [
        ("2021-05-01", "2023-06-30", ""),
        ("2021", "2023", ""),  # some days of either year are within
        ("XXXX", None, ""),
        (None, "2021-04", MISPLACED),
        ("2023-07", None, MISPLACED),
        ("2024", "XXXX", MISPLACED),
    ],
)
def test_a_placement_can_lie_within_its_custody(started, ended, expected):
    custody = CustodyFactory(started="2021-05", ended="2023-06", ending="ended")
    placed = {"custody": custody, "started": started, "ended": ended}
    assert refusal(lambda: PlacementFactory(**placed)) == expected


def test_a_merged_person_can_be_brought_back():
    survivor, absorbed = PersonFactory(), PersonFactory()
    people = type(survivor).objects.filter(pk=absorbed.pk)
    people.update(merged_into=survivor)
    assert refusal(lambda: people.update(merged_into=None)) == ""
