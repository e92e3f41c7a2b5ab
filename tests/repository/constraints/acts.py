"""What actions do, in plain SQL: so that a guard is met as it is, without the rules before it."""

from django.db import connection, models
from django.utils import timezone

from publishing.citing import find_cited
from publishing.enums import Role
from publishing.models import Proposal, ProposedChange, Record
from tests.accounts import account
from tests.factories.life import cite_if_needed
from tests.repository.constraints.holding import settle

ACTS = {
    "in_review": "submitted",
    "approved": "approved",
    "published": "published",
    "withdrawn": "withdrawn",
}


def stands(record: Record, *states: str) -> None:
    """Walk the record through these states with a source; what it cites is public before it is."""
    cite_if_needed(record)
    for state in states:
        for each in find_cited(record) if state == "published" else ():
            if each.state == "draft":
                stands(each, "in_review", "approved", "published")
        moves(record, state)


def moves(record: Record, state: str) -> None:
    """One step, before which what is pending is settled."""
    settle()
    by = record.created_by if state == "in_review" else account(Role.REVIEWER)
    values = {f"{ACTS[state]}_at": timezone.now(), f"{ACTS[state]}_by": by}
    if state == "withdrawn":
        values["withdrawal_reason"] = "other"
    type(record).objects.filter(pk=record.pk).update(state=state, **values)


def accepted(row: models.Model, operation: str, **new: object) -> None:
    """A proposal accepted in this transaction: `new` gives columns, a deletion names the row."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()::text::bigint")
        (transaction,) = cursor.fetchone()
    proposal = Proposal.objects.create(
        table_name=row._meta.db_table, record_id=row.pk, reason="Because.", state="accepted",
        made_by=account(Role.EDITOR), decided_by=account(Role.REVIEWER),
        decided_at=timezone.now(), decided_in=transaction,
    )  # fmt: skip
    for column, value in (new or {"id": str(row.pk)}).items():
        ProposedChange.objects.create(
            proposal=proposal, table_name=row._meta.db_table, row_id=row.pk,
            operation=operation, column_name=column, new=value,
        )  # fmt: skip
