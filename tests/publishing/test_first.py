import pytest

from publishing.reading import first
from releases.projections import PublishedClaim, PublishedWave

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference_world")]
NEWEST_FIRST = PublishedWave.objects.order_by("-began_on", "slug")


def test_the_first_rows_are_those_of_the_order():
    assert list(first(NEWEST_FIRST, 3)) == list(NEWEST_FIRST[:3])
    assert len(NEWEST_FIRST) > 3


def test_a_filter_and_chosen_columns_stay():
    rows = PublishedClaim.objects.filter(measure="released").order_by("-sort_on", "id")
    assert list(first(rows.values("id", "low"), 2)) == list(rows.values("id", "low")[:2])


def test_it_is_one_query(django_assert_num_queries):
    with django_assert_num_queries(1, using="public"):
        list(first(NEWEST_FIRST, 3))
