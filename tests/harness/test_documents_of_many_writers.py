"""What is kept agrees with the record when two write at once, and when one is cut off."""

from collections.abc import Callable
from threading import Thread

import pytest
from django.db import OperationalError, connection, connections, transaction

from publishing.actions import accept, propose
from publishing.enums import Role
from publishing.ready_documents import count_differences
from releases.models import Claim
from sources.models import Speaker
from tests.accounts import account
from tests.factories import ClaimFactory, SpeakerFactory, WaveFactory, published
from tests.harness.connections import ask_public

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "public"])


def rename(speaker: Speaker, name: str) -> None:
    def write() -> None:
        speaker.name_en = name
        speaker.save()

    proposal = propose(speaker, by=account(Role.EDITOR), reason="It is so.", write=write)
    accept(proposal, by=account(Role.REVIEWER))


def beside(act: Callable[[], object]) -> Thread:
    """Done by somebody else, who may have to wait for us."""

    def run() -> None:
        act()
        connections.close_all()

    thread = Thread(target=run)
    thread.start()
    return thread


def told_names(claim: Claim) -> list[str]:
    sql = "SELECT speaker -> 'name' ->> 'en' FROM published.claim WHERE id = %s"
    return [name for (name,) in ask_public(sql, claim.pk)]


def test_whoever_commits_second_sees_what_the_first_one_changed(transactional_db):
    speaker = published(SpeakerFactory())
    with transaction.atomic():
        claim = published(ClaimFactory(wave=published(WaveFactory()), speaker=speaker))
        other = beside(lambda: rename(Speaker.objects.get(pk=speaker.pk), "Renamed"))
        other.join(timeout=1)  # it ends before us, or waits for us
    other.join()
    assert told_names(claim) == ["Renamed"]
    assert count_differences() == {}


def test_of_a_publication_that_is_cut_off_nothing_is_kept(transactional_db):
    wave, speaker = published(WaveFactory()), published(SpeakerFactory())
    with pytest.raises(OperationalError), transaction.atomic():  # noqa: PT012
        claim = published(ClaimFactory(wave=wave, speaker=speaker))
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # its documents are written
            cursor.execute("SELECT count(*) FROM kept_claim WHERE id = %s", [claim.pk])
            assert cursor.fetchone() == (1,)
            cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")
    connection.close()
    assert told_names(claim) == []
    assert count_differences() == {}
