import pytest
from django.apps import apps
from django.db import connection

from people.persons.projections import PublishedPerson
from publishing.projections import Projection
from publishing.public_reads import first_rows
from releases.projections import PublishedClaim, PublishedWave

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference_world")]
NEWEST_FIRST = PublishedWave.objects.order_by("-began_on", "slug")


def test_the_first_rows_are_those_of_the_order():
    assert list(first_rows(NEWEST_FIRST, 3)) == list(NEWEST_FIRST[:3])
    assert len(NEWEST_FIRST) > 3


def test_a_filter_and_chosen_columns_stay():
    rows = PublishedClaim.objects.filter(measure="released").order_by("-sort_on", "id")
    assert list(first_rows(rows.values("id", "low"), 2)) == list(rows.values("id", "low")[:2])


def test_it_is_one_query(django_assert_num_queries):
    with django_assert_num_queries(1, using="public"):
        list(first_rows(NEWEST_FIRST, 3))


def test_a_condition_is_asked_once_where_the_ids_are_chosen():
    rows = PublishedClaim.objects.filter(measure="released").order_by("-sort_on", "id")
    assert str(first_rows(rows, 2).query).count(" = released") == 1


def test_of_people_the_first_are_chosen_in_the_order_that_their_view_has():
    rows = PublishedPerson.objects.order_by("id")
    page = first_rows(rows, 3)
    assert str(page.query).count("ORDER BY") == 1
    assert list(page) == list(rows[:3])
    assert len(rows) > 3


def test_a_view_has_the_order_that_its_projection_tells():
    ordered = [each for each in projections() if each.ordered_by]
    assert [view(each).rsplit("ORDER BY", 1)[1].strip(" ;") for each in ordered] == [
        ", ".join(f"shown.{column}" for column in each.ordered_by) for each in ordered
    ]
    assert PublishedPerson in ordered


def projections() -> list[type[Projection]]:
    return [each for each in apps.get_models() if issubclass(each, Projection)]


def view(projection: type[Projection]) -> str:
    with connection.cursor() as cursor:
        name = f'"{projection._meta.db_table}"'
        cursor.execute("SELECT pg_get_viewdef(%s::regclass, true)", [name])
        return cursor.fetchone()[0]
