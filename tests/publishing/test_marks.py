"""What was forgotten is known by marks; nobody who has the database alone reads them."""

from collections.abc import Iterator

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command

from publishing.marks import count_unreadable, find_marked, make_marks
from tests.factories import TombstoneFactory
from tests.harness.connections import any_role, past_every_guard

TRAIT = "heard zymaski synta"


@pytest.fixture(autouse=True)
def _owner(django_db_setup, django_db_blocker) -> Iterator[None]:
    """No login that serves writes a tombstone."""
    with django_db_blocker.unblock(), any_role():
        yield


def bury(trait: str) -> None:
    with past_every_guard():
        TombstoneFactory(marks=make_marks([trait]))


def test_what_was_marked_is_found_again_and_nothing_else():
    bury(TRAIT)
    assert find_marked([TRAIT, "heard another"]) == {TRAIT}


def test_D2_a_mark_holds_no_word_of_its_name_and_another_key_makes_another(settings):  # noqa: N802
    mine = make_marks([TRAIT])
    assert not {word for word in TRAIT.split() if word in mine[0]}
    settings.FORGOTTEN_KEY = "the key that a thief tries"
    assert make_marks([TRAIT]) != mine


def test_a_key_that_was_followed_by_another_still_verifies(settings):
    bury(TRAIT)
    before = settings.FORGOTTEN_KEY
    settings.FORGOTTEN_KEY, settings.FORGOTTEN_KEY_FALLBACKS = "another", [before]
    assert find_marked([TRAIT]) == {TRAIT}
    bury("written after")
    settings.FORGOTTEN_KEY_FALLBACKS = []
    assert find_marked([TRAIT, "written after"]) == {"written after"}


def test_marks_of_a_key_that_was_lost_are_counted(settings):
    bury(TRAIT)
    call_command("check_marks")
    settings.FORGOTTEN_KEY = "another"
    assert count_unreadable() == 1
    with pytest.raises(CommandError, match="marks of 1"):
        call_command("check_marks")


def test_without_a_key_nothing_is_asked_and_nothing_passes(settings):
    settings.FORGOTTEN_KEY = ""
    with pytest.raises(ImproperlyConfigured, match="FORGOTTEN_KEY"):
        find_marked([TRAIT])
