"""The rows of the database that a person has by what a list says; nothing is written here."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from django.db import models

from people.imports.models import Import
from people.imports.row_parser import FlatFields
from people.persons.models import (
    Charge,
    Custody,
    CustodyCitation,
    Identifier,
    Name,
    NameCitation,
    Person,
    PersonCitation,
    Placement,
    Recognition,
    RecognitionCitation,
    Sentence,
)
from publishing.models import Account
from sources.enums import Locator

#: In the order in which they are written.
BUILT_MODELS: tuple[type[models.Model], ...] = (
    Person, PersonCitation, Name, NameCitation, Identifier, Recognition, RecognitionCitation,
    Custody, CustodyCitation, Placement, Charge, Sentence,
)  # fmt: skip
#: Part of a person → what its columns hold.
FieldsByPart = defaultdict[str, dict[str, Any]]
COLUMNS = {"facility": "facility_id"}


class BuiltRow(NamedTuple):
    """A row to be written: what its columns hold, by attribute; the others have their defaults."""

    model: type[models.Model]
    values: dict[str, Any]


@cache
def find_column(name: str) -> str:
    """The attribute of the model that a field's value is assigned to."""
    last = name.partition(".")[2]
    return COLUMNS.get(last, last)


def parse_value(name: str, text: str) -> Any:
    """The value of a field as its column takes it."""
    if name == "sentence.months":
        return int(text)
    return text == "yes" if name == "sentence.is_not_yet_begun" else text


class RecordBuilder:
    """Makes rows for one import: cited to its source, recognised by its publisher."""

    def __init__(self, listing: Import, by: Account) -> None:
        self.listing, self.by = listing, by
        self.cited = {"source_id": listing.source_id, "locator": Locator.TABLE}

    def build_person(self, said: FlatFields) -> tuple[UUID, list[BuiltRow]]:
        """A new draft of a person with all that is said: their id, and the rows."""
        key = uuid4()
        person = {"id": key, "created_by_id": self.by.pk, **_group_by_part(said)["person"]}
        made = [BuiltRow(Person, person), self._build_citation(PersonCitation, "person_id", key)]
        return key, [*made, *self.build_parts(said, key)]

    def build_parts(
        self, said: FlatFields, person: UUID, custody: UUID | None = None
    ) -> Iterator[BuiltRow]:
        """Parts of a person that are not there yet. `custody`: that in which a place would be."""
        of, parts = {"person_id": person}, _group_by_part(said)
        if "name.text" in said:
            yield (name := _build_row(Name, of | parts["name"]))
            yield self._build_citation(NameCitation, "name_id", name.values["id"])
        if "identifier.value" in said:
            number = of | {"scheme": self.listing.scheme} | parts["identifier"]
            yield _build_row(Identifier, number)
        if "recognition" in said:
            organisation = {"organisation_id": self.listing.source.publisher_id}
            yield (recognition := _build_row(Recognition, of | organisation))
            key = recognition.values["id"]
            yield self._build_citation(RecognitionCitation, "recognition_id", key)
        yield from self._build_custody(parts, person, custody)
        for field in said:
            if field.startswith("charge:"):
                yield _build_row(Charge, of | {"article_id": UUID(field.partition(":")[2])})
        if sentence := parts["sentence"]:
            yield _build_row(Sentence, of | sentence)

    def _build_custody(
        self, parts: FieldsByPart, person: UUID, within: UUID | None
    ) -> Iterator[BuiltRow]:
        if held := parts["custody"]:
            yield (custody := _build_row(Custody, {"person_id": person, **held}))
            within = custody.values["id"]
            yield self._build_citation(CustodyCitation, "custody_id", within)
        if (place := parts["placement"]) and within:
            yield _build_row(Placement, {"custody_id": within, **place})

    def _build_citation(self, model: type[models.Model], of: str, key: UUID | None) -> BuiltRow:
        return _build_row(model, {of: key, **self.cited})


def _build_row(model: type[models.Model], values: dict[str, Any]) -> BuiltRow:
    return BuiltRow(model, {"id": uuid4(), **values})


def _group_by_part(said: FlatFields) -> FieldsByPart:
    """What is said of each part of a person, by column."""
    parts: FieldsByPart = defaultdict(dict)
    for name, text in said.items():
        part, dot, _column = name.partition(".")
        if dot:
            parts[part][find_column(name)] = parse_value(name, text)
    return parts
