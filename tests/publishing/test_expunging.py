"""Expunging leaves a tombstone and the proof of an order of events, and nothing of what it was."""

from functools import partial
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import CASCADE

from publishing.actions import (
    Refused,
    accept,
    ask_to_expunge,
    decline_to_expunge,
    expunge,
    propose,
    withdraw,
)
from publishing.enums import Role, WithdrawalReason
from publishing.history import attribute_changes
from publishing.models import Account, ExpungeRequest, History, ProposedChange, Record, Tombstone
from sources.models import Host, Organisation
from tests.accounts import account
from tests.factories import (
    AccountFactory,
    ExpungeRequestFactory,
    HostFactory,
    OrganisationFactory,
    SourceFactory,
    expunged,
    published,
    withdrawn,
)

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
    expunged(organisation, WithdrawalReason.AT_THE_PERSONS_REQUEST)
    assert not anywhere_in("publishing_history")
    assert not Organisation.objects.filter(pk=organisation.pk).exists()
    assert not Host.objects.exists()


def test_the_commitments_stay(organisation, administrator):
    before = History.objects.filter(row_id=organisation.pk).count()
    expunged(organisation, WithdrawalReason.SAFETY)
    entries = History.objects.filter(row_id=organisation.pk, table_name="sources_organisation")
    assert entries.count() == before + 1  # the deletion
    assert {(e.old, e.new, e.salt, e.reason) for e in entries} == {(None, None, None, "")}
    assert all(len(bytes(entry.commitment)) == 32 for entry in entries)


def test_a_tombstone_says_that_it_was_public_and_why_it_is_gone(organisation, administrator):
    expunged(organisation, WithdrawalReason.LEGAL)
    stone = Tombstone.objects.get()
    assert (stone.record_id, stone.table_name) == (organisation.pk, "sources_organisation")
    assert (stone.reason, stone.was_public, stone.expunged_by) == ("legal", True, administrator)


def test_what_was_withdrawn_before_its_embargo_opened_was_never_public(administrator):
    record = withdrawn(OrganisationFactory(visible_from="2999-01-01T00:00Z"))
    expunged(record, WithdrawalReason.LEGAL)
    assert Tombstone.objects.get().was_public is False


def test_a_draft_was_never_public(administrator):
    expunged(OrganisationFactory())
    assert Tombstone.objects.get().was_public is False


def test_its_proposals_are_forgotten_too(editor, reviewer, administrator):
    record = published(OrganisationFactory())

    def write() -> None:
        Organisation.objects.filter(pk=record.pk).update(name_en=f"The {SECRET}")

    accept(propose(record, by=editor, reason="A name.", write=write), by=reviewer)
    assert anywhere_in("publishing_proposedchange")
    expunged(withdrawn_again(record))
    assert not ProposedChange.objects.exists()


def withdrawn_again(record: Organisation) -> Organisation:
    return withdraw(record, by=record.created_by, reason=WithdrawalReason.SAFETY)


def test_what_is_public_is_withdrawn_first():
    with pytest.raises(Refused, match="Withdraw the record first"):
        expunged(published(OrganisationFactory()))


def test_what_others_refer_to_stays(organisation):
    SourceFactory(publisher=organisation)
    with pytest.raises(Refused, match="source"):
        expunged(organisation)
    assert anywhere_in("publishing_history")


def test_H5_a_part_that_was_deleted_before_is_forgotten_too():  # noqa: N802
    draft = OrganisationFactory()
    HostFactory(host=f"{SECRET}.example", organisation=draft).delete()
    assert anywhere_in("publishing_history")
    expunged(draft)
    assert not anywhere_in("publishing_history")


# --- Two people


def test_why_is_asked_for_and_goes_with_the_record(organisation, reviewer, administrator):
    with pytest.raises(Refused, match="Say why"):
        ask(organisation, by=reviewer, note=" ")
    request = ask(organisation, by=reviewer, note=f"The {SECRET} asked.")
    expunge(request, by=administrator)
    stone = Tombstone.objects.get()
    assert (stone.asked_by, stone.expunged_by) == (reviewer, administrator)
    assert {organisation.pk, request.pk} < set(stone.rows)
    assert not anywhere_in("publishing_history")


