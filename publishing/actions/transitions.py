"""From draft to publication, and out of it."""

from datetime import datetime

from django.utils import timezone

from publishing import rules
from publishing.actions.public_moments import move_public_clocks
from publishing.actions.transaction import action, lock_row, refuse_if
from publishing.citing import list_citing_ids
from publishing.enums import State, WithdrawalReason
from publishing.models import Account, Record


def submit(record: Record, *, by: Account) -> Record:
    """Send a draft to review."""
    with action(by=by):
        record = lock_row(record)
        refuse_if(rules.cannot_submit(record, by))
        refuse_if(rules.cannot_be_sent_as_it_stands(record))
        return _move_to(record, State.IN_REVIEW, "submitted", by)


def send_back(record: Record, *, by: Account, reason: str) -> Record:
    """Give a record back to its author; the approval is forgotten, and what was confirmed after."""
    with action(by=by, reason=reason):
        record = lock_row(record)
        refuse_if(rules.cannot_send_back(record, by))
        record.submitted_at = record.submitted_by = None
        record.approved_at = record.approved_by = None
        record.embargo_confirmed_at = record.embargo_confirmed_by = None
        record.state = State.DRAFT
        record.save()
        return record


def approve(record: Record, *, by: Account, reason: str = "") -> Record:
    """Say, as a second person, that the record is right."""
    with action(by=by, reason=reason):
        record = lock_row(record)
        refuse_if(rules.cannot_approve(record, by))
        return _move_to(record, State.APPROVED, "approved", by)


def publish(record: Record, *, by: Account) -> Record:
    """Open the record to the public, at once or when its embargo ends."""
    with action(by=by):
        record = lock_row(record)
        refuse_if(rules.cannot_publish(record, by))
        refuse_if(rules.cannot_be_published_as_it_stands(record))
        return _move_to(record, State.PUBLISHED, "published", by)


def withdraw(record: Record, *, by: Account, reason: WithdrawalReason, note: str = "") -> Record:
    """Take a record off every surface, at once. Its address answers 410 with the neutral reason."""
    with action(by=by, reason=note):
        record = lock_row(record)
        refuse_if(rules.cannot_withdraw(record, by))
        record.withdrawal_reason = reason
        now = timezone.now()
        with move_public_clocks([record.pk, *list_citing_ids(record)], at=now):
            return _move_to(record, State.WITHDRAWN, "withdrawn", by, at=now)


def confirm_embargo(record: Record, *, by: Account, reason: str) -> Record:
    """Say that what the embargo waits for has happened."""
    with action(by=by, reason=reason):
        record = lock_row(record)
        refuse_if(rules.cannot_confirm_embargo(record, by))
        _sign_act(record, "embargo_confirmed", by, timezone.now())
        record.save()
        return record


def _move_to(
    record: Record, state: State, act: str, by: Account, *, at: datetime | None = None
) -> Record:
    record.state = state
    _sign_act(record, act, by, at or timezone.now())
    record.save()
    return record


def _sign_act(record: Record, act: str, by: Account, at: datetime) -> None:
    setattr(record, f"{act}_at", at)
    setattr(record, f"{act}_by", by)
