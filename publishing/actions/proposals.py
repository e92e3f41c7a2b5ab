"""Changing what is public: one person proposes, another decides."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from psycopg import sql
from psycopg.types.json import Jsonb

from publishing import rules
from publishing.actions.public_moments import move_public_clocks
from publishing.actions.transaction import Refused, action, lock_row, refuse_if
from publishing.derived import derive_columns
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
        refuse_if(rule(lock_row(record), by))
        if not reason.strip():
            raise Refused(_("A proposal gives a reason."))
        changes = _rehearse_write(write)
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
        proposal = lock_row(proposal)
        refuse_if(rules.cannot_decide(proposal, by))
        _record_decision(proposal, ProposalState.ACCEPTED, by, reason)
        changes = list(proposal.changes.order_by("id"))
        keys = {proposal.record_id, *_list_keys(changes)}
        with move_public_clocks(keys, at=cast(datetime, proposal.decided_at)):
            for rows in _group_by_row(changes):
                _refuse_unknown_columns(rows)
                APPLY[rows[0].operation](rows)
        return proposal


def reject(proposal: Proposal, *, by: Account, reason: str) -> Proposal:
    """Close a proposal without changing anything."""
    with action(by=by, reason=reason):
        proposal = lock_row(proposal)
        refuse_if(rules.cannot_decide(proposal, by))
        return _record_decision(proposal, ProposalState.REJECTED, by, reason)


def _record_decision(
    proposal: Proposal, state: ProposalState, by: Account, reason: str
) -> Proposal:
    proposal.decided_in = _transaction_number()
    proposal.state, proposal.decided_at, proposal.decided_by = state, timezone.now(), by
    proposal.decision_reason = reason
    proposal.save()
    return proposal


class _RehearsalOver(Exception):
    """Leaves a rehearsal without a trace."""


def _rehearse_write(write: Callable[[], object]) -> list[ProposedChange]:
    last = History.objects.order_by("-id").values_list("id", flat=True).first() or 0
    changes: list[ProposedChange] = []
    try:
        with transaction.atomic():
            write()
            # Deferred guards are not asked here: their events go with the savepoint.
            for entry in History.objects.filter(
                id__gt=last, transaction=_transaction_number()
            ).order_by("id"):
                changes += _changed_columns(entry)
            raise _RehearsalOver
    except _RehearsalOver:
        return changes


def _transaction_number() -> int:
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


def _group_by_row(changes: Iterable[ProposedChange]) -> list[list[ProposedChange]]:
    rows: dict[tuple, list[ProposedChange]] = {}
    for change in changes:
        rows.setdefault((change.row_id, change.operation), []).append(change)
    return list(rows.values())


def _list_keys(changes: Iterable[ProposedChange]) -> Iterator[UUID]:
    """The rows that are written, and those that they refer to, now or then."""
    for change in changes:
        yield change.row_id
        if change.column_name.endswith("_id"):
            yield from (UUID(key) for key in (change.old, change.new) if isinstance(key, str))


def _refuse_unknown_columns(changes: list[ProposedChange]) -> None:
    """A proposal may be older than the release that dropped a column or a table."""
    model = models_by_table().get(changes[0].table_name)
    known = {field.column for field in model._meta.concrete_fields} if model else set()
    if not {change.column_name for change in changes} <= known:
        raise Refused(_("What this proposal changes is no longer recorded. Propose it anew."))


def _update_row(changes: list[ProposedChange]) -> None:
    new = _new_values(changes)
    _change_one_row(
        "UPDATE {table} t SET ({columns}) = (SELECT {new} FROM jsonb_populate_record("
        "NULL::{table}, %s) n) WHERE t.id = %s AND to_jsonb(t) @> %s",
        changes,
        list(new),
        [Jsonb(new), changes[0].row_id, _old_values(changes)],
    )


def _insert_row(changes: list[ProposedChange]) -> None:
    new = _new_values(changes)
    _change_one_row(
        "INSERT INTO {table} ({columns}) SELECT {new} FROM jsonb_populate_record("
        "NULL::{table}, %s) n",
        changes,
        list(new),
        [Jsonb(new)],
    )


def _delete_row(changes: list[ProposedChange]) -> None:
    _change_one_row(
        "DELETE FROM {table} t WHERE t.id = %s AND to_jsonb(t) @> %s",
        changes,
        ["id"],
        [changes[0].row_id, _old_values(changes)],
    )


APPLY = {"update": _update_row, "insert": _insert_row, "delete": _delete_row}


def _old_values(changes: list[ProposedChange]) -> Jsonb:
    return Jsonb({change.column_name: change.old for change in changes})


def _new_values(changes: list[ProposedChange]) -> dict[str, Any]:
    """The values of the row, with those that follow from them by the rules of this day."""
    new = {change.column_name: change.new for change in changes}
    model = models_by_table()[changes[0].table_name]
    stands = model._base_manager.filter(pk=changes[0].row_id).values().first() or {}
    return new | derive_columns(model, stands | new)


def _change_one_row(
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
