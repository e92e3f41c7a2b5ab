"""One row of a list against what is known of its person: what would change, and how.

fill     the field is empty with us
add      another name, charge or recognition, or a part that is not there yet
replace  what we have came from this list, which now says something else
conflict what we have came from elsewhere: it stays, and staff see both
propose  the record is published: one proposal says all that can stand beside what we have
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from people.imports.enums import ImportVerdict
from people.imports.known import Known
from people.imports.remarks import Code, Remark
from people.imports.saying import ORDERS, Said
from people.persons.enums import CustodyEnding
from publishing.dates import InexactDate
from publishing.enums import State

FILL, ADD, REPLACE, CONFLICT, PROPOSE = "fill", "add", "replace", "conflict", "propose"
#: The parts whose fields are compared one by one; those of which a person has many are added.
PARTS = {"person", "identifier", "custody", "placement", "sentence"}
OF_SETS = {"identifier.value"}


class Change(NamedTuple):
    field: str
    old: str
    new: str
    how: str


class Compared(NamedTuple):
    verdict: ImportVerdict
    changes: list[Change]
    remarks: list[Remark]


def compared(said: Said, person: Known, before: Said) -> Compared:
    """`before`: what the same list said of this person when it was last applied."""
    if person.state not in (State.DRAFT, State.PUBLISHED):
        differs = bool(_changes(said, person, before))
        verdict = ImportVerdict.CONFLICT if differs else ImportVerdict.UNCHANGED
        return Compared(verdict, [], [Remark(Code.IS_HELD)] if differs else [])
    changes = _changes(said, person, before)
    if person.state == State.PUBLISHED and changes:
        changes = _proposed(changes, person)
        is_any = any(change.how == PROPOSE for change in changes)
        remarks = [Remark(Code.IS_PUBLISHED)] if is_any else []
        return Compared(ImportVerdict.CONFLICT, changes, remarks)
    return Compared(_verdict(changes), changes, [])


def _proposed(changes: list[Change], person: Known) -> list[Change]:
    """What the database would refuse is not proposed: it stays a conflict, for staff to see."""
    kept = _clashing(changes, person)
    return [
        change if _group(change.field) in kept else change._replace(how=PROPOSE)
        for change in changes
    ]


def _verdict(changes: list[Change]) -> ImportVerdict:
    if any(change.how == CONFLICT for change in changes):
        return ImportVerdict.CONFLICT
    return ImportVerdict.UPDATE if changes else ImportVerdict.UNCHANGED


def _changes(said: Said, person: Known, before: Said) -> list[Change]:
    if person.state != State.DRAFT:
        # What this list said before is done, proposed, or was decided against.
        said = {name: new for name, new in said.items() if before.get(name) != new}
    found = [*_of_sets(said, person), *_of_fields(said, person, before)]
    at_odds = {_group(change.field) for change in found if change.how == CONFLICT}
    at_odds |= _clashing(found, person)
    return [
        change._replace(how=CONFLICT) if _group(change.field) in at_odds else change
        for change in found
    ]


def _group(name: str) -> str:
    """A part that disagrees in one field is of another event, perhaps: it is left whole."""
    part = name.partition(".")[0]
    return {"person": name, "placement": "custody"}.get(part, part)


def _of_sets(said: Said, person: Known) -> Iterator[Change]:
    """A person has many names, numbers, charges and recognitions: another one is added."""
    has: dict[str, Collection[str]] = {
        "name.text": person.names, "identifier.value": person.numbers
    }  # fmt: skip
    for name, new in said.items():
        is_set = name in has or name == "recognition" or name.startswith("charge:")
        is_there = new in has[name] if name in has else name in person.fields
        if is_set and not is_there:
            yield Change(name, "", new, ADD)


def _of_fields(said: Said, person: Known, before: Said) -> Iterator[Change]:
    known = {**person.fields}
    if number := person.numbers.get(said.get("identifier.value", "")):
        known["identifier.address"] = number[1]
    for name, new in said.items():
        part = name.partition(".")[0]
        if (part == "identifier" and not number) or part not in PARTS or name in OF_SETS:
            continue
        old, earlier = known.get(name, ""), before.get(name)
        if name == "person.note":
            new = _noted(old, new, earlier or "")
        if old == new or new == "unknown":
            continue
        yield from _of_field(name, old, new, earlier, part not in person.rows)


def _of_field(
    name: str, old: str, new: str, earlier: str | None, is_new_part: bool
) -> Iterator[Change]:
    if name == "person.note":
        yield Change(name, old, new, FILL if not old else ADD)
    elif not old:
        is_added = is_new_part and not name.startswith(("person.", "identifier."))
        yield Change(name, old, new, ADD if is_added else FILL)
    elif earlier != new:
        yield Change(name, old, new, REPLACE if earlier == old else CONFLICT)


def _noted(old: str, new: str, earlier: str) -> str:
    """What staff wrote stays; what this list wrote earlier gives way to what it says now."""
    if not old or new in old:
        return old or new
    return old.replace(earlier, new) if earlier and earlier in old else f"{old}\n\n{new}"


def _clashing(changes: list[Change], person: Known) -> set[str]:
    """Groups that could not be kept beside what we have: their dates, or an end without one."""
    would = person.fields | {change.field: change.new for change in changes}
    clashing = {_group(name) for order in ORDERS if _is_reversed(would, *order) for name in order}
    if would.get("custody.ended") and would.get("custody.ending") != CustodyEnding.ENDED:
        clashing.add("custody")
    if would.get("sentence.started_on") and would.get("sentence.is_not_yet_begun"):
        clashing.add("sentence")
    return clashing


def _is_reversed(would: Said, start: str, end: str) -> bool:
    if not would.get(start) or not would.get(end):
        return False
    return InexactDate(would[end]).is_certainly_before(InexactDate(would[start]))
