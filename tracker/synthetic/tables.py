"""Rows by the thousand: COPY, through every guard and into the history as any other insert."""

from collections.abc import Callable
from datetime import UTC, datetime
from random import Random
from typing import Any
from uuid import UUID

from django.db import connection, models

from publishing.derived import derive_columns
from publishing.models import Account, BaseModel, Record

#: The world has one moment of its own, so that a seed always gives the same rows.
WRITTEN_AT = datetime(2026, 1, 1, tzinfo=UTC)


class Tables:
    """The rows of a world until they are copied; the order of their tables does not matter."""

    def __init__(self, chance: Random, author: Account) -> None:
        self.chance = chance
        self.author = author
        self.rows: dict[type[BaseModel], list[dict[str, Any]]] = {}

    def add_row(self, model: type[BaseModel], **columns: Any) -> UUID:
        """A row with these columns, else the defaults of its model; gives its id."""
        key = UUID(int=self.chance.getrandbits(128), version=4)
        self.rows.setdefault(model, []).append({"id": key, **columns})
        return key

    def copy_rows(self) -> None:
        for model, rows in self.rows.items():
            self._copy_table(model, rows)

    def _copy_table(self, model: type[BaseModel], rows: list[dict[str, Any]]) -> None:
        defaults = self._column_defaults(model)
        unknown = set().union(*rows) - defaults.keys()
        if unknown:
            raise TypeError(f"{model.__name__} has no columns {sorted(unknown)}")
        columns = ", ".join(f'"{name}"' for name in defaults)
        copying = f"COPY {model._meta.db_table} ({columns}) FROM STDIN"
        with connection.cursor() as cursor, cursor.copy(copying) as copy:
            for row in rows:
                row |= derive_columns(model, defaults | row)
                copy.write_row([row.get(name, value) for name, value in defaults.items()])

    def _column_defaults(self, model: type[BaseModel]) -> dict[str, Any]:
        given = {field.attname: _default_value(field) for field in model._meta.concrete_fields}
        if issubclass(model, Record):
            given |= {"created_at": WRITTEN_AT, "created_by_id": self.author.pk}
        return {
            field.attname: given[field.attname]
            for field in model._meta.concrete_fields
            if not isinstance(field, models.GeneratedField)
        }


def _default_value(field: models.Field) -> Any:
    default = field.get_default()
    return default.value if isinstance(default, models.enums.Choices) else default


def write_languages(name: str, write: Callable[[str], str]) -> dict[str, str]:
    """The columns of a translated field in the three languages that the site begins with."""
    return {f"{name}_{language}": write(language) for language in ("be", "ru", "en")}
