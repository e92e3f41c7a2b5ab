"""The difference between one row of a list and its person: what would change, and how.

fill: the field is empty with us.
add: another name, charge or recognition, or a part that is not there yet.
replace: what we have came from this list, which now says something else.
conflict: what we have came from elsewhere. It stays, and staff see both.
propose: the record is published. One proposal says all that can stand beside what we have.
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from people.imports.enums import ImportVerdict
from people.imports.existing_people import ExistingPerson
from people.imports.remarks import Remark, RemarkCode
from people.imports.row_parser import ORDERS, FlatFields
from people.persons.enums import CustodyEnding
from publishing.dates import InexactDate
from publishing.enums import State

FILL, ADD, REPLACE, CONFLICT, PROPOSE = "fill", "add", "replace", "conflict", "propose"
#: The parts whose fields are compared one by one; those of which a person has many are added.
PARTS = {"person", "identifier", "custody", "placement", "sentence"}
OF_SETS = {"identifier.value"}


class FieldDiff(NamedTuple):
    field: str
    old: str
    new: str
    how: str


class RowDiff(NamedTuple):
    verdict: ImportVerdict
    changes: list[FieldDiff]
    remarks: list[Remark]


def diff_row(said: FlatFields, person: ExistingPerson, before: FlatFields) -> RowDiff:
    """`before`: what the same list said of this person when it was last applied."""
    if person.state not in (State.DRAFT, State.PUBLISHED):
        differs = bool(_diff_fields(said, person, before))
        verdict = ImportVerdict.CONFLICT if differs else ImportVerdict.UNCHANGED
        return RowDiff(verdict, [], [Remark(RemarkCode.IS_HELD)] if differs else [])
    changes = _diff_fields(said, person, before)
    if person.state == State.PUBLISHED and changes:
        changes = _mark_proposed(changes, person)
        is_any = any(change.how == PROPOSE for change in changes)
        remarks = [Remark(RemarkCode.IS_PUBLISHED)] if is_any else []
        return RowDiff(ImportVerdict.CONFLICT, changes, remarks)
    return RowDiff(_judge_diffs(changes), changes, [])


def _mark_proposed(changes: list[FieldDiff], person: ExistingPerson) -> list[FieldDiff]:
    """What the database would refuse is not proposed: it stays a conflict, for staff to see."""
    kept = _find_clashing_groups(changes, person)
    return [
        change if _find_group(change.field) in kept else change._replace(how=PROPOSE)
        for change in changes
    ]


def _judge_diffs(changes: list[FieldDiff]) -> ImportVerdict:
    if any(change.how == CONFLICT for change in changes):
        return ImportVerdict.CONFLICT
    return ImportVerdict.UPDATE if changes else ImportVerdict.UNCHANGED


def _diff_fields(said: FlatFields, person: ExistingPerson, before: FlatFields) -> list[FieldDiff]:
    if person.state != State.DRAFT:
        # What this list said before is done, proposed, or was decided against.
        said = {name: new for name, new in said.items() if before.get(name) != new}
    found = [*_diff_sets(said, person), *_diff_values(said, person, before)]
    at_odds = {_find_group(change.field) for change in found if change.how == CONFLICT}
    at_odds |= _find_clashing_groups(found, person)
    return [
        change._replace(how=CONFLICT) if _find_group(change.field) in at_odds else change
        for change in found
    ]


def _find_group(name: str) -> str:
    """A part that disagrees in one field is of another event, perhaps: it is left whole."""
    part = name.partition(".")[0]
    return {"person": name, "placement": "custody"}.get(part, part)


def _diff_sets(said: FlatFields, person: ExistingPerson) -> Iterator[FieldDiff]:
    """A person has many names, numbers, charges and recognitions: another one is added."""
    has: dict[str, Collection[str]] = {
        "name.text": person.names, "identifier.value": person.numbers
    }  # fmt: skip
    for name, new in said.items():
        is_set = name in has or name == "recognition" or name.startswith("charge:")
        is_there = new in has[name] if name in has else name in person.fields
        if is_set and not is_there:
            yield FieldDiff(name, "", new, ADD)


def _diff_values(
    said: FlatFields, person: ExistingPerson, before: FlatFields
) -> Iterator[FieldDiff]:
    known = {**person.fields}
    if number := person.numbers.get(said.get("identifier.value", "")):
        known["identifier.address"] = number[1]
    for name, new in said.items():
        part = name.partition(".")[0]
        if (part == "identifier" and not number) or part not in PARTS or name in OF_SETS:
            continue
        old, earlier = known.get(name, ""), before.get(name)
        if name == "person.note":
            new = _merge_notes(old, new, earlier or "")
        if old == new or new == "unknown":
            continue
        yield from _diff_value(name, old, new, earlier, part not in person.rows)


def _diff_value(
    name: str, old: str, new: str, earlier: str | None, is_new_part: bool
) -> Iterator[FieldDiff]:
    if name == "person.note":
        yield FieldDiff(name, old, new, FILL if not old else ADD)
    elif not old:
        is_added = is_new_part and not name.startswith(("person.", "identifier."))
        yield FieldDiff(name, old, new, ADD if is_added else FILL)
    elif earlier != new:
        yield FieldDiff(name, old, new, REPLACE if earlier == old else CONFLICT)


def _merge_notes(old: str, new: str, earlier: str) -> str:
    """What staff wrote stays; what this list wrote earlier gives way to what it says now."""
    if not old or new in old:
        return old or new
    return old.replace(earlier, new) if earlier and earlier in old else f"{old}\n\n{new}"


def _find_clashing_groups(changes: list[FieldDiff], person: ExistingPerson) -> set[str]:
    """Groups that could not be kept beside what we have: their dates, or an end without one."""
    would = person.fields | {change.field: change.new for change in changes}
    clashing = {
        _find_group(name) for order in ORDERS if _is_reversed(would, *order) for name in order
    }
    if would.get("custody.ended") and would.get("custody.ending") != CustodyEnding.ENDED:
        clashing.add("custody")
    if would.get("sentence.started_on") and would.get("sentence.is_not_yet_begun"):
        clashing.add("sentence")
    return clashing


def _is_reversed(would: FlatFields, start: str, end: str) -> bool:
    if not would.get(start) or not would.get(end):
        return False
    return InexactDate(would[end]).is_certainly_before(InexactDate(would[start]))
