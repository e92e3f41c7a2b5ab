"""Two records become one, and two again."""

import pytest

from people.merging.actions import merge, undo
from people.models import Merge, Name
from publishing.actions import accept
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
    ReleaseFactory,
    StatementFactory,
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
    merge(stays, goes, by=editor, reason=SAME)
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
    merged = merge(stays, goes, by=editor, reason=SAME)
    name.refresh_from_db()
    double.refresh_from_db()
    assert (name.person, name.is_preferred, double.person) == (stays, False, goes)
    undo(merged, by=editor, reason="No.")
    name.refresh_from_db()
    goes.refresh_from_db()
    assert (name.person, name.is_preferred, goes.merged_into) == (goes, True, None)


def test_published(editor, reviewer):
    stays, goes = (published(PersonFactory(named=True)) for _ in range(2))
    proposal = merge(stays, goes, by=editor, reason=SAME)
    assert isinstance(proposal, Proposal)
    accept(proposal, by=reviewer)
    merged = Merge.objects.get()
    goes.refresh_from_db()
    assert goes.merged_into == stays
    assert Name.objects.filter(person=stays).count() == 2
    proposal = undo(merged, by=editor, reason=SAME)
    accept(proposal, by=reviewer)
    assert Name.objects.filter(person=stays).count() == 1
    goes.refresh_from_db()
    assert goes.merged_into is None
