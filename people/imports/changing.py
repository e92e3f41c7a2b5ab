"""The changes of one known person, as they were planned, written part by part."""

from django.db import models

from people.imports.comparing import Change
from people.imports.known import Known
from people.imports.making import Maker, column, value
from people.imports.saying import Said
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


def change(person: Known, changes: list[Change], said: Said, maker: Maker) -> None:
    """Write these changes, and that the list's source says so."""
    written = {each.field: each.new for each in changes}
    added = {name: new for name, new in written.items() if _is_added(name, person)}
    for name, others in WITH.items():
        if name in added:
            added |= {other: said[other] for other in others if other in said}
    for made in maker.parts(added, person.person, person.rows.get("custody")):
        made.model(**made.values).save(force_insert=True)
    for part, model in PARTS.items():
        row = _row(part, person, said)
        fields = {
            column(name): value(name, new)
            for name, new in written.items()
            if name.startswith(f"{part}.") and name not in added
        }
        if row and fields:
            _update(model, row, fields)
    _cite(person, maker)


def _is_added(name: str, person: Known) -> bool:
    part = name.partition(".")[0]
    if name in WITH or part not in PARTS:
        return True
    return part not in person.rows and part not in ("person", "identifier")


def _row(part: str, person: Known, said: Said):
    if part == "person":
        return person.person
    if part == "identifier":
        number = person.numbers.get(said.get("identifier.value", ""))
        return number and number[0]
    return person.rows.get(part)


def _update(model: type[models.Model], key, fields: dict) -> None:
    row = model._default_manager.get(pk=key)
    for name, new in fields.items():
        setattr(row, name, new)
    row.save(update_fields=list(fields))


def _cite(person: Known, maker: Maker) -> None:
    cited = PersonCitation.objects.filter(person=person.person, source=maker.listing.source)
    if not cited.exists():
        PersonCitation.objects.create(person_id=person.person, **maker.cited)
