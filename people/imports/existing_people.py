"""What the database holds of people now, in the same flat fields as a row of a list says it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import F

from people.persons.models import (
    Charge,
    Custody,
    Identifier,
    Name,
    Person,
    Placement,
    Recognition,
    Sentence,
)

PERSON = ("sex", "birth", "died", "note")
CUSTODY = ("started", "ended", "ending")
PLACEMENT = ("facility", "kind")
SENTENCE = ("kind", "months", "pronounced_on", "started_on", "expected_end", "is_not_yet_begun")


@dataclass
class ExistingPerson:
    """A person as the database holds them.

    `fields`: field → value. `names`: the texts of the names. `numbers`: each number in the list,
    with its row and address. `rows`: the first word of fields (`custody`) → the id of their part.
    """

    person: UUID
    state: str
    fields: dict[str, str] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    numbers: dict[str, tuple[UUID, str]] = field(default_factory=dict)
    rows: dict[str, UUID] = field(default_factory=dict)


def flatten_value(value: Any) -> str:
    """A value of a column as a row of a list would say it; "" for what is not known."""
    if value is True:
        return "yes"
    return "" if value in (None, False, "", "unknown") else str(value)


def find_by_number(scheme: str, numbers: Iterable[str]) -> dict[str, UUID]:
    """The people who bear these numbers in this list; who was merged answers as the survivor."""
    rows = Identifier.objects.filter(scheme=scheme, value__in=list(numbers))
    return {
        value: merged or person
        for value, person, merged in rows.values_list(
            "value", "person_id", "person__merged_into_id"
        )
    }


def read_existing_people(
    people: Iterable[UUID], *, scheme: str, organisation: UUID
) -> dict[UUID, ExistingPerson]:
    """These people as they are now: a few statements for all of them."""
    ids = list(set(people))
    found = {
        row["id"]: ExistingPerson(row["id"], row["state"], _flatten_fields("person", PERSON, row))
        for row in Person.objects.filter(pk__in=ids).values("id", "state", *PERSON)
    }
    for person, text in Name.objects.filter(person__in=ids).values_list("person_id", "text"):
        found[person].names.add(text)
    for person, article in Charge.objects.filter(person__in=ids).values_list(
        "person_id", "article_id"
    ):
        found[person].fields[f"charge:{article}"] = "yes"
    recognised = Recognition.objects.filter(person__in=ids, organisation=organisation)
    for person in recognised.values_list("person_id", flat=True):
        found[person].fields["recognition"] = "yes"
    numbers = Identifier.objects.filter(person__in=ids, scheme=scheme)
    for person, row, value, at in numbers.values_list("person_id", "id", "value", "address"):
        found[person].numbers[value] = row, at
    _add_parts(found, "custody", CUSTODY, _order_latest_last(Custody, ids, "started_earliest"))
    _add_parts(
        found, "sentence", SENTENCE, _order_latest_last(Sentence, ids, "pronounced_on_earliest")
    )
    _add_placements(found)
    return found


def _order_latest_last(model: Any, ids: list[UUID], column: str) -> Any:
    """The rows of these people, each person's latest last; those without a day come first."""
    return model.objects.filter(person__in=ids).order_by(F(column).asc(nulls_first=True), "id")


def _add_parts(
    found: dict[UUID, ExistingPerson], part: str, columns: tuple[str, ...], rows: Any
) -> None:
    for row in rows.values("id", "person_id", *columns):
        person = found[row["person_id"]]
        person.rows[part] = row["id"]
        person.fields |= _flatten_fields(part, columns, row)


def _add_placements(found: dict[UUID, ExistingPerson]) -> None:
    """The latest placement of each one's latest custody, cells within a colony apart."""
    custodies = {each.rows["custody"]: each for each in found.values() if "custody" in each.rows}
    rows = Placement.objects.filter(custody__in=custodies, within=None)
    for row in rows.order_by(F("started_earliest").asc(nulls_first=True), "id").values(
        "id", "custody_id", *PLACEMENT
    ):
        person = custodies[row["custody_id"]]
        person.rows["placement"] = row["id"]
        person.fields |= _flatten_fields("placement", PLACEMENT, row)


def _flatten_fields(part: str, columns: tuple[str, ...], row: dict[str, Any]) -> dict[str, str]:
    return {f"{part}.{column}": flatten_value(row[column]) for column in columns}
