"""Two records become one, and two again."""

import pytest

from people.duplicates.merging.actions import merge_people, undo_merge
from people.duplicates.merging.decisions import say_not_the_same
from people.models import Merge, Name
from publishing.actions import Refused, accept
from publishing.models import Proposal
from tests.factories import (
    ContactFactory,
    CustodyFactory,
    LegFactory,
    MemberFactory,
    NameFactory,
    NeedFactory,
    PersonCategoryFactory,
    PersonCitationFactory,
    PersonFactory,
    PublicRoleCitationFactory,
    ReleaseFactory,
    StatementFactory,
    merged,
    published,
)
from tests.repository.constraints.holding import settle

pytestmark = pytest.mark.django_db
SAME = "The same day of birth and the same sentence."


def test_every_row_of_every_room_moves(editor):
    stays, goes = PersonFactory(), PersonFactory()
    moved = [
        factory(person=goes)
        for factory in (
            NameFactory,
            CustodyFactory,
            NeedFactory,
            ContactFactory,
            LegFactory,
            PersonCitationFactory,
        )
    ] + [
        StatementFactory(wave=None, person=goes),
        ReleaseFactory(member=MemberFactory(person=goes)),
    ]
    settle()
    merge_people(stays, goes, by=editor, reason=SAME)
    for row in moved:
        row.refresh_from_db()
        assert row.person == stays
    goes.refresh_from_db()
    assert goes.merged_into == stays


def test_undo(editor):
    stays, goes = PersonFactory(), PersonFactory()
    name = NameFactory(person=goes, is_preferred=True)
    double = PersonCategoryFactory(person=goes)
    PersonCategoryFactory(person=stays)
    settle()
    done = merge_people(stays, goes, by=editor, reason=SAME)
    name.refresh_from_db()
    double.refresh_from_db()
    assert (name.person, name.is_preferred, double.person) == (stays, False, goes)
    undo_merge(done, by=editor, reason="No.")
    name.refresh_from_db()
    goes.refresh_from_db()
    assert (name.person, name.is_preferred, goes.merged_into) == (goes, True, None)


def test_published(editor, reviewer):
    stays, goes = (published(PersonFactory(named=True)) for _ in range(2))
    proposal = merge_people(stays, goes, by=editor, reason=SAME)
    assert isinstance(proposal, Proposal)
    accept(proposal, by=reviewer)
    done = Merge.objects.get()
    goes.refresh_from_db()
    assert goes.merged_into == stays
    assert Name.objects.filter(person=stays).count() == 2
    proposal = undo_merge(done, by=editor, reason=SAME)
    accept(proposal, by=reviewer)
    assert Name.objects.filter(person=stays).count() == 1
    goes.refresh_from_db()
    assert goes.merged_into is None


def test_undo_goes_from_the_last_to_the_first(editor):
    a, b, c = PersonFactory.create_batch(3)
    first = merged(a, b)
    merged(c, b)
    with pytest.raises(Refused, match="Undo the later one first"):
        undo_merge(first, by=editor, reason="They are two.")


def test_whoever_is_merged_is_not_written(editor):
    stays, goes = PersonFactory.create_batch(2)
    merged(goes, stays)
    with pytest.raises(Refused, match="merged already"):
        merge_people(PersonFactory(), goes, by=editor, reason=SAME)
    with pytest.raises(Refused, match="merged already"):
        say_not_the_same(goes, stays, by=editor, reason="Two.")


def test_a_custody_that_certainly_overlaps_stays_behind(editor):
    stays, goes = PersonFactory.create_batch(2)
    CustodyFactory(person=stays, started="2021-01-01", ending="not_ended")
    late = CustodyFactory(person=goes, started="2022-01-01", ending="not_ended")
    settle()
    merge_people(stays, goes, by=editor, reason=SAME)
    late.refresh_from_db()
    assert late.person == goes


def test_the_public_role_of_another_is_not_carried_over(editor):
    stays, goes = PersonFactory(), PersonFactory()
    role = PublicRoleCitationFactory(public_role__person=goes).public_role
    settle()
    merge_people(stays, goes, by=editor, reason=SAME)
    role.refresh_from_db()
    assert role.person == goes
