"""What a room above adds to the admin of a room below: the lower room asks, the upper answers.

No room unregisters an admin of another room. It registers an extension of the model instead:

    @extend_admin(Person)
    class JourneyOfPerson(AdminExtension):
        inlines = (LegInline,)
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, TypeVar
from uuid import UUID

from django.contrib.admin.options import InlineModelAdmin
from django.db import models


class RelatedRecords(NamedTuple):
    """Records about a record, shown on its page, and where another one is added."""

    title: Any
    add: Any
    rows: models.QuerySet
    query: str


class AdminExtension:
    """What a room above knows of a model of a room below; every answer here is nothing."""

    inlines: tuple[type[InlineModelAdmin], ...] = ()
    list_filter: tuple[Any, ...] = ()

    def get_related_records(self, row: Any) -> list[RelatedRecords]:
        return []

    def get_notes(self, keys: Iterable[UUID]) -> dict[UUID, list[str]]:
        """Words beside each of these rows, such as the waves that a person was in."""
        return {}


Extension = TypeVar("Extension", bound=type[AdminExtension])
_extensions: dict[type[models.Model], list[AdminExtension]] = {}


def extend_admin(model: type[models.Model]) -> Callable[[Extension], Extension]:
    """Register the decorated class as an extension of the admin of `model`."""

    def add_extension(extension: Extension) -> Extension:
        _extensions.setdefault(model, []).append(extension())
        return extension

    return add_extension


def get_extensions(model: type[models.Model]) -> list[AdminExtension]:
    return _extensions.get(model, [])


def collect_notes(model: type[models.Model], keys: Iterable[UUID]) -> dict[UUID, list[str]]:
    """The notes of every extension of `model` about each of these rows."""
    notes: dict[UUID, list[str]] = defaultdict(list)
    for extension in get_extensions(model):
        for key, words in extension.get_notes(keys).items():
            notes[key] += words
    return notes
