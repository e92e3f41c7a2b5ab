"""A record's way to the reader, walked with the ordinary actions by two people."""

from typing import Any, TypeVar

from people.duplicates.merging.actions import merge_people
from people.models import Merge, Person
from publishing.actions import (
    accept,
    approve,
    ask_to_expunge,
    expunge,
    publish,
    submit,
    withdraw,
)
from publishing.actions.transaction import check_guards
from publishing.citing import find_cited
from publishing.enums import Role, State, WithdrawalReason
from publishing.models import Proposal, Record
from releases.enums import Mode
from sources.models import Source
from tests.accounts import account
from tests.factories.sources import SourceFactory

AnyRecord = TypeVar("AnyRecord", bound=Record)


def in_review(record: AnyRecord) -> AnyRecord:
    return submit(cited(record), by=record.created_by)


def approved(record: AnyRecord) -> AnyRecord:
    return approve(in_review(record), by=account(Role.REVIEWER))


def published(record: AnyRecord) -> AnyRecord:
    """The draft `record` after review, approval and publication; sourced first where it must be."""
    return publish(approved(record), by=account(Role.REVIEWER))


def withdrawn(record: AnyRecord) -> AnyRecord:
    return withdraw(
        published(record), by=account(Role.REVIEWER), reason=WithdrawalReason.ENTERED_IN_ERROR
    )


def expunged(record: Record, reason: WithdrawalReason = WithdrawalReason.OTHER) -> None:
    """Erase a draft or withdrawn record: a reviewer asks, an administrator approves."""
    asked = ask_to_expunge(record, by=account(Role.REVIEWER), reason=reason, note="They asked.")
    expunge(asked, by=account(Role.ADMINISTRATOR))


def merged(absorbed: Person, survivor: Person) -> Merge:
    """The merge of two people, proposed and accepted where that is how it is done."""
    done = merge_people(
        survivor, absorbed, by=account(Role.EDITOR), reason="The same day of birth."
    )
    if isinstance(done, Proposal):
        accept(done, by=account(Role.REVIEWER))
        done = Merge.objects.get(absorbed=absorbed, undone_at=None)
    absorbed.refresh_from_db()
    return done


def cited(record: AnyRecord) -> AnyRecord:
    """The record with a citation, if it needs one, and with all that it cites public before it."""
    cite_if_needed(record)
    for each in find_cited(record):
        if each.state == State.DRAFT and not each.is_private:
            published(each)
    check_guards()  # parts written in this transaction were written to a draft
    return record


def cite_if_needed(record: Any) -> None:
    """A claim that is not derived needs a source, though its kind does not."""
    is_sourced = record.is_sourced or getattr(record, "mode", Mode.DERIVED) != Mode.DERIVED
    if is_sourced and not record.citations.exists():
        record.citations.create(source=public_source())


def public_source() -> Source:
    """A source that everybody may see, with its publisher; the same one in one test."""
    found = Source.objects.visible().filter(is_private=False).first()
    if found is None:
        found = SourceFactory()
        published(found.publisher)
        found = published(found)
    return found
