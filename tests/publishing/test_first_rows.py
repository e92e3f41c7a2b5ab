import json
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import connection, connections
from django.db.models import QuerySet

from people.persons.projections import PublishedPerson
from publishing.api.pagination import Order, Place, lies_beyond
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


@pytest.mark.parametrize("order", PublishedPerson.ordered_views)
@pytest.mark.parametrize("is_first", [True, False])
def test_a_page_of_people_is_read_from_an_index_however_many_there_are(order, is_first):
    people = PublishedPerson.objects.order_by(*order)
    column, last = order[0].lstrip("-"), people[2]
    asked = Order("people", "", column, order[0].startswith("-"))
    after = lies_beyond(people, asked, Place(False, getattr(last, column), str(last.pk)))
    page = first_rows(people if is_first else people.filter(after), 3)
    assert [*page] == ([*people][:3] if is_first else [*people][3:6])
    steps = list_steps_to_people(page)
    assert [step["Node Type"] for step in steps] == ["Merge Append", "Index Scan"]
    assert is_first or "Index Cond" in steps[-1]


def test_in_an_order_of_no_view_everybody_is_sorted():
    """The negative control."""
    page = first_rows(PublishedPerson.objects.order_by("name", "id"), 3)
    assert "Sort" in [step["Node Type"] for step in list_steps_to_people(page)]


def list_steps_to_people(page: QuerySet) -> list[dict]:
    """The steps in which PostgreSQL chooses the ids of a page, from all to those that are kept.

    It may choose any index, as it would among many; a sort is the last resort.
    """
    with connections["public"].cursor() as cursor:
        for way in ("seqscan", "bitmapscan", "sort"):
            cursor.execute(f"SET LOCAL enable_{way} = off")
    (plan,) = json.loads(page.explain(format="json"))
    limit = next(step for *_, step in walk(plan["Plan"]) if step["Node Type"] == "Limit")
    *_, (*above, found) = (
        steps for steps in walk(limit) if steps[-1].get("Relation Name") == "kept_person"
    )
    return [step for step in (*above[1:], found) if step["Node Type"] not in PASSING]


#: Steps that hand on each row as it comes.
PASSING = ("Subquery Scan", "Result")


def walk(step: dict, *above: dict) -> Iterator[tuple[dict, ...]]:
    """Each step of a plan, with those above it."""
    yield (*above, step)
    for below in step.get("Plans", ()):
        yield from walk(below, *above, step)


def test_a_view_has_the_order_that_its_projection_tells():
    views = {view: order for each in projections() for order, view in each.ordered_views.items()}
    assert {view: read_order(view) for view in views} == {
        view: [f"shown.{name.lstrip('-')}{' DESC' * name.startswith('-')}" for name in order]
        for view, order in views.items()
    }
    assert "person_by_name" in views


def projections() -> list[type[Projection]]:
    return [each for each in apps.get_models() if issubclass(each, Projection)]


def read_order(view: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_viewdef(%s::regclass, true)", [f"published.{view}"])
        return cursor.fetchone()[0].rsplit("ORDER BY", 1)[1].strip(" ;").split(", ")
