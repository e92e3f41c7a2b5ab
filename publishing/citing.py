"""What a record cites, itself or by a part of it: sources, and who says something."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, reduce
from operator import or_
from typing import TypeGuard

from django.apps import apps
from django.db import models
from django.db.models import Q

from publishing.models import BaseModel, Record, RecordPart

#: A table that cites, and its key to what it cites.
CitingKey = tuple[type[BaseModel], models.ForeignKey]


@cache
def list_citing_keys(record: type[Record]) -> tuple[CitingKey, ...]:
    """The keys by which records of a kind, and their parts, cite others."""
    return tuple(
        (model, field)
        for model in apps.get_models()
        if model is record or (is_part(model) and model.path()[-1].related_model is record)
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and getattr(field.related_model, "is_cited", False)
        if field.related_model is not record
    )


def is_part(model: type[models.Model]) -> TypeGuard[type[RecordPart]]:
    return issubclass(model, RecordPart) and bool(model.part_of)


def find_cited(record: Record) -> Iterator[Record]:
    """What the record cites, with one query for each kind of it."""
    conditions: dict[type[models.Model], list[Q]] = defaultdict(list)
    for model, key in list_citing_keys(type(record)):
        way = model.part_of if issubclass(model, RecordPart) else "pk"
        citing = model._base_manager.filter(**{way: record.pk})
        conditions[key.related_model].append(Q(pk__in=citing.values(key.attname)))
    for cited, found in conditions.items():
        yield from cited._base_manager.filter(reduce(or_, found)).order_by("created_at", "id")
