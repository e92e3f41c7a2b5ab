"""public.md part one A1: under a heading that names a day stand figures from near it only."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.dates import InexactDate
from releases.ledger import Range
from releases.ledger.series import LedgerPoint
from releases.presenters.held_counts import NEAR, find_nearest, say_distance

BEGAN, ENDED = date(2025, 12, 13), date(2025, 12, 15)
DAYS = st.lists(st.dates(date(2025, 8, 1), date(2026, 5, 1)), unique=True).map(sorted)


def point(day: str) -> LedgerPoint:
    return LedgerPoint(day, InexactDate(day), Range.exactly(1), "stated", is_hollow=False)


@given(DAYS)
def test_a_figure_shown_is_near_and_none_on_its_side_is_nearer(days: list[date]) -> None:
    shown = {each.claim for each in find_nearest([point(str(d)) for d in days], BEGAN, ENDED)}
    before = [d for d in days if d <= ENDED and (BEGAN - d).days <= NEAR][-1:]
    after = [d for d in days if 0 < (d - ENDED).days <= NEAR][:1]
    assert shown == {str(each) for each in before + after}


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2025-12-14", "on the same day"),
        ("2025-12-12", "1 day before it"),
        ("2026-01-16", "32 days after it"),
        ("2026-01-16/2026-01-18", "at most 34 days away from it"),
        ("2025-12-20/..", "the day is not known exactly"),
        ("../2025-12-13", "the day is not known exactly"),
    ],
)
def test_the_distance_is_no_more_exact_than_the_date(day: str, words: str) -> None:
    assert say_distance(InexactDate(day), BEGAN, ENDED) == words
