"""Old and new values as a person reads them, from the history or from a proposal."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from publishing.admin.descriptions import Labels, columns, in_words, labels_for
from publishing.models import Account, History, Proposal
from publishing.table_models import models_by_table

OPERATIONS = {"insert": _("added"), "update": _("changed"), "delete": _("deleted")}


class RowChange(NamedTuple):
    """What happened, or would happen, to one row; `old` and `new` by column."""

    table: str
    operation: str
    old: dict[str, Any]
    new: dict[str, Any]


class Difference(NamedTuple):
    name: str
    old: str
    new: str


class Told(NamedTuple):
    title: str
    operation: str
    differences: list[Difference]


def of_history(entry: History) -> RowChange:
    return RowChange(entry.table_name, entry.operation, entry.old or {}, entry.new or {})


def of_proposal(proposal: Proposal) -> list[RowChange]:
    """One for each row, in the order in which they were proposed."""
    rows: dict[tuple[Any, str], RowChange] = {}
    for change in proposal.changes.order_by("id"):
        row = rows.setdefault(
            (change.row_id, change.operation),
            RowChange(change.table_name, change.operation, {}, {}),
        )
        row.old[change.column_name], row.new[change.column_name] = change.old, change.new
    return list(rows.values())


def told(changes: Iterable[RowChange]) -> list[Told]:
    """The changes in words; the names of all they refer to are fetched together."""
    changes = [change for change in changes if _is_told(change)]
    known = labels_for(key for change in changes for key in _keys(change))
    return [_tell(change, known) for change in changes]


def _is_told(change: RowChange) -> bool:
    """A row of which nobody enters anything is bookkeeping of what stands beside it."""
    model = models_by_table().get(change.table)
    return model is None or bool(columns(model))


def _tell(change: RowChange, known: Labels) -> Told:
    model = models_by_table().get(change.table)
    differences = [
        Difference(capfirst(column.verbose_name), old, new)
        for column in (_named(model, change) if model else [])
        if (old := _words(column, change.old, known)) != (new := _words(column, change.new, known))
    ]
    title = capfirst(model._meta.verbose_name) if model else change.table
    return Told(title, str(OPERATIONS[change.operation]), differences)


def _words(column: models.Field, values: dict[str, Any], known: Labels) -> str:
    value = values.get(column.attname)
    try:
        return in_words(column, column.to_python(value), known)
    except ValidationError:  # a value from before the vocabulary changed
        return str(value)


def _keys(change: RowChange) -> Iterator[tuple[type[models.Model], str]]:
    model = models_by_table().get(change.table)
    for column in _named(model, change) if model else []:
        if column.many_to_one or column.one_to_one:
            for values in (change.old, change.new):
                if values.get(column.attname):
                    yield column.related_model, str(values[column.attname])


def _named(model: type[models.Model], change: RowChange) -> list[models.Field]:
    """What a person enters, the state that the actions move, and to whom a row was given."""
    entered = columns(model)
    moved = [
        field
        for field in model._meta.concrete_fields
        if field not in entered and (field.name == "state" or _is_given(field, change))
    ]
    return [*moved, *entered]


def _is_given(field: models.Field, change: RowChange) -> bool:
    return (
        change.operation == "update"
        and field.is_relation
        and field.related_model is not Account
        and change.old.get(field.attname) != change.new.get(field.attname)
    )
