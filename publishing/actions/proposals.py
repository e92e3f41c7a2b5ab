"""Changing what is public: one person proposes, another decides."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from psycopg import sql
from psycopg.types.json import Jsonb

from publishing import rules
from publishing.actions.transaction import Refused, action, locked, refuse_if
from publishing.derived import derive
from publishing.enums import ProposalState
from publishing.models import Account, History, Proposal, ProposedChange, Record
from publishing.table_models import models_by_table


def propose(
    record: Record,
    *,
    by: Account,
    reason: str,
    write: Callable[[], object],
    rule: Callable[[Record, Account], str | None] = rules.cannot_propose,
) -> Proposal | None:
    """Record what `write` would change as a proposal, and change nothing.

    `write` edits the record and its parts in any way; it runs in a savepoint that is rolled back,
    and the history tells what it did. Returns None where it did nothing. A write across several
    records brings the `rule` of its own, and is proposed to the record that it is about.
    """
    with action(by=by, reason=reason):
        refuse_if(rule(locked(record), by))
        if not reason.strip():
            raise Refused(_("A proposal gives a reason."))
        changes = _rehearse(write)
        if not changes:
            return None
        proposal = Proposal.objects.create(
            table_name=record._meta.db_table, record_id=record.pk, reason=reason, made_by=by
        )
        for change in changes:
            change.proposal = proposal
        ProposedChange.objects.bulk_create(changes)
        return proposal


def accept(proposal: Proposal, *, by: Account, reason: str = "") -> Proposal:
    """Apply every change of a proposal, or none where the record changed since."""
    with action(by=by, reason=reason or proposal.reason):
        proposal = locked(proposal)
        refuse_if(rules.cannot_decide(proposal, by))
        _decide(proposal, ProposalState.ACCEPTED, by, reason)
        for rows in _by_row(proposal.changes.order_by("id")):
            APPLY[rows[0].operation](rows)
        return proposal


def reject(proposal: Proposal, *, by: Account, reason: str) -> Proposal:
    """Close a proposal without changing anything."""
    with action(by=by, reason=reason):
        proposal = locked(proposal)
        refuse_if(rules.cannot_decide(proposal, by))
        return _decide(proposal, ProposalState.REJECTED, by, reason)


def _decide(proposal: Proposal, state: ProposalState, by: Account, reason: str) -> Proposal:
    proposal.decided_in = _xact()
    proposal.state, proposal.decided_at, proposal.decided_by = state, timezone.now(), by
    proposal.decision_reason = reason
    proposal.save()
    return proposal


class _RehearsalOver(Exception):
    """Leaves a rehearsal without a trace."""


def _rehearse(write: Callable[[], object]) -> list[ProposedChange]:
    last = History.objects.order_by("-id").values_list("id", flat=True).first() or 0
    changes: list[ProposedChange] = []
    try:
        with transaction.atomic():
            write()
            # Deferred guards are not asked here: their events go with the savepoint.
            for entry in History.objects.filter(id__gt=last, transaction=_xact()).order_by("id"):
                changes += _changed_columns(entry)
            raise _RehearsalOver
    except _RehearsalOver:
        return changes


def _xact() -> int:
    """The database's own number of this transaction, as the history and the guards know it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()::text::bigint")
        return cursor.fetchone()[0]


def _changed_columns(entry: History) -> list[ProposedChange]:
    old, new = entry.old or {}, entry.new or {}
    return [
        ProposedChange(
            table_name=entry.table_name,
            row_id=entry.row_id,
            operation=entry.operation,
            column_name=column,
            old=old.get(column),
            new=new.get(column),
        )
        for column in (new or old)
        if old.get(column) != new.get(column)
    ]


def _by_row(changes: Iterable[ProposedChange]) -> list[list[ProposedChange]]:
    rows: dict[tuple, list[ProposedChange]] = {}
    for change in changes:
        rows.setdefault((change.row_id, change.operation), []).append(change)
    return list(rows.values())


def _update(changes: list[ProposedChange]) -> None:
    new = _new(changes)
    _one_row(
        "UPDATE {table} t SET ({columns}) = (SELECT {new} FROM jsonb_populate_record("
        "NULL::{table}, %s) n) WHERE t.id = %s AND to_jsonb(t) @> %s",
        changes,
        list(new),
        [Jsonb(new), changes[0].row_id, _old(changes)],
    )


def _insert(changes: list[ProposedChange]) -> None:
    new = _new(changes)
    _one_row(
        "INSERT INTO {table} ({columns}) SELECT {new} FROM jsonb_populate_record("
        "NULL::{table}, %s) n",
        changes,
        list(new),
        [Jsonb(new)],
    )


def _delete(changes: list[ProposedChange]) -> None:
    _one_row(
        "DELETE FROM {table} t WHERE t.id = %s AND to_jsonb(t) @> %s",
        changes,
        ["id"],
        [changes[0].row_id, _old(changes)],
    )


APPLY = {"update": _update, "insert": _insert, "delete": _delete}


def _old(changes: list[ProposedChange]) -> Jsonb:
    return Jsonb({change.column_name: change.old for change in changes})


def _new(changes: list[ProposedChange]) -> dict[str, Any]:
    """The values of the row, with those that follow from them by the rules of this day."""
    new = {change.column_name: change.new for change in changes}
    model = models_by_table()[changes[0].table_name]
    stands = model._base_manager.filter(pk=changes[0].row_id).values().first() or {}
    return new | derive(model, stands | new)


def _one_row(
    template: str, changes: list[ProposedChange], columns: list[str], parameters: list
) -> None:
    """Run a statement made of identifiers alone; its values are parameters, converted by type."""
    statement = sql.SQL(template).format(
        table=sql.Identifier(changes[0].table_name),
        columns=sql.SQL(", ").join(map(sql.Identifier, columns)),
        new=sql.SQL(", ").join(sql.Identifier("n", column) for column in columns),
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        if cursor.rowcount != 1:
            raise Refused(_("The record changed since the proposal was made. Propose it anew."))
