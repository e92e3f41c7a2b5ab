"""The rows of the database that a person has by what a list says; nothing is written here."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

from django.db import models

from people.imports.saying import Said
from people.models import (
    Charge,
    Custody,
    CustodyCitation,
    Identifier,
    Import,
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
MADE: tuple[type[models.Model], ...] = (
    Person, PersonCitation, Name, NameCitation, Identifier, Recognition, RecognitionCitation,
    Custody, CustodyCitation, Placement, Charge, Sentence,
)  # fmt: skip
COLUMNS = {"facility": "facility_id"}


def column(name: str) -> str:
    """The attribute of the model that a field's value is assigned to."""
    last = name.partition(".")[2]
    return COLUMNS.get(last, last)


def value(name: str, text: str) -> Any:
    """The value of a field as its column takes it."""
    if name == "sentence.months":
        return int(text)
    return text == "yes" if name == "sentence.is_not_yet_begun" else text


class Maker:
    """Makes rows for one import: cited to its source, recognised by its publisher."""

    def __init__(self, listing: Import, by: Account) -> None:
        self.listing, self.by = listing, by
        self.cited = {"source_id": listing.source_id, "locator": Locator.TABLE}

    def person(self, said: Said) -> tuple[UUID, list[models.Model]]:
        """A new draft of a person with all that is said: their id, and the rows."""
        key = uuid4()
        person = Person(pk=key, created_by=self.by, **_of(said, "person"))
        citation = PersonCitation(person_id=key, **self.cited)
        return key, [person, citation, *self.parts(said, key)]

    def parts(
        self, said: Said, person: UUID, custody: UUID | None = None
    ) -> Iterator[models.Model]:
        """Parts of a person that are not there yet. `custody`: that in which a place would be."""
        if "name.text" in said:
            name = Name(person_id=person, **_of(said, "name"))
            yield name
            yield NameCitation(name_id=name.pk, **self.cited)
        if "identifier.value" in said:
            number = _of(said, "identifier")
            yield Identifier(person_id=person, scheme=self.listing.scheme, **number)
        if "recognition" in said:
            recognition = Recognition(
                person_id=person, organisation_id=self.listing.source.publisher_id
            )
            yield recognition
            yield RecognitionCitation(recognition_id=recognition.pk, **self.cited)
        yield from self._custody(said, person, custody)
        for name in said:
            if name.startswith("charge:"):
                yield Charge(person_id=person, article_id=UUID(name.partition(":")[2]))
        if sentence := _of(said, "sentence"):
            yield Sentence(person_id=person, **sentence)

    def _custody(self, said: Said, person: UUID, within: UUID | None) -> Iterator[models.Model]:
        if held := _of(said, "custody"):
            custody = Custody(person_id=person, **held)
            yield custody
            yield CustodyCitation(custody_id=custody.pk, **self.cited)
            within = custody.pk
        if (place := _of(said, "placement")) and within:
            yield Placement(custody_id=within, **place)


def _of(said: Said, part: str) -> dict[str, Any]:
    """The columns of one part of what is said."""
    start = f"{part}."
    return {
        column(name): value(name, text) for name, text in said.items() if name.startswith(start)
    }
