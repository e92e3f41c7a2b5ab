"""The right to vanish reaches what is kept about a person outside their record."""

import pytest

from publishing.actions import Refused
from publishing.enums import WithdrawalReason
from support.models import Assistance, Contact, Need
from tests.factories import (
    AssistanceFactory,
    ContactFactory,
    NeedFactory,
    PersonFactory,
    ReleaseFactory,
    expunged,
    withdrawn,
)

pytestmark = pytest.mark.django_db
ASKED = WithdrawalReason.AT_THE_PERSONS_REQUEST


def test_needs_help_and_contacts_go_with_the_person():
    person = withdrawn(PersonFactory())
    AssistanceFactory(need=NeedFactory(person=person))
    ContactFactory(person=person)
    expunged(person, ASKED)
    assert [kind.objects.count() for kind in (Need, Assistance, Contact)] == [0, 0, 0]


def test_a_release_that_still_stands_is_named_as_what_holds_the_person():
    release = ReleaseFactory()
    with pytest.raises(Refused, match="release"):
        expunged(withdrawn(release.person), ASKED)
