"""Expunging leaves a tombstone and the proof of an order of events, and nothing of what it was."""

import pytest
from django.db import connection

from publishing.actions import Refused, accept, expunge, propose, withdraw
from publishing.enums import WithdrawalReason
from publishing.models import History, ProposedChange, Tombstone
from sources.models import Host, Organisation
from tests.factories import HostFactory, OrganisationFactory, SourceFactory, published, withdrawn

pytestmark = pytest.mark.django_db
SECRET = "canary"


@pytest.fixture
def organisation(db) -> Organisation:
    # Visible since before this transaction, whose clock stands still.
    organisation = OrganisationFactory(name_en=f"The {SECRET}", visible_from="2025-01-01T00:00Z")
    HostFactory(host=f"{SECRET}.example", organisation=organisation)
    return withdrawn(organisation)


def anywhere_in(table: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT EXISTS (SELECT FROM {table} t WHERE t::text LIKE '%{SECRET}%')")
        return cursor.fetchone()[0]


def test_nothing_of_it_stays_in_the_history(organisation, administrator):
    assert anywhere_in("publishing_history")
    expunge(organisation, by=administrator, reason=WithdrawalReason.AT_THE_PERSONS_REQUEST)
    assert not anywhere_in("publishing_history")
    assert not Organisation.objects.filter(pk=organisation.pk).exists()
    assert not Host.objects.exists()


def test_the_commitments_stay(organisation, administrator):
    before = History.objects.filter(row_id=organisation.pk).count()
    expunge(organisation, by=administrator, reason=WithdrawalReason.SAFETY)
    entries = History.objects.filter(row_id=organisation.pk)
    assert entries.count() == before + 1  # the deletion
    assert {(e.old, e.new, e.salt, e.reason) for e in entries} == {(None, None, None, "")}
    assert all(len(bytes(entry.commitment)) == 32 for entry in entries)


def test_a_tombstone_says_that_it_was_public_and_why_it_is_gone(organisation, administrator):
    expunge(organisation, by=administrator, reason=WithdrawalReason.LEGAL)
    stone = Tombstone.objects.get()
    assert (stone.record_id, stone.table_name) == (organisation.pk, "sources_organisation")
    assert (stone.reason, stone.was_public, stone.expunged_by) == ("legal", True, administrator)


def test_what_was_withdrawn_before_its_embargo_opened_was_never_public(administrator):
    record = withdrawn(OrganisationFactory(visible_from="2999-01-01T00:00Z"))
    expunge(record, by=administrator, reason=WithdrawalReason.LEGAL)
    assert Tombstone.objects.get().was_public is False


def test_a_draft_was_never_public(administrator):
    expunge(OrganisationFactory(), by=administrator, reason=WithdrawalReason.DUPLICATE)
    assert Tombstone.objects.get().was_public is False


def test_its_proposals_are_forgotten_too(editor, reviewer, administrator):
    record = published(OrganisationFactory())

    def write() -> None:
        Organisation.objects.filter(pk=record.pk).update(name_en=f"The {SECRET}")

    accept(propose(record, by=editor, reason="A name.", write=write), by=reviewer)
    assert anywhere_in("publishing_proposedchange")
    expunge(withdrawn_again(record), by=administrator, reason=WithdrawalReason.SAFETY)
    assert not ProposedChange.objects.exists()


def withdrawn_again(record: Organisation) -> Organisation:
    return withdraw(record, by=record.created_by, reason=WithdrawalReason.SAFETY)


def test_what_is_public_is_withdrawn_first(administrator):
    with pytest.raises(Refused, match="Withdraw the record first"):
        expunge(published(OrganisationFactory()), by=administrator, reason=WithdrawalReason.SAFETY)


def test_only_an_administrator_expunges(organisation, reviewer):
    with pytest.raises(Refused, match="Only an administrator"):
        expunge(organisation, by=reviewer, reason=WithdrawalReason.SAFETY)


def test_what_others_refer_to_stays(organisation, administrator):
    SourceFactory(publisher=organisation)
    with pytest.raises(Refused):
        expunge(organisation, by=administrator, reason=WithdrawalReason.SAFETY)
    assert anywhere_in("publishing_history")
