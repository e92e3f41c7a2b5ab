"""Records and their changes as a person reads them: no code, no id, no JSON."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import formats, timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from publishing.admin.labels import label, label_needs
from publishing.dates import InexactDate
from publishing.models import BaseModel, Record, RecordPart

Labels = dict[tuple[type[models.Model], str], str]


class Line(NamedTuple):
    """One column of one row: what it is, what it holds, and where that ends up."""

    name: str
    value: str
    where: str


class Section(NamedTuple):
    title: str
    lines: list[Line]


def sections(records: list[Record]) -> dict[Any, list[Section]]:
    """By the id of each record: itself and its parts, in words. All are of one model."""
    rows = [(record.pk, record) for record in records]
    for model in part_models(type(records[0])):
        rows += [(part.record_key, part) for part in parts_of(model, records)]
    known = labels_for(key for _pk, row in rows for key in keys_of(row))
    found: dict[Any, list[Section]] = defaultdict(list)
    for key, row in rows:
        if lines := list(lines_of(row, known)):
            found[key].append(Section(capfirst(row._meta.verbose_name), lines))
    return found


def lines_of(row: BaseModel, known: Labels) -> Iterator[Line]:
    """The columns of a row that hold something."""
    for column in columns(type(row)):
        value = in_words(column, getattr(row, column.attname), known)
        if value:
            yield Line(capfirst(column.verbose_name), value, str(column.help_text))


def columns(model: type[models.Model]) -> list[models.Field]:
    """What a person enters, in the order of the model."""
    owner = {key.name for key in model.path()[:1]} if issubclass(model, RecordPart) else set()
    return [
        column
        for column in model._meta.concrete_fields
        if column.editable and not column.generated and column.name not in owner
    ]


def in_words(column: models.Field, value: Any, known: Labels) -> str:
    """One value; the empty string for what is not given."""
    if value is None or value == "" or value == []:
        return ""
    if column.many_to_one or column.one_to_one:
        return known.get((column.related_model, str(value)), "—")
    if isinstance(column, ArrayField):
        return ", ".join(in_words(column.base_field, item, known) for item in value)
    if column.choices:
        return str(dict(column.flatchoices).get(value, value))
    return plain(value)


def plain(value: Any) -> str:
    """A value that is no code, as one writes it in the active language."""
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, InexactDate):
        return value.in_words()
    if isinstance(value, Decimal) and value == int(value):
        return formats.localize(int(value))
    if hasattr(value, "tzinfo"):
        return formats.date_format(timezone.localtime(value), "DATETIME_FORMAT")
    return formats.localize(value) if not isinstance(value, str) else value


# --- Rows and the rows they refer to, by the model and not one by one


def part_models(record: type[Record]) -> list[type[RecordPart]]:
    return [
        model
        for model in apps.get_models()
        if issubclass(model, RecordPart)
        and model.part_of
        and model.path()[-1].related_model is record
    ]


def parts_of(model: type[RecordPart], records: Iterable[Record]) -> models.QuerySet:
    """The parts of one kind of some records, with the way to them."""
    found = model.objects.filter(**{f"{model.part_of}__in": [record.pk for record in records]})
    return found.annotate(record_key=models.F(f"{model.part_of}__id"))


def keys_of(row: models.Model) -> Iterator[tuple[type[models.Model], str]]:
    """What a row refers to."""
    for column in columns(type(row)):
        if (column.many_to_one or column.one_to_one) and getattr(row, column.attname):
            yield column.related_model, str(getattr(row, column.attname))


def labels_for(keys: Iterable[tuple[type[models.Model], str]]) -> Labels:
    """The label of each row that is referred to, one query for each kind."""
    wanted: dict[type[models.Model], set[str]] = defaultdict(set)
    for model, key in keys:
        wanted[model].add(key)
    return {
        (model, str(row.pk)): label(row)
        for model, pks in wanted.items()
        for row in model._default_manager.filter(pk__in=pks).prefetch_related(*label_needs(model))
    }
