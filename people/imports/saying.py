"""One row of a list as what it says of a person: field → value, with remarks on the cells.

Fields are flat: `person.birth`, `name.text`, `custody.started`, `charge:<id of the article>`,
`recognition`. Values are text as the database keeps it (EDTF, codes, ids). What has no field
stands verbatim in `person.note`, for staff alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from people.imports import cells
from people.imports.reading.row import REMARKS, Flaw
from people.imports.remarks import Code, Remark
from people.imports.targets import Target
from people.imports.vocabulary import Vocabulary
from people.persons.enums import CustodyEnding, NotAFacility, SentenceKind
from publishing.dates import InexactDate

Said = dict[str, str]
#: The note is read by people; a list does not fill a book of it.
NOTE = 20_000
DATES = {
    Target.BORN: "person.birth",
    Target.DIED: "person.died",
    Target.ARRESTED: "custody.started",
    Target.SENTENCED: "sentence.pronounced_on",
    Target.BEGUN: "sentence.started_on",
    Target.RELEASED: "released",
}
is_address = URLValidator(schemes=["http", "https"])


@dataclass
class Reading:
    """What was read of a row so far."""

    vocabulary: Vocabulary
    language: str
    said: Said = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    note: list[str] = field(default_factory=list)
    status: str = ""
    place: NotAFacility | None = None

    def remark(self, code: Code, column: int = -1, value: str = "") -> None:
        self.remarks.append(Remark(code, column, value))

    def keep(self, header: str, cell: str) -> None:
        self.note.append(f"{header}: {cell}")


def said_by(
    row: Sequence[str],
    flaws: dict[int, Flaw],
    columns: Sequence[tuple[str, str]],
    vocabulary: Vocabulary,
    language: str = "",
) -> tuple[Said, list[Remark]]:
    """What a row says, and what there is to say of its cells. An error leaves its field out."""
    reading = Reading(vocabulary, language)
    reading.remarks += [Remark(flaw, column) for column, flaw in sorted(flaws.items())]
    for column, (header, target, cell) in _filled(row, columns):
        if column not in flaws or flaws[column] in REMARKS:
            READERS[target](reading, column, header, cell)
    if "name.text" not in reading.said:
        reading.remark(Code.NO_NAME)
    _settle(reading)
    return reading.said, reading.remarks


def _filled(row: Sequence[str], columns: Sequence[tuple[str, str]]) -> Iterator:
    for column, ((header, target), text) in enumerate(zip(columns, row, strict=False)):
        if target != Target.NOT_TAKEN and (cell := cells.given(text)):
            yield column, (header, target, cell)


def _name(reading: Reading, column: int, header: str, cell: str) -> None:
    _any_name(reading, column, cell, surname_first=False)


def _surname_first(reading: Reading, column: int, header: str, cell: str) -> None:
    _any_name(reading, column, cell, surname_first=True)


def _any_name(reading: Reading, column: int, cell: str, *, surname_first: bool) -> None:
    name = cells.name(cell, surname_first)
    if len(name.text) > 200:
        return reading.remark(Code.LONG_NAME, column)
    reading.said |= {
        "name.text": name.text,
        "name.given": name.given,
        "name.family": name.family,
        "name.script": name.script,
        "name.language": reading.language,
    }
    if name.is_mixed:
        reading.remark(Code.TWO_SCRIPTS, column)
    if name.has_initials:
        reading.remark(Code.INITIALS, column, name.text)
    return None


def _number(reading: Reading, column: int, header: str, cell: str) -> None:
    if len(cell) > 100:
        return reading.remark(Code.LONG_CELL, column)
    reading.said["identifier.value"] = cell
    return None


def _address(reading: Reading, column: int, header: str, cell: str) -> None:
    try:
        is_address(cell)
    except ValidationError:
        return reading.remark(Code.NO_ADDRESS, column, cell[:100])
    if len(cell) > 500:
        return reading.remark(Code.LONG_CELL, column)
    reading.said["identifier.address"] = cell
    return None


def _sex(reading: Reading, column: int, header: str, cell: str) -> None:
    if sex := cells.SEXES.get(cell.casefold()):
        reading.said["person.sex"] = sex
    else:
        reading.remark(Code.NO_SEX, column, cell[:100])


def _status(reading: Reading, column: int, header: str, cell: str) -> None:
    reading.status = cells.STATUSES.get(cell.casefold(), "")
    if not reading.status:
        reading.remark(Code.NO_STATUS, column, cell[:100])


def _date(target: str):
    def read(reading: Reading, column: int, header: str, cell: str) -> None:
        if value := cells.date(cell):
            reading.said[DATES[Target(target)]] = value
        else:
            reading.remark(Code.NO_DATE, column, cell[:100])

    return read


def _prison(reading: Reading, column: int, header: str, cell: str) -> None:
    place = reading.vocabulary.place(cell)
    if isinstance(place, NotAFacility):
        reading.place = place
        reading.remark(Code.NOT_A_FACILITY, column, cell[:100])
        reading.keep(header, cell)
    elif place:
        reading.said["placement.facility"] = str(place[0])
        reading.said["placement.kind"] = place[1]
    else:
        reading.remark(Code.UNKNOWN_FACILITY, column, cell[:100])
        reading.keep(header, cell)


def _articles(reading: Reading, column: int, header: str, cell: str) -> None:
    found = cells.articles(cell)
    known = [reading.vocabulary.articles.get(reference) for reference in found]
    for article in known:
        if article:
            reading.said[f"charge:{article}"] = "yes"
    if not found or None in known:
        reading.remark(Code.UNKNOWN_ARTICLE, column, cell[:100])
        reading.keep(header, cell)


def _penalty(reading: Reading, column: int, header: str, cell: str) -> None:
    kind, months = cells.penalty(cell)
    if kind:
        reading.said["sentence.kind"] = kind
    else:
        reading.remark(Code.UNREAD_PENALTY, column, cell[:100])
    if months:
        reading.said["sentence.months"] = str(months)
    reading.keep(header, cell)  # regime, fine and conditions have no field


def _note(reading: Reading, column: int, header: str, cell: str) -> None:
    reading.keep(header, cell)
    if cells.is_two_people(cell) and len(cell) < 200:
        reading.remark(Code.TWO_PEOPLE, column, cell[:100])


READERS = {
    Target.NAME: _name,
    Target.SURNAME_FIRST: _surname_first,
    Target.NUMBER: _number,
    Target.ADDRESS: _address,
    Target.SEX: _sex,
    Target.STATUS: _status,
    Target.PRISON: _prison,
    Target.ARTICLES: _articles,
    Target.PENALTY: _penalty,
    Target.NOTE: _note,
    **{target: _date(target) for target in DATES},
}


def _settle(reading: Reading) -> None:
    """What follows from several cells together."""
    said = reading.said
    if reading.status in (cells.ACTIVE, cells.FORMER):
        said["recognition"] = "yes"
    _settle_custody(reading)
    if reading.place == NotAFacility.AWAITING_THE_SENTENCE and "sentence.started_on" not in said:
        said["sentence.is_not_yet_begun"] = "yes"
    if any(key.startswith("sentence.") for key in said):
        said.setdefault("sentence.kind", SentenceKind.UNKNOWN)
    if said.get("custody.started") and said.get("custody.started") == said.get(
        "sentence.pronounced_on"
    ):
        reading.remark(Code.SAME_DAY, value=said["custody.started"])
    if "identifier.address" in said and "identifier.value" not in said:
        reading.keep("url", said.pop("identifier.address"))
    _refuse_clashes(reading)
    if note := "\n".join(reading.note):
        if len(note) > NOTE:
            reading.remark(Code.CUT)
        said["person.note"] = note[:NOTE].rstrip()


def _settle_custody(reading: Reading) -> None:
    """`active` is held, unless the prison's cell says otherwise; `former` is not."""
    said, released = reading.said, reading.said.pop("released", "")
    is_over = reading.status == cells.FORMER or reading.place == NotAFacility.RELEASED
    if is_over:
        said["custody.ending"] = CustodyEnding.ENDED
        if released:
            said["custody.ended"] = released
    elif reading.status == cells.ACTIVE and reading.place is None:
        said["custody.ending"] = CustodyEnding.NOT_ENDED
    elif "custody.started" in said or "placement.facility" in said:
        said["custody.ending"] = CustodyEnding.UNKNOWN
    if released and not is_over:
        if reading.status == cells.ACTIVE:
            said["sentence.expected_end"] = released
        else:
            reading.remark(Code.UNCLEAR_RELEASE)
            reading.keep("release", released)


ORDERS = (
    ("person.birth", "person.died"),
    ("custody.started", "custody.ended"),
    ("sentence.started_on", "sentence.expected_end"),
)


def _refuse_clashes(reading: Reading) -> None:
    for start, end in ORDERS:
        first, last = reading.said.get(start), reading.said.get(end)
        if first and last and InexactDate(last).is_certainly_before(InexactDate(first)):
            reading.remark(Code.DATES_CLASH, value=f"{first}, {last}")
