"""M5: of two who merge at once, one wins and the other is told."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import psycopg
import pytest
from django.db import connection, transaction

from people.duplicates.merging.actions import merge_people
from people.models import Merge, Name, Person
from publishing.actions import Refused, accept, action
from tests.factories import PersonFactory, published

SAME = "The same day of birth."
MERGE = "UPDATE people_person SET merged_into_id = %s WHERE id = %s"


def overlapping(first: tuple[Person, Person], second: tuple[Person, Person]) -> str:
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
    assert overlapping((a, b), (b, c)) == "people_person_merged_points_at_the_living"


@pytest.mark.django_db(transaction=True)
def test_two_who_merge_into_the_same_person_are_both_right():
    a, b, c = PersonFactory.create_batch(3)
    assert overlapping((a, c), (b, c)) == ""
    assert set(c.absorbed.all()) == {a, b}


def at_once(*acts) -> list[str]:
    """Do these on connections of their own at the same moment; what each was told."""
    barrier = Barrier(len(acts))

    def run(act) -> str:
        try:
            barrier.wait()
            act()
        except Refused as refused:
            return " ".join(refused.messages)
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def lose(told: list[str]) -> list[str]:
    return [sentence for sentence in told if sentence]


@pytest.mark.django_db(transaction=True)
def test_M5_of_two_overlapping_merges_one_wins_and_the_other_is_told(editor):  # noqa: N802
    a, b, c = PersonFactory.create_batch(3)
    told = at_once(
        lambda: merge_people(b, a, by=editor, reason=SAME),
        lambda: merge_people(c, b, by=editor, reason=SAME),
    )
    assert lose(told) in ([], ["One of them is merged already; undo that first."])
    living = Person.objects.filter(merged_into=None)
    assert Person.objects.exclude(merged_into=None).exclude(merged_into__in=living).count() == 0


@pytest.mark.django_db(transaction=True)
def test_M5_of_two_merges_of_one_pair_one_wins_and_the_other_is_told(editor):  # noqa: N802
    a, b = PersonFactory.create_batch(2)
    told = at_once(
        lambda: merge_people(b, a, by=editor, reason=SAME),
        lambda: merge_people(a, b, by=editor, reason=SAME),
    )
    assert lose(told) == ["One of them is merged already; undo that first."]
    assert Merge.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_M5_of_two_accepted_proposals_one_wins_and_the_other_is_told(editor, reviewer):  # noqa: N802
    with transaction.atomic():
        a, b = published(PersonFactory(named=True)), published(PersonFactory(named=True))
    proposals = [merge_people(*pair, by=editor, reason=SAME) for pair in ((a, b), (b, a))]
    told = at_once(*(lambda one=one: accept(one, by=reviewer) for one in proposals))
    assert len(lose(told)) == 1
    assert Merge.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_M5_what_is_written_to_the_absorbed_at_once_is_moved_or_refused(editor):  # noqa: N802
    stays, goes = PersonFactory.create_batch(2)

    def write() -> None:
        with action(by=editor):
            Name.objects.create(person=goes, text="Synthetic Late", language="be")

    at_once(lambda: merge_people(stays, goes, by=editor, reason=SAME), write)
    assert not Name.objects.filter(person=goes).exists()
