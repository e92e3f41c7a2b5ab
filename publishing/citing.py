"""What a record cites, itself or by a part of it: sources, and who says something."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, reduce
from itertools import accumulate, chain
from operator import or_
from typing import TypeGuard
from uuid import UUID

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q

from publishing.models import BaseModel, Record, RecordPart
from publishing.querysets import CLOSED, VISIBLE

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


@cache
def list_citations(record: type[Record]) -> tuple[type[RecordPart], ...]:
    """The tables by which records of a kind, or their parts, cite a source."""
    return tuple(
        model
        for model, key in list_citing_keys(record)
        if is_part(model) and getattr(model, "is_citation", False)
    )


def without_public_source(record: type[Record], but: models.Model | None = None) -> Q:
    """The condition that a public record, or a part of one, has lost its last public source.

    With `but` it is asked before that source goes: whose last one it is.
    """
    lost = Q()
    for citation in list_citations(record):
        source = citation._meta.get_field("source").related_model
        sources = source.objects.filter(is_private=False)
        public = Q(source__in=sources.visible().exclude(pk=but and but.pk))
        went = Q(source__in=sources.filter(pk=but.pk) if but else sources.filter(CLOSED))
        owner = citation.path()[0].name
        left = citation._base_manager.filter(public, **{owner: OuterRef(owner)})
        bare = citation._base_manager.filter(
            went, ~Exists(left), **{citation.part_of: OuterRef("pk")}
        )
        lost |= Q(Exists(bare))
    return VISIBLE & lost


def find_citing(cited: models.Model) -> Iterator[models.QuerySet]:
    """The records that cite another, or a part of which does: a queryset for each kind."""
    for record, keys in _list_keys_to(type(cited)):
        found = Q()
        for model, key in keys:
            rows = model._base_manager.filter(**{key.name: cited})
            found |= Q(pk__in=rows.values(_list_owners(model)[-1]))
        yield record._default_manager.filter(found)


def list_citing_ids(cited: models.Model) -> Iterator[UUID]:
    """The rows that cite another, and what each is a part of."""
    for _record, keys in _list_keys_to(type(cited)):
        for model, key in keys:
            rows = model._base_manager.filter(**{key.name: cited})
            yield from chain.from_iterable(rows.values_list(*_list_owners(model)))


def _list_keys_to(cited: type[models.Model]) -> Iterator[tuple[type[Record], list[CitingKey]]]:
    for record in apps.get_models():
        if issubclass(record, Record):
            keys = [each for each in list_citing_keys(record) if each[1].related_model is cited]
            if keys:
                yield record, keys


def _list_owners(model: type[BaseModel]) -> list[str]:
    """The names that lead from a row to itself, to what it is a part of, and to the record."""
    names = [key.name for key in model.path()] if is_part(model) else []
    return ["pk", *accumulate(names, "{}__{}".format)]
