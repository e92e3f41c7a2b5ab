"""The companions of a record: what else becomes public, or must be public, with it."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models

from publishing.admin.labels import get_label_prefetches
from publishing.admin.references import get_part_models, get_parts, get_references
from publishing.enums import State
from publishing.models import Record, RecordWriter

#: The `writers` of each of many records, in the query that finds these.
WRITERS = {
    "writers": ArraySubquery(
        RecordWriter.objects.filter(record_id=models.OuterRef("pk")).values("account_id")
    )
}


def find_unpublished(record: Record) -> list[Record]:
    """Every record that `record` cites or refers to, and theirs, that is not published.

    Nearest first. The number of queries depends on how far they lie, never on how many they are.
    """
    seen = {(type(record), str(record.pk))}
    found: list[Record] = []
    frontier = {type(record): [record]}
    while frontier:
        wanted = _get_neighbours(frontier) - seen
        seen |= wanted
        frontier = defaultdict(list)
        for hidden in _load_unpublished(wanted):
            frontier[type(hidden)].append(hidden)
            found.append(hidden)
    return found


def _get_neighbours(
    frontier: dict[type[Record], list[Record]],
) -> set[tuple[type[Record], str]]:
    keys: set[tuple[type[Record], str]] = set()
    for model, records in frontier.items():
        rows: list[models.Model] = [*records]
        for part in get_part_models(model):
            rows += get_parts(part, records)
        keys |= {
            (referred, key)
            for row in rows
            for referred, key in get_references(row)
            if issubclass(referred, Record)
        }
        keys |= set(_get_declared_companions(model, records))
    return keys


def _get_declared_companions(
    model: type[Record], records: Iterable[Record]
) -> Iterable[tuple[type[Record], str]]:
    """What refers to these records and is approved with them, as their admin declares it."""
    staff: Any = admin.site.get_model_admin(model)
    for rows in staff.get_companions([row.pk for row in records]):
        for key in rows.values_list("pk", flat=True):
            yield rows.model, str(key)


def _load_unpublished(keys: set[tuple[type[Record], str]]) -> Iterable[Record]:
    by_model = defaultdict(list)
    for model, key in sorted(keys, key=lambda pair: (pair[0]._meta.label, pair[1])):
        by_model[model].append(key)
    for model, pks in by_model.items():
        rows = model.objects.annotate(**WRITERS).filter(pk__in=pks).exclude(state=State.PUBLISHED)
        yield from rows.order_by("created_at", "id").prefetch_related(*get_label_prefetches(model))
