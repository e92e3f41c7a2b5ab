"""M3: that two records are two people is decided once, and holds up every merge of them."""

import pytest

from people.duplicates.merging.actions import merge_people
from people.duplicates.merging.decisions import say_not_the_same, take_back
from people.models import Merge
from publishing.actions import Refused, accept
from tests.factories import PersonFactory, merged, published

pytestmark = pytest.mark.django_db
SAME = "The same day of birth."


def test_M3_two_people_are_not_merged_until_that_is_taken_back(editor):  # noqa: N802
    one, other = PersonFactory.create_batch(2)
    decision = say_not_the_same(one, other, by=editor, reason="Born in two years.")
    with pytest.raises(Refused, match="two people"):
        merge_people(one, other, by=editor, reason=SAME)
    with pytest.raises(Refused, match="decided already"):
        say_not_the_same(other, one, by=editor, reason="Again.")
    take_back(decision, by=editor, reason="It was a misprint.")
    assert isinstance(merge_people(one, other, by=editor, reason=SAME), Merge)


def test_M3_the_decision_is_about_whoever_was_merged_into_them(editor):  # noqa: N802
    one, other, third = PersonFactory.create_batch(3)
    say_not_the_same(one, other, by=editor, reason="Born in two years.")
    merged(one, third)
    with pytest.raises(Refused, match="two people"):
        merge_people(third, other, by=editor, reason=SAME)


def test_M3_a_decision_taken_after_the_proposal_holds_it_up(editor, reviewer):  # noqa: N802
    one, other = published(PersonFactory(named=True)), published(PersonFactory(named=True))
    proposal = merge_people(one, other, by=editor, reason=SAME)
    say_not_the_same(one, other, by=reviewer, reason="Born in two years.")
    with pytest.raises(Refused, match="two people"):
        accept(proposal, by=reviewer)
