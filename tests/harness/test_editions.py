"""An answer is kept while all that is public stays as it is, and not a moment longer."""

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta
from threading import Thread
from unittest import mock

import pytest
from django.core.cache import caches
from django.db import OperationalError, connection, connections, transaction
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone

from people.models import Person
from people.persons.actions import withdraw_consent
from publishing.actions import accept, propose, withdraw
from publishing.enums import Role, WithdrawalReason
from publishing.history import attribute_changes
from publishing.models import Record
from publishing.public_reads import read_edition
from tests.accounts import account
from tests.factories import ConsentFactory, NameFactory, PersonFactory, WaveFactory, published
from tests.factories.life import public_source
from tests.harness.kept_pages import answered_from_memory
from tracker.kept_answers import KeptAnswers

FEED = "/api/v1/changes/"
ANSWERS = (
    *("/en/", "/be/people/", "/api/v1/people/", "/api/v1/sources/", "/en/feeds/waves.atom"),
    FEED,
)
pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "public"])


@pytest.fixture
def reader() -> Iterator[Client]:
    with answered_from_memory() as reader:
        yield reader


def ask(address: str) -> bytes:
    return Client().get(address).content


@transaction.atomic
def somebody() -> Person:
    person = PersonFactory()
    NameFactory(person=person, text="Synthetic Somebody", language="en")
    ConsentFactory(person=person, field_group="name")
    person.visibility = "named"
    person.save()
    return published(person)


def renamed(record: Record, by, **columns: str):
    def write() -> None:
        type(record).objects.get(pk=record.pk).refresh_from_db()
        for column, value in columns.items():
            setattr(record, column, value)
        record.save()

    return propose(record, by=by, reason="It is so.", write=write)


def stale(reader: Client) -> list[str]:
    """The addresses where what is kept is not what a reading would give."""
    return [address for address in ANSWERS if reader.get(address).content != ask(address)]


def test_an_answer_is_made_once_for_an_edition(reader):
    somebody()
    made = reader.get("/en/people/").content
    with mock.patch("releases.views.people._find_people", side_effect=AssertionError):
        assert reader.get("/en/people/").content == made


@pytest.fixture
def acts(transactional_db) -> dict[str, Callable[[], object]]:
    editor, reviewer = account(Role.EDITOR), account(Role.REVIEWER)
    person, source = somebody(), public_source()
    published(WaveFactory())  # without a wave a feed tells the second at which it is asked for
    return {
        "a wave is published": lambda: published(WaveFactory()),
        "somebody else is": somebody,
        "a source is renamed": lambda: accept(
            renamed(source, editor, title="Renamed"), by=reviewer
        ),
        "its publisher is": lambda: accept(
            renamed(source.publisher, editor, name_en="Renamed"), by=reviewer
        ),
        "a consent is taken back": lambda: withdraw_consent(
            person.consents.get(), by=editor, reason="They asked."
        ),
        "the source is withdrawn": lambda: withdraw(
            source, by=reviewer, reason=WithdrawalReason.ENTERED_IN_ERROR
        ),
    }


def test_every_act_opens_an_edition(reader, acts):
    for act in acts.values():
        assert stale(reader) == []
        before = {address: ask(address) for address in ANSWERS}
        act()
        assert {address: ask(address) for address in ANSWERS} != before
        assert stale(reader) == []


def test_under_an_edition_that_stays_an_old_answer_is_found(reader, acts):
    with mock.patch("tracker.kept_answers.read_edition", return_value="always the same"):
        assert stale(reader) == []
        acts["a wave is published"]()
        assert stale(reader)


def test_the_feed_is_kept_while_nobody_acts_alone(reader):
    person = somebody()
    with transaction.atomic(), attribute_changes(by=account(Role.EDITOR)):
        NameFactory(person=PersonFactory())
        assert str(person.pk) not in reader.get(FEED).content.decode()  # it may be of this second
    assert str(person.pk) in reader.get(FEED).content.decode()
    with mock.patch("releases.api.changes.Settled", side_effect=AssertionError):
        assert str(person.pk) in reader.get(FEED).content.decode()


