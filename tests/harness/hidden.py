"""Every cell of the world that the public may not see, and what else could stand in it."""

import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import Error, models, transaction
from hypothesis import strategies as st

from publishing.citing import is_part
from publishing.constrained_fields import WebAddressField
from publishing.dates.fields import EDTFField
from publishing.enums import ColumnClass
from publishing.models import BaseModel, Record, RecordPart
from releases.models import Claim, Release, Statement
from tests.harness.connections import past_every_guard, run
from tests.harness.worlds import STATES, World
from tracker.data_dictionary import column_classes, condition_columns

#: What somebody agreed to show under a pseudonym: codes and dates of these, never words.
UNDER_A_PSEUDONYM = {
    "people_custody", "people_placement", "people_recognition", "releases_release", "releases_leg",
}  # fmt: skip
OF_A_PSEUDONYM = {
    ("people_person", column)
    for column in (
        "pseudonym", "pseudonym_keys", "pseudonym_keys_folded", "pseudonym_keys_of", "published_at",
    )
}  # fmt: skip
#: What decides whether and when a row is seen, or is said of one that was: not content.
NOT_CONTENT = {
    ("people_person", "visibility"), ("support_programme", "is_listed"), ("releases_wave", "slug"),
    ("people_merge", "decided_at"), ("people_merge", "undone_at"),
}  # fmt: skip
#: What is not seen because something that it is about is not.
SUBJECTS: dict[type[Record], tuple[str, ...]] = {
    Release: ("person_id",),
    Claim: ("wave_id", "side__wave_id", "event_id", "programme_id"),
    Statement: ("person_id", "release_id", "wave_id", "event_id", "source_id"),
}


@dataclass(frozen=True)
class Cell:
    model: type[BaseModel]
    column: str
    key: str

    def __repr__(self) -> str:
        return f"{self.model._meta.db_table}.{self.column} of {self.key}"

    @cached_property
    def field(self) -> models.Field:
        return next(f for f in self.model._meta.concrete_fields if f.column == self.column)

    def write(self, value: Any) -> bool:
        """Put `value` there; False where a constraint of the column's own refuses it."""
        table = self.model._meta.db_table
        try:
            with transaction.atomic(), past_every_guard():
                run(f'UPDATE {table} SET "{self.column}" = %s WHERE id = %s', value, self.key)
        except Error:
            run("SET LOCAL ROLE tracker_app")
            return False
        return True


def cells(world: World) -> list[Cell]:
    """Columns that are not public, of every row; and every column of rows that are hidden."""
    concealed = hidden_rows(world)
    return [
        cell
        for model in apps.get_models()
        if issubclass(model, BaseModel) and model._meta.managed
        for key in keys_of(model)
        for cell in of_row(model, key, concealed.get(key))
    ]


def of_row(model: type[BaseModel], key: str, state: str | None) -> Iterator[Cell]:
    for field in model._meta.concrete_fields:
        where = (model._meta.db_table, field.column)
        shown = state == "pseudonym" and is_shown_under_a_pseudonym(field, where)
        if is_content(field, where) and not shown and (state or is_private(where)):
            yield Cell(model, field.column, key)


def is_content(field: models.Field, where: tuple[str, str]) -> bool:
    generated = isinstance(field, models.GeneratedField) or field.primary_key
    return not (generated or field.is_relation or where in condition_columns() | NOT_CONTENT)


def is_shown_under_a_pseudonym(field: models.Field, where: tuple[str, str]) -> bool:
    if is_private(where):
        return False
    return where in OF_A_PSEUDONYM or (where[0] in UNDER_A_PSEUDONYM and not has_text(field))


def is_private(where: tuple[str, str]) -> bool:
    return column_classes()[where] is not ColumnClass.PUBLIC


def columns_of_staff() -> Iterator[tuple[type[BaseModel], models.Field]]:
    """What staff write of a record or of its parts, and readers never see."""
    for model in apps.get_models():
        if issubclass(model, Record) or is_part(model):
            for field in model._meta.concrete_fields:
                where = (model._meta.db_table, field.column)
                if field.editable and is_content(field, where) and is_private(where):
                    yield model, field


def hidden_rows(world: World) -> dict[str, str]:
    """The state of each row that is not seen: a record's own, and its parts'."""
    states = {str(one.row.pk): one.state for one in world.planted if not one.is_shown}
    for model, subjects in SUBJECTS.items():
        for key, *about in model.objects.values_list("pk", *subjects):
            hiding = [states[str(subject)] for subject in about if str(subject) in states]
            states |= {str(key): state for state in hiding[:1]}
    for model in apps.get_models():
        if issubclass(model, RecordPart) and model.part_of and model._meta.managed:
            for key, record in model._default_manager.values_list("pk", path_to(model)):
                if str(record) in states:
                    states[str(key)] = states[str(record)]
    return states


def path_to(model: type[RecordPart]) -> str:
    return f"{model.part_of}_id"


def keys_of(model: type[BaseModel]) -> list[str]:
    return [str(key) for key in model._default_manager.values_list("pk", flat=True)]


WORDS = st.text(string.ascii_lowercase, min_size=1, max_size=12)
VALUES: dict[type[models.Field], st.SearchStrategy] = {
    WebAddressField: st.sampled_from(["https://one.example/", "https://two.example/"]),
    EDTFField: st.sampled_from(["2019", "2024-05", "2025-12-13", "1999~", None]),
    models.BooleanField: st.booleans(),
    models.DateTimeField: st.datetimes(allow_imaginary=False, timezones=st.timezones()),
    models.DateField: st.dates(),
    models.DecimalField: st.integers(0, 90),
    models.UUIDField: st.uuids(),
    models.PositiveSmallIntegerField: st.integers(1, 30000),
    models.SmallIntegerField: st.sampled_from([1, -1]),
    models.IntegerField: st.integers(0, 30000),
    models.FloatField: st.floats(0, 1),
    models.CharField: WORDS,
    models.TextField: WORDS,
    models.JSONField: st.lists(WORDS, max_size=2),
}


def value(cell: Cell) -> st.SearchStrategy:
    """Another content of the cell, of its kind."""
    field = cell.field
    if isinstance(field, ArrayField):
        return st.lists(of_field(field.base_field), max_size=2)
    return of_field(field)


def of_field(field: models.Field) -> st.SearchStrategy:
    if field.choices:
        return st.sampled_from([code for code, _label in field.flatchoices])
    if field.max_length == 2:
        return st.sampled_from(["BY", "LT", "UA"])
    kinds = (kind for kind in VALUES if isinstance(field, kind))
    return VALUES[next(kinds)]


def has_text(field: models.Field) -> bool:
    """True where any words fit: no code of a vocabulary, no array."""
    is_text = isinstance(field, models.CharField | models.TextField)
    return is_text and not field.choices and (field.max_length or 100) >= 10


def private_records(world: World) -> list[Record]:
    """Records that nobody ever saw, so that a world without them is the same to the public."""
    return [one.row for one in world.planted if STATES[one.state]["detail"] == 404]
