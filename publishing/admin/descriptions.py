"""Records as a person reads them: no code, no id, no JSON."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import formats, timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from publishing.admin.fieldsets import get_entered_columns
from publishing.admin.references import (
    Labels,
    get_part_models,
    get_parts,
    get_references,
    load_labels,
)
from publishing.dates import InexactDate
from publishing.models import BaseModel, Record


class Line(NamedTuple):
    """One column of one row: what it is, what it holds, and where that ends up."""

    name: str
    value: str
    where: str


class RecordSection(NamedTuple):
    title: str
    lines: list[Line]


def describe_records(records: list[Record]) -> dict[Any, list[RecordSection]]:
    """By the id of each record: the record and its parts in words. All are of one model."""
    rows = [(record.pk, record) for record in records]
    for model in get_part_models(type(records[0])):
        rows += [(part.record_key, part) for part in get_parts(model, records)]
    labels = load_labels(key for _pk, row in rows for key in get_references(row))
    found: dict[Any, list[RecordSection]] = defaultdict(list)
    for key, row in rows:
        if lines := list(describe_row(row, labels)):
            found[key].append(RecordSection(str(capfirst(row._meta.verbose_name)), lines))
    return found


def describe_row(row: BaseModel, labels: Labels) -> Iterator[Line]:
    """The columns of a row that hold something."""
    for column in get_entered_columns(type(row)):
        value = format_column(column, getattr(row, column.attname), labels)
        if value:
            yield Line(str(capfirst(column.verbose_name)), value, str(column.help_text))


def format_column(column: models.Field, value: Any, labels: Labels) -> str:
    """The value of a column; the empty string for what is not given."""
    if value is None or value == "" or value == []:
        return ""
    if column.related_model:
        return labels.get((column.related_model, str(value)), "—")
    if isinstance(column, ArrayField):
        return ", ".join(format_column(column.base_field, item, labels) for item in value)
    if column.choices:
        return str(dict(column.flatchoices).get(value, value))
    return format_value(value)


def format_value(value: Any) -> str:
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
