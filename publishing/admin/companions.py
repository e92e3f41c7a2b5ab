"""Before something becomes public: which other records stand or fall with it."""

from collections import defaultdict
from collections.abc import Iterable

from django.contrib import admin
from django.db import models

from publishing.admin.descriptions import keys_of, part_models, parts_of
from publishing.admin.labels import label_needs
from publishing.enums import State
from publishing.models import Record


def not_public_yet(record: Record) -> list[Record]:
    """Every record that this one cites or refers to, and theirs, that is not published.

    Nearest first. The number of queries depends on how far they lie, never on how many they are.
    """
    seen = {(type(record), str(record.pk))}
    found: list[Record] = []
    frontier = {type(record): [record]}
    while frontier:
        wanted = _beyond(frontier) - seen
        seen |= wanted
        frontier = defaultdict(list)
        for hidden in _unpublished(wanted):
            frontier[type(hidden)].append(hidden)
            found.append(hidden)
    return found


def _beyond(frontier: dict[type[Record], list[Record]]) -> set[tuple[type[Record], str]]:
    keys = set()
    for model, records in frontier.items():
        rows: list[models.Model] = [*records]
        for part in part_models(model):
            rows += parts_of(part, records)
        keys |= {key for row in rows for key in keys_of(row) if issubclass(key[0], Record)}
        keys |= set(_companions(model, records))
    return keys


def _companions(
    model: type[Record], records: Iterable[Record]
) -> Iterable[tuple[type[Record], str]]:
    """What refers to these records and is approved with them, as their admin declares it."""
    for rows in admin.site.get_model_admin(model).companions([row.pk for row in records]):
        for key in rows.values_list("pk", flat=True):
            yield rows.model, str(key)


def _unpublished(keys: set[tuple[type[Record], str]]) -> Iterable[Record]:
    by_model = defaultdict(list)
    for model, key in sorted(keys, key=lambda pair: (pair[0]._meta.label, pair[1])):
        by_model[model].append(key)
    for model, pks in by_model.items():
        rows = model.objects.filter(pk__in=pks).exclude(state=State.PUBLISHED)
        yield from rows.order_by("created_at", "id").prefetch_related(*label_needs(model))