def test_whoever_works_on_drafts_opens_none():
    somebody()
    before = read_edition()
    NameFactory(person=PersonFactory())
    renamed(public_source(), account(Role.EDITOR), title="Proposed alone")
    assert read_edition() == before


def test_time_alone_opens_an_edition_at_its_second(reader):
    opens = timezone.now() + timedelta(seconds=8)
    published(WaveFactory(visible_from=opens, title_en="Synthetic wave"))
    seen = []
    while timezone.now() < opens:
        time.sleep(0.5)
        answer = reader.get("/en/").content
        seen += [b"Synthetic wave" in answer] if timezone.now() < opens else []
    assert set(seen) == {False}
    assert b"Synthetic wave" in reader.get("/en/").content


def test_what_somebody_searched_for_is_not_kept(reader):
    somebody()
    reader.get("/api/v1/people/?search=somebody")
    found = Client().post("/en/people/", {"search": "somebody"})
    reader.get(found["Location"])
    assert not caches["answers"]._cache


def test_without_a_database_nothing_is_answered_from_memory(reader):
    reader.get("/en/")
    away = mock.patch("tracker.kept_answers.read_edition", side_effect=OperationalError)
    with away, mock.patch("releases.views.timeline.render", return_value=HttpResponse("anew")):
        assert reader.get("/en/").content == b"anew"


def test_a_connection_that_was_cut_costs_nobody_an_answer(reader):
    kept = reader.get("/en/").content
    with suppress(OperationalError), connections["public"].cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")
    assert [reader.get("/en/").content for _ in range(2)] == [kept, kept]


def test_of_many_who_ask_at_once_one_has_it_made(reader):
    made: list[str] = []
    editions = ["first"]

    def make(request) -> HttpResponse:
        time.sleep(0.05)
        request.edition = editions[-1]
        made.append(request.edition)
        return HttpResponse("once")

    keep = KeptAnswers(make)

    def ask_once() -> None:
        request = RequestFactory().get("/en/")
        request.LANGUAGE_CODE = "en"
        keep(request)

    with mock.patch("tracker.kept_answers.read_edition", side_effect=lambda: editions[-1]):
        ask_once()
        editions.append("second")
        threads = [Thread(target=ask_once) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert made == ["first", "second"]


def test_of_a_former_edition_nothing_stays_in_memory(reader):
    keeping = KeptAnswers(lambda request: HttpResponse("kept"))
    editions = ["first"]

    def ask_once(address: str) -> None:
        request = RequestFactory().get(address)
        request.LANGUAGE_CODE, request.edition = "en", editions[-1]
        keeping(request)

    with mock.patch("tracker.kept_answers.read_edition", side_effect=lambda: editions[-1]):
        ask_once("/en/")
        ask_once("/en/figures/")
        editions.append("second")
        ask_once("/en/")
    assert len(caches["answers"]._cache) == 1


READ_IN_PUBLIC = """
WITH RECURSIVE read (oid) AS (
    SELECT oid FROM pg_class WHERE relnamespace = 'published'::regnamespace
    UNION
    SELECT d.refobjid FROM read
    JOIN pg_rewrite r ON r.ev_class = read.oid
    JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
        AND d.refclassid = 'pg_class'::regclass
)
SELECT c.relname FROM read JOIN pg_class c USING (oid)
WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname !~ '^kept_'
  AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname ~ '^edition_at_')
"""
#: The edition itself, and what changes in one transaction with a table that has the trigger.
FOLLOWS = {
    "publishing_boundary",
    "publishing_edition",
    "publishing_proposedchange",
    "publishing_readydocument",
    "people_publicname",
}


def test_every_table_that_the_public_reads_opens_editions():
    with connection.cursor() as cursor:
        cursor.execute(READ_IN_PUBLIC)
        assert {name for (name,) in cursor.fetchall()} == FOLLOWS
