"""Columns that follow from other columns of their row.

Nobody enters, approves or proposes one, and the history does not tell of it: the row is written,
and it is there. Two kinds: what PostgreSQL generates, and what Python derives on every writing.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, cast

from django.db import models
from django.db.models.query_utils import DeferredAttribute


class DerivedAttribute(DeferredAttribute):
    """Reads as what the row's other columns give at this moment, whatever was read or assigned."""

    def __get__(self, instance: models.Model | None, cls: type | None = None) -> Any:
        field = cast("DerivedField", self.field)
        return self if instance is None else field.derive(instance)

    def __set__(self, instance: models.Model, value: Any) -> None:
        # Kept only so that Django sees a column that was read, and writes it again.
        instance.__dict__[self.field.attname] = value


class DerivedField(models.Field):
    """Mixed into the class of a field whose `derive(instance)` gives its value."""

    descriptor_class = DerivedAttribute

    def derive(self, instance: models.Model) -> Any:
        raise NotImplementedError


@cache
def derived_fields(model: type[models.Model]) -> tuple[models.Field, ...]:
    """The columns of a model that follow from its others."""
    return tuple(
        field
        for field in model._meta.concrete_fields
        if field.generated or isinstance(field, DerivedField)
    )


@cache
def _entered_columns(model: type[models.Model]) -> tuple[tuple[str, str], ...]:
    """Attribute and column of each field that follows from no other."""
    follows = derived_fields(model)
    fields = (field for field in model._meta.concrete_fields if field not in follows)
    return tuple((field.attname, str(field.column)) for field in fields)


def derive_columns(model: type[models.Model], row: Mapping[str, Any]) -> dict[str, Any]:
    """What Python derives for a row that is written past its model; both by column."""
    fields = [field for field in derived_fields(model) if isinstance(field, DerivedField)]
    if not fields:
        return {}
    instance = model(
        **{name: row[column] for name, column in _entered_columns(model) if column in row}
    )
    return {str(field.column): field.derive(instance) for field in fields}
