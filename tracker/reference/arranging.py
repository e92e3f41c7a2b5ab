"""From the order that is good to read to the order of the tables.

A person's memberships stand with the person, and are parts of the wave; a sum has a key of its
own, and is a part of its total; a release stands with its person, and is a record.
"""

from collections.abc import Iterator
from typing import Any

from tracker.reference.files import BadReferenceError, Entry

#: Lists that may be written short: `funders: [european-union]`.
SHORT = {"funders": "organisation", "waves": "wave"}
#: The one field that reads better under another name than its column's.
TERM = "term"


def nest_parts(entries: list[Entry]) -> list[Entry]:
    """The entries with every part under its record; raises BadReferenceError where none is."""
    found = {(entry.noun, entry.key): entry for entry in entries}
    problems: list[str] = []
    arranged: list[Entry] = []
    for entry in entries:
        if entry.noun == "people":
            problems += _nest_memberships(entry, found)
            arranged += _split_releases(entry)
        if entry.noun == "sums":
            problems += _nest_sum(entry, found)
        else:
            _spell_out(entry.fields)
            arranged.append(entry)
    if problems:
        raise BadReferenceError(problems)
    return arranged


def _nest_memberships(person: Entry, found: dict[tuple[str, str], Entry]) -> Iterator[str]:
    for membership in person.fields.pop("memberships", []):
        wave, number = str(membership.pop("wave", "")), membership.pop("side", 1)
        entry = found.get(("waves", wave))
        sides = entry.fields.get("sides", []) if entry else []
        side = next((side for side in sides if side.get("number", 1) == number), None)
        if side is None:
            place = person.describe_place("memberships")
            yield f"{place}: there is no side {number} of a wave “{wave}”"
        else:
            side.setdefault("members", []).append({"person": person.key, **membership})


def _split_releases(person: Entry) -> Iterator[Entry]:
    """A release in a wave belongs to the person's membership of it."""
    for number, release in enumerate(person.fields.pop("releases", []), 1):
        wave, side = str(release.pop("wave", "")), release.pop("side", 1)
        fields = {"person": person.key, **release}
        if wave:
            fields["member"] = f"{wave}/{side}/{person.key}"
        yield Entry(person.file, "releases", f"{person.key}/{wave or number}", fields)


def _nest_sum(entry: Entry, found: dict[tuple[str, str], Entry]) -> Iterator[str]:
    total = found.get(("claims", str(entry.fields.pop("total", ""))))
    if total is None:
        yield f"{entry.describe_place('total')}: there is no such claim"
    else:
        total.fields.setdefault("sums", []).append(entry.fields)


def _spell_out(fields: dict[str, Any]) -> None:
    """Write in full what the files may write short."""
    for name, column in SHORT.items():
        if isinstance(fields.get(name), list):
            fields[name] = [
                part if isinstance(part, dict) else {column: part} for part in fields[name]
            ]
    if isinstance(figures := fields.get("figures"), dict):
        fields["figures"] = [{"token": token, "claim": claim} for token, claim in figures.items()]
    for term in fields.get("formula", []):
        if "claim" in term:
            term[TERM] = term.pop("claim")
