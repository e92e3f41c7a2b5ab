"""The diff of a row as a person reads it, from the history (the audit trail) or a proposal."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from publishing.admin.descriptions import format_column
from publishing.admin.fieldsets import get_entered_columns
from publishing.admin.references import Labels, load_labels
from publishing.models import Account, History, Proposal
from publishing.table_models import models_by_table

OPERATIONS = {"insert": _("added"), "update": _("changed"), "delete": _("deleted")}


class RowChange(NamedTuple):
    """What happened, or would happen, to one row; `old` and `new` by column."""

    table: str
    operation: str
    old: dict[str, Any]
    new: dict[str, Any]


class DiffLine(NamedTuple):
    name: str
    old: str
    new: str


class DiffSection(NamedTuple):
    title: str
    operation: str
    fields: list[DiffLine]


def change_of_entry(entry: History) -> RowChange:
    return RowChange(entry.table_name, entry.operation, entry.old or {}, entry.new or {})


def changes_of_proposal(proposal: Proposal) -> list[RowChange]:
    """One for each row, in the order in which they were proposed."""
    rows: dict[tuple[Any, str], RowChange] = {}
    for change in proposal.changes.order_by("id"):
        row = rows.setdefault(
            (change.row_id, change.operation),
            RowChange(change.table_name, change.operation, {}, {}),
        )
        row.old[change.column_name], row.new[change.column_name] = change.old, change.new
    return list(rows.values())


def describe_changes(changes: Iterable[RowChange]) -> list[DiffSection]:
    """The changes in words; the labels of all rows that they refer to are fetched together."""
    changes = [change for change in changes if is_entered(change)]
    labels = load_labels(key for change in changes for key in _get_references(change))
    return [_describe_change(change, labels) for change in changes]


def describe_entries(entries: list[History]) -> list[tuple[History, DiffSection]]:
    """Each entry of the history in which somebody entered something, with its diff."""
    changes = [(entry, change_of_entry(entry)) for entry in entries]
    shown = [(entry, change) for entry, change in changes if is_entered(change)]
    diffs = describe_changes(change for _entry, change in shown)
    return [(entry, diff) for (entry, _change), diff in zip(shown, diffs, strict=True)]


def is_entered(change: RowChange) -> bool:
    """A row of which nobody enters anything is bookkeeping of what stands beside it."""
    model = models_by_table().get(change.table)
    return model is None or bool(get_entered_columns(model))


def _describe_change(change: RowChange, labels: Labels) -> DiffSection:
    model = models_by_table().get(change.table)
    fields = [
        DiffLine(str(capfirst(column.verbose_name)), old, new)
        for column in _get_told_columns(change)
        if (old := _format_column(column, change.old, labels))
        != (new := _format_column(column, change.new, labels))
    ]
    title = str(capfirst(model._meta.verbose_name)) if model else change.table
    return DiffSection(title, str(OPERATIONS[change.operation]), fields)


def _format_column(column: models.Field, values: dict[str, Any], labels: Labels) -> str:
    value = values.get(column.attname)
    try:
        return format_column(column, column.to_python(value), labels)
    except ValidationError:  # a value from before the vocabulary changed
        return str(value)


def _get_references(change: RowChange) -> Iterator[tuple[type[models.Model], str]]:
    for column in _get_told_columns(change):
        if column.many_to_one or column.one_to_one:
            for values in (change.old, change.new):
                if values.get(column.attname):
                    yield column.related_model, str(values[column.attname])


def _get_told_columns(change: RowChange) -> list[models.Field]:
    """What a person enters, the state that the actions move, and to whom a row was given."""
    model = models_by_table().get(change.table)
    if model is None:
        return []
    entered = get_entered_columns(model)
    moved = [
        field
        for field in model._meta.concrete_fields
        if field not in entered and (field.name == "state" or _is_given_away(field, change))
    ]
    return [*moved, *entered]


def _is_given_away(field: models.Field, change: RowChange) -> bool:
    return (
        change.operation == "update"
        and field.is_relation
        and field.related_model is not Account
        and change.old.get(field.attname) != change.new.get(field.attname)
    )
