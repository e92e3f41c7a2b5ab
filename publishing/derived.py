"""Columns that follow from other columns of their row.

Nobody enters, approves or proposes one, and the history does not tell of it: the row is written,
and it is there. Two kinds: what PostgreSQL generates, and what Python derives on every writing.
"""

from collections.abc import Mapping
from typing import Any, cast

from django.db import models
from django.db.models.query_utils import DeferredAttribute


class DerivedAttribute(DeferredAttribute):
    """Reads as what the row's other columns give at this moment, whatever was read or assigned."""

    def __get__(self, instance: models.Model | None, cls: type | None = None) -> Any:
        field = cast("Derived", self.field)
        return self if instance is None else field.derive(instance)

    def __set__(self, instance: models.Model, value: Any) -> None:
        # Kept only so that Django sees a column that was read, and writes it again.
        instance.__dict__[self.field.attname] = value


class Derived(models.Field):
    """Mixed into the class of a field whose `derive(instance)` gives its value."""

    descriptor_class = DerivedAttribute

    def derive(self, instance: models.Model) -> Any:
        raise NotImplementedError


def derived(model: type[models.Model]) -> list[models.Field]:
    """The columns of a model that follow from its others."""
    return [
        field
        for field in model._meta.concrete_fields
        if field.generated or isinstance(field, Derived)
    ]


def derive(model: type[models.Model], row: Mapping[str, Any]) -> dict[str, Any]:
    """What Python derives for a row that is written past its model; both by column."""
    fields = [field for field in derived(model) if isinstance(field, Derived)]
    if not fields:
        return {}
    given = {
        field.attname: row[str(field.column)]
        for field in model._meta.concrete_fields
        if field.column in row and field not in derived(model)
    }
    instance = model(**given)
    return {str(field.column): field.derive(instance) for field in fields}
