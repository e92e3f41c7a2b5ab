"""The changes of one known person, as they were planned, written part by part."""

from django.db import models

from people.imports.existing_people import ExistingPerson
from people.imports.record_builder import RecordBuilder, find_column, parse_value
from people.imports.row_diff import FieldDiff
from people.imports.row_parser import FlatFields
from people.persons.models import Custody, Identifier, Person, PersonCitation, Placement, Sentence

PARTS: dict[str, type[models.Model]] = {
    "person": Person,
    "identifier": Identifier,
    "custody": Custody,
    "placement": Placement,
    "sentence": Sentence,
}
#: What is said besides goes with these fields where they are added.
WITH = {
    "name.text": ("name.given", "name.family", "name.script", "name.language"),
    "identifier.value": ("identifier.address",),
}


def update_person(
    person: ExistingPerson, changes: list[FieldDiff], said: FlatFields, builder: RecordBuilder
) -> None:
    """Write these changes, and that the list's source says so."""
    written = {each.field: each.new for each in changes}
    added = {name: new for name, new in written.items() if _is_added(name, person)}
    for name, others in WITH.items():
        if name in added:
            added |= {other: said[other] for other in others if other in said}
    for made in builder.build_parts(added, person.person, person.rows.get("custody")):
        made.model(**made.values).save(force_insert=True)
    for part, model in PARTS.items():
        row = _find_row(part, person, said)
        fields = {
            find_column(name): parse_value(name, new)
            for name, new in written.items()
            if name.startswith(f"{part}.") and name not in added
        }
        if row and fields:
            _update_row(model, row, fields)
    _cite_source(person, builder)


def _is_added(name: str, person: ExistingPerson) -> bool:
    part = name.partition(".")[0]
    if name in WITH or part not in PARTS:
        return True
    return part not in person.rows and part not in ("person", "identifier")


def _find_row(part: str, person: ExistingPerson, said: FlatFields):
    if part == "person":
        return person.person
    if part == "identifier":
        number = person.numbers.get(said.get("identifier.value", ""))
        return number and number[0]
    return person.rows.get(part)


def _update_row(model: type[models.Model], key, fields: dict) -> None:
    row = model._default_manager.get(pk=key)
    for name, new in fields.items():
        setattr(row, name, new)
    row.save(update_fields=list(fields))


def _cite_source(person: ExistingPerson, builder: RecordBuilder) -> None:
    cited = PersonCitation.objects.filter(person=person.person, source=builder.listing.source)
    if not cited.exists():
        PersonCitation.objects.create(person_id=person.person, **builder.cited)
