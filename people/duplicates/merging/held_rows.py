"""The rows that belong to a person, found through the keys that lead to people, in any room.

A part may say more about its rows. `once_per_person`: one membership of a wave. `moves_as_one`: the
legs of a journey.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from django.db import models

from people.duplicates.models import Merge, NotTheSame
from people.persons.models import Person
from publishing.models import BaseModel, Record, RecordPart

#: What is decided about people is no row of theirs.
ABOUT_PEOPLE = (Merge, NotTheSame, Person)


@dataclass(frozen=True)
class HeldRow:
    """A row, and the key of it that leads to a person."""

    key: models.ForeignKey
    row: models.Model

    @property
    def place(self) -> tuple[type[models.Model], UUID]:
        return type(self.row), self.row.pk

    @property
    def record(self) -> Record | None:
        """The record it is seen with; None for what is private."""
        if isinstance(self.row, Record):
            return self.row
        return self.row.record if isinstance(self.row, RecordPart) else None


@cache
def keys_to_people() -> tuple[models.ForeignKey, ...]:
    """Every key that leads to a person, in a fixed order.

    What is no BaseModel is derived from others.
    """
    relations: list[Any] = Person._meta.get_fields(include_hidden=True)
    found = (
        relation.field
        for relation in relations
        if relation.auto_created and (relation.one_to_many or relation.one_to_one)
    )
    ours = (
        key for key in found if issubclass(key.model, BaseModel) and key.model not in ABOUT_PEOPLE
    )
    return tuple(sorted(ours, key=lambda key: (key.model._meta.label, key.name)))


def find_rows_of(person: Person) -> list[HeldRow]:
    return [
        HeldRow(key, row)
        for key in keys_to_people()
        for row in key.model._base_manager.filter(**{key.attname: person.pk}).order_by("pk")
    ]


def bundle_rows(held: Iterable[HeldRow]) -> Iterator[list[HeldRow]]:
    """Rows that stand or fall together: a charge with its custody, a journey with all its legs."""
    held = list(held)
    together: dict[Any, list[HeldRow]] = {(one.key, one.row.pk): [one] for one in held}
    by_place: dict[Any, list[HeldRow]] = defaultdict(list)
    for one in held:
        by_place[one.place].append(one)
        if isinstance(one.row, RecordPart) and one.row.moves_as_one:
            by_place[type(one.row)].append(one)
    for one in held:
        places: list[Any] = [type(one.row), one.place, *_refers_to(one.row)]
        for place in places:
            for other in by_place.get(place, []):
                _join_bundles(together, one, other)
    seen: set[int] = set()
    for bundle in together.values():
        if id(bundle) not in seen:
            seen.add(id(bundle))
            yield bundle


def _join_bundles(together: dict[Any, list[HeldRow]], one: HeldRow, other: HeldRow) -> None:
    mine, theirs = (together[each.key, each.row.pk] for each in (one, other))
    if mine is not theirs:
        mine += theirs
        for each in theirs:
            together[each.key, each.row.pk] = mine


def _refers_to(row: models.Model) -> Iterator[tuple[type[models.Model], UUID]]:
    for column in row._meta.concrete_fields:
        if column.is_relation and getattr(row, column.attname):
            yield column.related_model, getattr(row, column.attname)


def find_hanging_on(
    homeward: set[tuple[type[models.Model], UUID]], held: list[HeldRow]
) -> list[HeldRow]:
    """Of these rows those that hang on one that goes, on one that hangs on it, and so on."""
    found: list[HeldRow] = []
    while True:
        more = [
            one for one in held if one.place not in homeward and homeward & set(_refers_to(one.row))
        ]
        if not more:
            return found
        found += more
        homeward |= {one.place for one in more}


def is_double(one: HeldRow, survivor: Person) -> bool:
    """Whether the survivor has a row that says exactly this, or the one row that they may have."""
    if not isinstance(one.row, RecordPart):
        return False
    theirs = type(one.row)._base_manager.filter(**{one.key.attname: survivor.pk})
    if path := one.row.once_per_person:
        value = type(one.row)._base_manager.filter(pk=one.row.pk).values_list(path)[0][0]
        if value is not None and theirs.filter(**{path: value}).exists():
            return True
    said = _read_content(one.key, one.row)
    return any(_read_content(one.key, other) == said for other in theirs)


def _read_content(key: models.ForeignKey, row: models.Model) -> list[Any]:
    return [
        getattr(row, column.attname)
        for column in row._meta.concrete_fields
        if column not in (key, row._meta.pk) and not column.generated
    ]
