"""The models of tables, which the history and proposals call by their table names."""

from functools import cache
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.text import capfirst


@cache
def models_by_table() -> dict[str, type[models.Model]]:
    """Of every table of the product its model; a table that is no more has none."""
    return {model._meta.db_table: model for model in apps.get_models()}


def get_table_noun(table: str) -> str:
    """What a row of the table is called; the name of a table that is no more stands for itself."""
    model = models_by_table().get(table)
    return str(capfirst(model._meta.verbose_name)) if model else table


def find_row(table: str, key: Any) -> Any:
    """The row of this id, or None where the row or its table is no more."""
    model = models_by_table().get(table)
    return model._default_manager.filter(pk=key).first() if model else None
