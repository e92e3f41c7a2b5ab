"""The models of tables, which the history and proposals call by their table names."""

from functools import cache

from django.apps import apps
from django.db import models


@cache
def models_by_table() -> dict[str, type[models.Model]]:
    """Of every table of the product its model; a table that is no more has none."""
    return {model._meta.db_table: model for model in apps.get_models()}
