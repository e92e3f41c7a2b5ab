"""The parts of records and the rows that a row refers to, fetched by the model, not one by one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.apps import apps
from django.db import models

from publishing.admin.fieldsets import get_entered_columns
from publishing.admin.labels import get_label, get_label_prefetches
from publishing.models import Record, RecordPart

Labels = dict[tuple[type[models.Model], str], str]


def get_part_models(record: type[Record]) -> list[type[RecordPart]]:
    return [
        model
        for model in apps.get_models()
        if issubclass(model, RecordPart)
        and model.part_of
        and model.path()[-1].related_model is record
    ]


def get_parts(model: type[RecordPart], records: Iterable[Record]) -> models.QuerySet:
    """The parts of one kind of some records, with the way to them."""
    found = model._default_manager.filter(
        **{f"{model.part_of}__in": [record.pk for record in records]}
    )
    return found.annotate(record_key=models.F(f"{model.part_of}__id"))


def get_references(row: models.Model) -> Iterator[tuple[type[models.Model], str]]:
    """What a row refers to."""
    for column in get_entered_columns(type(row)):
        if (column.many_to_one or column.one_to_one) and getattr(row, column.attname):
            yield column.related_model, str(getattr(row, column.attname))


def load_labels(keys: Iterable[tuple[type[models.Model], str]]) -> Labels:
    """The label of each row that is referred to, one query for each kind."""
    wanted: dict[type[models.Model], set[str]] = defaultdict(set)
    for model, key in keys:
        wanted[model].add(key)
    return {
        (model, str(row.pk)): get_label(row)
        for model, pks in wanted.items()
        for row in model._default_manager.filter(pk__in=pks).prefetch_related(
            *get_label_prefetches(model)
        )
    }
