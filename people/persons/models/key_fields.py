"""The keys of a name, beside it in the database."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Concat

from people.names import WrittenName
from people.persons.name_keys import StoredKeys, derive_stored_keys
from publishing.derived import DerivedField

#: Between the columns in what the keys were derived from.
BETWEEN = "\t"


class NameDerivedField(DerivedField):
    """A column that follows from `sources`: columns of the row, in the order of a WrittenName."""

    def __init__(self, sources: tuple[str, ...] = (), **kwargs: Any) -> None:
        self.sources = tuple(sources)
        super().__init__(**{**kwargs, "editable": False})

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "sources": self.sources}

    def source_values(self, instance: models.Model) -> list[str]:
        return [getattr(instance, source) for source in self.sources]

    def derive_keys(self, instance: models.Model) -> StoredKeys:
        return derive_stored_keys(WrittenName(*self.source_values(instance)))


class KeysField(NameDerivedField, ArrayField):
    """The keys by which a name is found, of every kind (people/persons/name_keys.py)."""

    def __init__(self, sources: tuple[str, ...] = (), **kwargs: Any) -> None:
        kwargs = {"base_field": models.TextField(), "default": list, **kwargs}
        super().__init__(sources, **kwargs)

    def derive(self, instance: models.Model) -> list[str]:
        return list(self.derive_keys(instance).keys)


class FoldedField(NameDerivedField, models.TextField):
    """The words of a name as they are compared letter by letter."""

    def derive(self, instance: models.Model) -> str:
        return self.derive_keys(instance).folded


class KeyedField(NameDerivedField, models.TextField):
    """What the keys were derived from: by it the database tells whether they still hold."""

    def derive(self, instance: models.Model) -> str:
        return BETWEEN.join(self.source_values(instance))


class NameKeyFields:
    """Declared once in a model as `x`, gives the model the columns `x`, `x_folded` and `x_of`.

    `sources`: the column of the whole name. Those of the given name, the family name and the
    language follow, where there are any. Like InexactDateField this is no field itself.
    """

    def __init__(self, *sources: str) -> None:
        self.fields = {
            "": KeysField(sources),
            "_folded": FoldedField(sources, default=""),
            "_of": KeyedField(sources, default=""),
        }

    def contribute_to_class(self, cls: type[models.Model], name: str) -> None:
        for end, field in self.fields.items():
            cls.add_to_class(f"{name}{end}", field)


def keys_hold(name: str, *sources: str) -> Q:
    """The condition that the keys were derived from what the sources hold now."""
    between = Value(BETWEEN)
    parts = [part for source in sources for part in (between, F(source))][1:]
    return Q(**{f"{name}_of": Concat(*parts) if len(parts) > 1 else parts[0]})


def key_indexes(name: str, prefix: str, **options: Any) -> list[models.Index]:
    """For the keys as elements, and for the folded words by their trigrams."""
    folded: dict[str, Any] = {"fields": [f"{name}_folded"], "opclasses": ["gin_trgm_ops"]}
    return [
        GinIndex(fields=[name], name=f"{prefix}_keys", **options),
        GinIndex(name=f"{prefix}_trigrams", **folded, **options),
    ]
