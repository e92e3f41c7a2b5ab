"""What is kept of the public is, after each act and at each second, what a reading would give.

That is so of the documents and of every answer that is kept: pages, charts, lists and feeds.
"""

import os
import re
from collections.abc import Callable, Iterator, Sized
from contextlib import suppress
from datetime import datetime, timedelta
from unittest import mock

import pytest
import time_machine
from django.core.exceptions import (
    MultipleObjectsReturned,
    ObjectDoesNotExist,
    PermissionDenied,
    ValidationError,
)
from django.core.management import CommandError, call_command
from django.db import IntegrityError, ProgrammingError, transaction
from django.test import Client
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as some

from people.duplicates.merging.actions import undo_merge
from publishing.actions import accept, propose, withdraw
from publishing.models import Boundary, Proposal, ReadyDocument
from publishing.ready_documents import count_differences, mark_all_documents, write_documents
from publishing.schema import build, documents, statements
from releases.models import Wave
from tests import factories as make
from tests.factories.life import expunged, merged, published, withdrawn
from tests.harness.connections import any_role, ask_public, passing, role, run
from tests.harness.kept_pages import answered_from_memory, find_stale, list_addresses
from tests.harness.test_public_clocks import HIDDEN, SEEN, ClockWorld

Act = Callable[[ClockWorld], object]
HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)
#: An act's moments are later than the start of the transaction that all acts of a test are in.
MOMENT = """CREATE FUNCTION moment() RETURNS timestamptz LANGUAGE sql STABLE AS $$
    SELECT coalesce(
        nullif(current_setting('tracker.moment', true), '')::timestamptz, clock_timestamp()) $$"""

MENTIONS_OF_ITSELF_ALONE = """CREATE OR REPLACE VIEW releases_life_mentions AS
    SELECT id, id AS mentioned_id FROM live_change"""


@pytest.fixture(scope="module")
def small(django_db_setup, django_db_blocker) -> Iterator[ClockWorld]:
    """The world of the clocks, in a database whose clock a test can put forward."""
    with django_db_blocker.unblock(), any_role():
        with role("tracker_owner"):
            run(MOMENT)
            rebuild_with_clock()
        built = ClockWorld()
        commit()
        yield built


def rebuild_with_clock() -> None:
    units = [
        unit._replace(sql=re.sub(r"\bnow\(\)", "moment()", unit.sql))
        for unit in statements.list_units()
    ]
    with mock.patch.object(build, "list_units", return_value=units):
        build.rebuild()


# --- What waits for a moment


def a_wave_opens(small: ClockWorld) -> None:
    wave = make.WaveFactory(visible_from=timezone.now() + HOUR)
    small.keep(wave, make.ClaimFactory(wave=wave, speaker=small.speaker))
    small.open_all()


def a_consent_ends(small: ClockWorld) -> None:
    until = timezone.now() + 2 * HOUR
    small.add(
        small.quiet,
        make.ConsentFactory,
        person=small.quiet,
        field_group="custody",
        expires_at=until,
    )


def closes(record: str) -> Act:
    def close(small: ClockWorld) -> None:
        found = small
        for name in record.split("."):
            found = getattr(found, name)
        small.set(found, visible_until=timezone.now() + 3 * HOUR)

    return close


def two_are_merged_and_undone(small: ClockWorld) -> None:
    other = published(make.PersonFactory(sex="female"))
    undone = undo_merge(merged(other, small.shown), by=small.editor, reason="Not the same.")
    if isinstance(undone, Proposal):
        accept(undone, by=small.reviewer)


def somebody_proposes(small: ClockWorld) -> None:
    wave = Wave.objects.get(pk=small.wave.pk)
    wave.title_en = "Proposed"
    propose(wave, by=small.editor, reason="-", write=wave.save)


WAITING: dict[str, Act] = {
    "a draft": lambda w: make.ClaimFactory(wave=w.wave),
    "a proposal": somebody_proposes,
    "a wave opens": a_wave_opens,
    "a consent ends": a_consent_ends,
    "a publisher closes": closes("source.publisher"),
    "a speaker closes": closes("speaker"),
    "a wave closes": closes("wave"),
    "somebody closes": closes("shown"),
    "a merge is undone": two_are_merged_and_undone,
    "somebody is withdrawn": lambda w: withdraw(w.shown, by=w.editor, reason="safety"),
    "a wave is withdrawn": lambda w: withdraw(w.wave, by=w.editor, reason="entered_in_error"),
    "one is erased": lambda w: expunged(withdrawn(make.ClaimFactory(wave=w.wave))),
}
ACTS = HIDDEN | SEEN | WAITING
del ACTS["every column of the staff"]  # which draws lots itself
#: What an act answers that another one before it made impossible.
REFUSED = (
    IntegrityError, MultipleObjectsReturned, ObjectDoesNotExist, PermissionDenied, ValidationError,
)  # fmt: skip


def put_clock(at: datetime | None) -> None:
    run("SELECT set_config('tracker.moment', %s, true)", at.isoformat() if at else "")


def commit() -> None:
    """What was changed is written, as at a commit."""
    ask_public("SELECT")


def compare() -> dict[str, int]:
    commit()
    return count_differences()