def ask(record: Organisation, *, by: Account, note: str = "They asked.") -> ExpungeRequest:
    return ask_to_expunge(record, by=by, reason=WithdrawalReason.SAFETY, note=note)


def test_C11_who_asked_does_not_approve(organisation, administrator):  # noqa: N802
    request = ask(organisation, by=administrator)
    with pytest.raises(Refused, match="somebody else must approve"):
        expunge(request, by=administrator)


def test_C11_only_some_ask_and_only_an_administrator_approves(  # noqa: N802
    organisation, editor, reviewer
):
    with pytest.raises(Refused, match="asks that a record"):
        ask(organisation, by=editor)
    with pytest.raises(Refused, match="Only an administrator"):
        expunge(ask(organisation, by=reviewer), by=account(Role.REVIEWER, "another"))


def test_nobody_asks_twice_and_a_request_can_be_declined(organisation, reviewer):
    request = ask(organisation, by=reviewer)
    with pytest.raises(Refused, match="already"):
        ask(organisation, by=reviewer)
    decline_to_expunge(request, by=reviewer)
    assert ask(organisation, by=reviewer)


# --- What the login that serves may say to the database itself


def refusal(act) -> str:
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        act()
    return error.value.__cause__.diag.constraint_name


def approve_by_sql(request: ExpungeRequest, by: Account | None) -> None:
    with connection.cursor() as cursor:
        actor = str(by.pk) if by else ""
        cursor.execute("SELECT set_config('tracker.actor', %s, true)", [actor])
        cursor.execute("SELECT publishing_expunge(%s)", [request.pk])


def test_C11_the_database_asks_for_two_people_itself(  # noqa: N802
    organisation, reviewer, administrator
):
    request = ask(organisation, by=reviewer)
    for actor in (None, reviewer, account(Role.ADMINISTRATOR, "reviewer")):
        act = partial(approve_by_sql, request, actor)
        assert refusal(act) == "expunging_has_two_approvals"
    approve_by_sql(request, administrator)
    assert Tombstone.objects.exists()


def test_C11_who_asked_is_whom_the_history_names(organisation, administrator):  # noqa: N802
    """Not who stands in the row: a name that is written there asks nothing."""
    with attribute_changes(by=administrator):
        request = ExpungeRequestFactory(
            table_name="sources_organisation", record_id=organisation.pk,
            asked_by=account(Role.REVIEWER),
        )  # fmt: skip
    act = partial(approve_by_sql, request, administrator)
    assert refusal(act) == "expunging_has_two_approvals"


@pytest.mark.parametrize(
    ("what", "named"),
    [
        (lambda: published(OrganisationFactory()), "expunged_record_was_withdrawn_first"),
        (HostFactory, "only_records_are_expunged"),
        (AccountFactory, "only_records_are_expunged"),
    ],
    ids=["a published record", "a part of another record", "an account"],
)
def test_C7_G5_nothing_but_a_draft_or_withdrawn_record_goes(  # noqa: N802
    reviewer, administrator, what, named
):
    row = what()
    with attribute_changes(by=reviewer):
        request = ExpungeRequestFactory(
            table_name=row._meta.db_table, asked_by=reviewer,
            record_id=row.pk if isinstance(row.pk, UUID) else uuid4(),
        )  # fmt: skip
    assert refusal(lambda: approve_by_sql(request, administrator)) == named
    assert type(row).objects.filter(pk=row.pk).exists()


def test_C7_guards_hear_what_was_written_before_the_expunging(  # noqa: N802
    organisation, reviewer, administrator
):
    """A deferred guard that spoke inside it would let a change of something public pass."""
    request, public = ask(organisation, by=reviewer), published(OrganisationFactory())

    def change_both() -> None:
        Organisation.objects.filter(pk=public.pk).update(name_en="Another")
        approve_by_sql(request, administrator)

    assert refusal(change_both) == "published_content_changes_by_proposal"


def test_no_record_goes_with_another():
    """What is published, or was, is expunged by name: no key of a record cascades."""
    keys = [field for model in records() for field in model._meta.concrete_fields]
    assert not [key for key in keys if key.is_relation and key.remote_field.on_delete is CASCADE]


def records() -> list[type[Record]]:
    return [model for model in apps.get_models() if issubclass(model, Record)]
