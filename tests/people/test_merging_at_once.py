"""Two people who merge overlapping pairs at once: one wins, the other is refused (M5)."""

from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from django.db import connection

from people.models import Person
from tests.factories import PersonFactory

MERGE = "UPDATE people_person SET merged_into_id = %s WHERE id = %s"


def at_once(first: tuple[Person, Person], second: tuple[Person, Person]) -> str:
    """Merge one pair, and another before the first is through; what refuses the second."""
    parameters = connection.get_connection_params() | {"cursor_factory": psycopg.Cursor}
    with psycopg.connect(**parameters) as one, psycopg.connect(**parameters) as other:
        one.execute(MERGE, [first[1].pk, first[0].pk])
        one.execute("SET CONSTRAINTS ALL IMMEDIATE")
        with ThreadPoolExecutor(1) as pool:
            refusal = pool.submit(merged, other, second)
            one.commit()
            return refusal.result(timeout=10)


def merged(other: psycopg.Connection, pair: tuple[Person, Person]) -> str:
    try:
        other.execute(MERGE, [pair[1].pk, pair[0].pk])
        other.commit()
    except psycopg.IntegrityError as error:
        other.rollback()
        return error.diag.constraint_name
    return ""


@pytest.mark.django_db(transaction=True)
def test_a_chain_is_not_made_by_two_who_do_not_see_each_other():
    a, b, c = PersonFactory.create_batch(3)
    assert at_once((a, b), (b, c)) == "people_person_merged_points_at_the_living"


@pytest.mark.django_db(transaction=True)
def test_two_who_merge_into_the_same_person_are_both_right():
    a, b, c = PersonFactory.create_batch(3)
    assert at_once((a, c), (b, c)) == ""
    assert set(c.absorbed.all()) == {a, b}
