"""Erasing a record for good: one person asks, another approves."""

from typing import Any

from django.db import connection
from django.db.models.deletion import Collector, ProtectedError, RestrictedError
from django.utils.translation import gettext as _

from publishing import rules
from publishing.actions.transaction import Refused, action, lock_row, refuse_if
from publishing.enums import WithdrawalReason
from publishing.history import attribute_changes
from publishing.marks import make_marks
from publishing.models import Account, ExpungeRequest, Record
from publishing.table_models import find_row


def ask_to_expunge(
    record: Record, *, by: Account, reason: WithdrawalReason, note: str
) -> ExpungeRequest:
    """Ask that a draft or withdrawn record is erased; `note` says why, for the second person.

    Raises Refused where another record still refers to it, and says of which kind it is.
    """
    with action(by=by):
        record = lock_row(record)
        refuse_if(rules.cannot_ask_to_expunge(record, by))
        refuse_if(find_what_holds(record))
        if not note.strip():
            raise Refused(_("Say why the record should be erased."))
        return ExpungeRequest.objects.create(
            table_name=record._meta.db_table, record_id=record.pk, reason=reason, note=note,
            asked_by=by,
        )  # fmt: skip


def expunge(request: ExpungeRequest, *, by: Account) -> None:
    """Approve a request as a second person: the record, its parts and their history are erased.

    A tombstone stays, with marks by which a person is known when a list names them again.
    """
    with action(by=by):
        refuse_if(rules.cannot_expunge(request, by))
        with connection.cursor() as cursor:
            cursor.execute("SELECT publishing_expunge(%s, %s)", [request.pk, _make_marks(request)])


def _make_marks(request: ExpungeRequest) -> list[str]:
    """Nobody is kept away who was never meant, or is here under another record."""
    record: Any = find_row(request.table_name, request.record_id)
    is_nobody = request.reason in (WithdrawalReason.ENTERED_IN_ERROR, WithdrawalReason.DUPLICATE)
    return [] if record is None or is_nobody else make_marks(record.list_traits())


def decline_to_expunge(request: ExpungeRequest, *, by: Account) -> None:
    """Take a request off the queue; the record stays as it is."""
    with attribute_changes(by=by):
        refuse_if(rules.cannot_decline_to_expunge(request, by))
        request.delete()


def find_what_holds(record: Record) -> str | None:
    """A sentence that names the kinds of records which still refer to this one."""
    try:
        Collector(using="default").collect([record])
    except (ProtectedError, RestrictedError) as error:
        kinds = sorted({str(row._meta.verbose_name) for row in error.args[1]})
        sentence = _("Other records still refer to it; they must go first: %(kinds)s.")
        return sentence % {"kinds": ", ".join(kinds)}
    return None
