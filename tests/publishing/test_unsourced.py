"""Whatever loses its last public source says so: to readers, programs and staff."""

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from people.persons.projections import PublishedPerson
from publishing.actions import withdraw
from publishing.citing import without_public_source
from publishing.enums import Role, WithdrawalReason
from publishing.models import Record
from publishing.projections import Change
from releases.models import PartyCitation, Wave
from releases.projections import (
    PublishedAnswer,
    PublishedClaim,
    PublishedEvent,
    PublishedStatement,
    PublishedWave,
)
from sources.models import Source
from support.projections import PublishedProgramme
from tests.accounts import account
from tests.factories import (
    AnswerCitationFactory,
    ClaimCitationFactory,
    ClaimFactory,
    ConsentFactory,
    ContextEventCitationFactory,
    PartyCitationFactory,
    PersonCitationFactory,
    PersonFactory,
    ProgrammeCitationFactory,
    SourceFactory,
    StatementCitationFactory,
    StatementFactory,
    WaveCitationFactory,
    WaveFactory,
    published,
)
from tests.staff import act, address

pytestmark = pytest.mark.django_db
ROOMS = [*Path(__file__).parents[2].glob("*/published")]
CITING = {
    PublishedClaim: lambda: ClaimCitationFactory(claim=ClaimFactory(wave=published(WaveFactory()))),
    PublishedWave: WaveCitationFactory,
    PublishedEvent: ContextEventCitationFactory,
    PublishedAnswer: AnswerCitationFactory,
    PublishedProgramme: lambda: ProgrammeCitationFactory(programme__is_listed=True),
    PublishedPerson: lambda: PersonCitationFactory(person=PersonFactory(named=True)),
    PublishedStatement: lambda: StatementCitationFactory(
        statement=StatementFactory(wave=published(WaveFactory()))
    ),
}


def hours_ago(hours: int) -> time_machine.travel:
    """The transaction's own clock stands still, so what was public must have been so before."""
    return time_machine.travel(timezone.now() - timedelta(hours=hours))


def goes(source: Source) -> None:
    with hours_ago(1):
        withdraw(source, by=account(Role.EDITOR), reason=WithdrawalReason.ENTERED_IN_ERROR)


def made(projection) -> tuple[Record, Source]:
    """A published record of the kind, whose only source came first."""
    with hours_ago(9):
        citation = CITING[projection]()
        return published(citation.record), Source.objects.get(pk=citation.source_id)


@pytest.mark.parametrize("projection", CITING, ids=lambda each: each.__name__)
def test_what_lost_its_last_source_says_since_when(projection):
    record, source = made(projection)
    row = projection.objects.get(pk=record.pk)
    assert (len(row.sources), row.unsourced_since) == (1, None)
    goes(source)
    row = projection.objects.get(pk=record.pk)
    assert (row.sources, row.unsourced_since) == ([], source_went(source).date())
    assert row.updated_on == row.unsourced_since


def source_went(source: Source) -> datetime:
    source.refresh_from_db()
    return source.withdrawn_at


def test_a_source_whose_time_is_over_is_gone_too():
    with hours_ago(9):
        source = SourceFactory(visible_until=timezone.now() + timedelta(hours=5))
        claim = published(ClaimCitationFactory(source=source).claim)
        published(claim.wave)
    assert PublishedClaim.objects.get(pk=claim.pk).unsourced_since


@pytest.fixture
def claim_and_source() -> tuple[Record, Source]:
    return made(PublishedClaim)


def test_one_that_is_left_is_enough():
    with hours_ago(9):
        citation = CITING[PublishedClaim]()
        ClaimCitationFactory(claim=citation.claim)
        claim = published(citation.claim)
    goes(Source.objects.get(pk=citation.source_id))
    row = PublishedClaim.objects.get(pk=claim.pk)
    assert (len(row.sources), row.unsourced_since) == (1, None)


def test_a_private_source_was_never_one():
    with hours_ago(9):
        claim = ClaimFactory(wave=published(WaveFactory()))
        ClaimCitationFactory(claim=claim, source=SourceFactory(is_private=True))
        claim = published(claim)
    row = PublishedClaim.objects.get(pk=claim.pk)
    assert (row.sources, row.unsourced_since) == ([], None)


def test_L4_of_a_pseudonym_no_source_is_told_nor_that_it_went(client):  # noqa: N802
    with hours_ago(9):
        person = PersonFactory(visibility="pseudonym", pseudonym="Zhuk")
        ConsentFactory(person=person, field_group="pseudonym")
        citation = PersonCitationFactory(person=person)
        person = published(person)
    before = read(client, f"people/{person.pk}/"), told(client, person)
    assert before[1] == ["created"]
    goes(Source.objects.get(pk=citation.source_id))
    assert (read(client, f"people/{person.pk}/"), told(client, person)) == before


def read(client: Client, address: str) -> dict:
    return client.get(f"/api/v1/{address}").json()


def told(client: Client, record: Record) -> list[str]:
    changes = read(client, "changes/")["results"]
    return [each["change"] for each in changes if each["id"] == str(record.pk)]


def test_programs_are_told_at_that_moment(client, claim_and_source):
    claim, source = claim_and_source
    assert told(client, claim) == ["created"]
    goes(source)
    assert told(client, claim) == ["updated"]
    assert Change.objects.get(pk=claim.pk).moment == source_went(source)
    body = read(client, f"claims/{claim.pk}/")
    assert body["unsourced_since"] == source_went(source).date().isoformat()


SENTENCE = "Nothing public supports it now."


def test_the_page_says_so_by_the_claim(client, claim_and_source):
    claim, source = claim_and_source
    page = f"/en/waves/{claim.wave.slug}/"
    assert SENTENCE not in client.get(page).content.decode()
    goes(source)
    assert SENTENCE in client.get(page).content.decode()


def test_who_withdraws_a_source_sees_what_stands_on_it(client, editor, claim_and_source):
    claim, source = claim_and_source
    draft = ClaimCitationFactory(source=source).claim
    client.force_login(editor)
    page = client.get(address(source, "act", "withdraw"))
    citing = [(each.record, each.is_last) for each in page.context["citing"]]
    assert citing == [(claim, True), (draft, False)]


def test_and_is_told_afterwards_how_many_stand_without_one(client, editor, claim_and_source):
    claim, source = claim_and_source
    client.force_login(editor)
    act(client, address(source, "act", "withdraw"), reason="entered_in_error")
    said = client.get(address(source, "change")).content.decode()
    queue = f"{address(type(claim), 'changelist')}?queue=unsourced"
    assert f'<a href="{queue}">Claims: 1</a>' in said
    assert [*client.get(queue).context["cl"].result_list] == [claim]


def test_the_last_source_of_a_part_counts_for_its_record():
    with hours_ago(9):
        party = PartyCitationFactory().party
        published(party.organisation)
        wave = published(party.wave)
    source = Source.objects.get(pk=PartyCitation.objects.get().source_id)
    goes(source)
    [shown] = PublishedWave.objects.get(pk=wave.pk).parties
    assert shown["unsourced_since"] == source_went(source).date().isoformat()
    assert Wave.objects.filter(without_public_source(Wave)).get() == wave


def test_every_view_that_cites_says_when_nothing_is_left():
    views = [path.read_text() for room in ROOMS for path in room.glob("*.sql")]
    cited = [re.findall(r"\bcited\(([^)]*)\)", sql) for sql in views]
    assert sum(map(len, cited)) > 10
    assert cited == [re.findall(r"\bunsourced_since\(([^)]*)\)", sql) for sql in views]