def list_moments() -> list[datetime]:
    """A second before each moment that something waits for, the moment, and a second after it."""
    waits = Boundary.objects.filter(at__gt=timezone.now()).order_by("at")
    steps = (-SECOND, timedelta(), SECOND)
    return [at + step for at in waits.values_list("at", flat=True) for step in steps]


def find_at_each_moment(find: Callable[[], Sized]) -> list[tuple[datetime, Sized]]:
    """What is found wrong at each of these moments, in their order."""
    wrong = []
    for at in list_moments():
        put_clock(at)
        with time_machine.travel(at, tick=False):
            wrong.append((at, find()))
    put_clock(None)
    return [(at, found) for at, found in wrong if found]


@pytest.mark.parametrize("name", WAITING)
def test_each_act_alone_leaves_what_is_kept_as_a_reading_is(small, name):
    with passing():
        ACTS[name](small)
        assert compare() == {}
        assert find_at_each_moment(count_differences) == []


@settings(max_examples=int(os.environ.get("EXAMPLES", 8)))
@given(
    names=some.lists(some.sampled_from(sorted(ACTS)), min_size=2, max_size=6, unique=True),
    data=some.data(),
)
def test_and_so_does_any_history_of_them_and_every_answer(small, names, data):
    asked = data.draw(some.sets(some.sampled_from(list_addresses(small)), min_size=5, max_size=5))
    with passing(), answered_from_memory() as reader:
        for name in names:
            assert find_stale(reader, asked) == []
            with suppress(*REFUSED), transaction.atomic():
                ACTS[name](small)
            assert compare() == {}
            assert not ReadyDocument.objects.filter(valid_until__lte=timezone.now()).exists()
        assert find_stale(reader, asked) == []
        assert find_at_each_moment(lambda: count_differences() or find_stale(reader, asked)) == []


@pytest.fixture
def reader() -> Iterator[Client]:
    with answered_from_memory() as reader:
        yield reader


def test_a_mention_that_is_forgotten_is_found(small, reader):
    with passing():
        forgets = mock.patch.object(documents, "_list_keys", all_keys_but("speaker"))
        with forgets, role("tracker_owner"):
            rebuild_with_clock()
        small.set(small.speaker, name_en="Another")
        assert compare() == {"claim": len(small.claims)}
        assert {"/api/v1/claims/", "/en/waves/many/"} <= set(
            find_stale(reader, list_addresses(small))
        )


def test_an_edition_that_stays_after_an_act_is_found(small, reader):
    with passing(), mock.patch("tracker.kept_answers.read_edition", return_value="the same"):
        assert find_stale(reader, ["/en/waves/many/"]) == []
        small.set(small.wave, title_en="Another")
        assert find_stale(reader, ["/en/waves/many/"])


def test_an_edition_that_stays_past_a_moment_is_found(small, reader):
    """The first second is answered as it should be, and so kept for the two after it."""
    with passing():
        closes("speaker")(small)
        commit()
        with mock.patch("tracker.kept_answers.read_edition", return_value="the same"):
            wrong = find_at_each_moment(lambda: find_stale(reader, ["/api/v1/claims/"]))
        assert [at for at, _ in wrong] == list_moments()[1:]


def test_a_life_that_is_forgotten_is_found(small):
    """What the feed says of a claim follows from its wave, which the list here leaves out."""
    with passing():
        with role("tracker_owner"):
            run(MENTIONS_OF_ITSELF_ALONE)
            run("SELECT publishing_mark_all_documents()")
            run("SELECT publishing_write_documents(500)")
        withdraw(small.wave, by=small.editor, reason="entered_in_error")
        assert compare().keys() == {"change"}


def all_keys_but(forgotten: str) -> Callable:
    found = documents._list_keys
    return lambda model: [key for key in found(model) if key.name != forgotten]


def test_a_moment_that_is_forgotten_is_found(small):
    with passing():
        for_ever = documents.BLOCK.replace("min(at)", "max('infinity'::timestamptz)")
        with mock.patch.object(documents, "BLOCK", for_ever), role("tracker_owner"):
            rebuild_with_clock()
        closes("speaker")(small)
        assert compare() == {}
        assert find_at_each_moment(count_differences)


def test_what_was_changed_past_every_guard_is_found_and_mended(small):
    with passing():
        with role("tracker_owner"):
            run("UPDATE kept_wave SET title_en = 'Forged'")
        with pytest.raises(CommandError, match="wave: "):
            call_command("rebuild_documents", check=True)
        call_command("rebuild_documents", verbosity=0)
        call_command("rebuild_documents", check=True)


def test_no_login_that_serves_can_write_what_is_kept(small):
    for table in ("kept_wave", "publishing_readydocument"):
        with passing(), pytest.raises(ProgrammingError):
            run(f"DELETE FROM {table}")


def test_what_is_over_is_answered_live_until_it_is_written(small):
    with passing():
        mark_all_documents()
        assert count_differences() == {}
        assert write_documents()
        assert count_differences() == {}


def test_a_draft_writes_no_document(small):
    with passing():
        before = set(ReadyDocument.objects.values_list("id", flat=True))
        drafts = [make.ClaimFactory(wave=small.wave), make.PersonFactory(), make.WaveFactory()]
        commit()
        after = set(ReadyDocument.objects.values_list("id", flat=True))
        assert after - before == set(), drafts
