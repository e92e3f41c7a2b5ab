"""One row of a list as what it says of a person: field → value, with remarks on the cells.

Fields are flat: `person.birth`, `name.text`, `custody.started`, `charge:<id of the article>`,
`recognition`. Values are text as the database keeps it (EDTF, codes, ids). What has no field
stands verbatim in `person.note`, for staff alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError

from people.imports import cells
from people.imports.list_vocabulary import ListVocabulary
from people.imports.remarks import Remark, RemarkCode
from people.imports.sheets.sheet_row import REMARKS, Flaw
from people.imports.targets import Target
from people.persons.enums import CustodyEnding, NotAFacility, SentenceKind
from publishing.constrained_fields import is_web_address
from publishing.dates import InexactDate

FlatFields = dict[str, str]
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


@dataclass
class ParsedRow:
    """What was read of a row so far."""

    vocabulary: ListVocabulary
    language: str
    said: FlatFields = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    note: list[str] = field(default_factory=list)
    status: str = ""
    place: NotAFacility | None = None

    def add_remark(self, code: RemarkCode, column: int = -1, value: str = "") -> None:
        self.remarks.append(Remark(code, column, value))

    def keep_in_note(self, header: str, cell: str) -> None:
        self.note.append(f"{header}: {cell}")


def parse_row(
    row: Sequence[str],
    flaws: dict[int, Flaw],
    columns: Sequence[tuple[str, str]],
    vocabulary: ListVocabulary,
    language: str = "",
) -> tuple[FlatFields, list[Remark]]:
    """What a row says, and what there is to say of its cells. An error leaves its field out."""
    parsed = ParsedRow(vocabulary, language)
    parsed.remarks += [Remark(flaw, column) for column, flaw in sorted(flaws.items())]
    for column, (header, target, cell) in _filled_cells(row, columns):
        if column not in flaws or flaws[column] in REMARKS:
            READERS[target](parsed, column, header, cell)
    if "name.text" not in parsed.said:
        parsed.add_remark(RemarkCode.NO_NAME)
    _settle_row(parsed)
    return parsed.said, parsed.remarks


def _filled_cells(row: Sequence[str], columns: Sequence[tuple[str, str]]) -> Iterator:
    for column, ((header, target), text) in enumerate(zip(columns, row, strict=False)):
        if target != Target.NOT_TAKEN and (cell := cells.clean_cell(text)):
            yield column, (header, target, cell)


def _read_name(parsed: ParsedRow, column: int, header: str, cell: str) -> None:
    _read_any_name(parsed, column, cell, surname_first=False)


def _read_surname_first(parsed: ParsedRow, column: int, header: str, cell: str) -> None:
    _read_any_name(parsed, column, cell, surname_first=True)


def _read_any_name(parsed: ParsedRow, column: int, cell: str, *, surname_first: bool) -> None:
    name = cells.parse_name(cell, surname_first)
    if len(name.text) > 200:
        return parsed.add_remark(RemarkCode.LONG_NAME, column)
    parsed.said |= {
        "name.text": name.text,
        "name.given": name.given,
        "name.family": name.family,
        "name.script": name.script,
        "name.language": parsed.language,
    }
    if name.is_mixed:
        parsed.add_remark(RemarkCode.TWO_SCRIPTS, column)
    if name.has_initials:
        parsed.add_remark(RemarkCode.INITIALS, column, name.text)
    return None


def _read_number(parsed: ParsedRow, column: int, header: str, cell: str) -> None:
    if len(cell) > 100:
        return parsed.add_remark(RemarkCode.LONG_CELL, column)
    parsed.said["identifier.value"] = cell
    return None


def _read_address(parsed: ParsedRow, column: int, header: str, cell: str) -> None:
    try:
        is_web_address(cell)
    except ValidationError:
        return parsed.add_remark(RemarkCode.NO_ADDRESS, column, cell[:100])
    if len(cell) > 500:
        return parsed.add_remark(RemarkCode.LONG_CELL, column)
    parsed.said["identifier.address"] = cell
    return None


def _read_sex(parsed: ParsedRow, column: int, header: str, cell: str) -> None:
    if sex := cells.SEXES.get(cell.casefold()):
        parsed.said["person.sex"] = sex
    else:
        parsed.add_remark(RemarkCode.NO_SEX, column, cell[:100])


def _read_status(parsed: ParsedRow, column: int, header: str, cell: str) -> None:
    parsed.status = cells.STATUSES.get(cell.casefold(), "")
    if not parsed.status:
        parsed.add_remark(RemarkCode.NO_STATUS, column, cell[:100])


def _make_date_reader(target: str):
    def read_date(parsed: ParsedRow, column: int, header: str, cell: str) -> None:
        if value := cells.parse_date(cell):
            parsed.said[DATES[Target(target)]] = value
        else:
            parsed.add_remark(RemarkCode.NO_DATE, column, cell[:100])

    return read_date


def _read_prison(parsed: ParsedRow, column: int, header: str, cell: str) -> None:
    place = parsed.vocabulary.find_place(cell)
    if isinstance(place, NotAFacility):
        parsed.place = place
        parsed.add_remark(RemarkCode.NOT_A_FACILITY, column, cell[:100])
        parsed.keep_in_note(header, cell)
    elif place:
        parsed.said["placement.facility"] = str(place[0])
        parsed.said["placement.kind"] = place[1]
    else:
        parsed.add_remark(RemarkCode.UNKNOWN_FACILITY, column, cell[:100])
        parsed.keep_in_note(header, cell)


def _read_articles(parsed: ParsedRow, column: int, header: str, cell: str) -> None:
    found = cells.parse_articles(cell)
    known = [parsed.vocabulary.articles.get(reference) for reference in found]
    for article in known:
        if article:
            parsed.said[f"charge:{article}"] = "yes"
    if not found or None in known:
        parsed.add_remark(RemarkCode.UNKNOWN_ARTICLE, column, cell[:100])
        parsed.keep_in_note(header, cell)


def _read_penalty(parsed: ParsedRow, column: int, header: str, cell: str) -> None:
    kind, months = cells.parse_penalty(cell)
    if kind:
        parsed.said["sentence.kind"] = kind
    else:
        parsed.add_remark(RemarkCode.UNREAD_PENALTY, column, cell[:100])
    if months:
        parsed.said["sentence.months"] = str(months)
    parsed.keep_in_note(header, cell)  # regime, fine and conditions have no field


def _read_note(parsed: ParsedRow, column: int, header: str, cell: str) -> None:
    parsed.keep_in_note(header, cell)
    if cells.is_two_people(cell) and len(cell) < 200:
        parsed.add_remark(RemarkCode.TWO_PEOPLE, column, cell[:100])


READERS = {
    Target.NAME: _read_name,
    Target.SURNAME_FIRST: _read_surname_first,
    Target.NUMBER: _read_number,
    Target.ADDRESS: _read_address,
    Target.SEX: _read_sex,
    Target.STATUS: _read_status,
    Target.PRISON: _read_prison,
    Target.ARTICLES: _read_articles,
    Target.PENALTY: _read_penalty,
    Target.NOTE: _read_note,
    **{target: _make_date_reader(target) for target in DATES},
}


def _settle_row(parsed: ParsedRow) -> None:
    """What follows from several cells together."""
    said = parsed.said
    if parsed.status in (cells.ACTIVE, cells.FORMER):
        said["recognition"] = "yes"
    _settle_custody(parsed)
    if parsed.place == NotAFacility.AWAITING_THE_SENTENCE and "sentence.started_on" not in said:
        said["sentence.is_not_yet_begun"] = "yes"
    if any(key.startswith("sentence.") for key in said):
        said.setdefault("sentence.kind", SentenceKind.UNKNOWN)
    if said.get("custody.started") and said.get("custody.started") == said.get(
        "sentence.pronounced_on"
    ):
        parsed.add_remark(RemarkCode.SAME_DAY, value=said["custody.started"])
    if "identifier.address" in said and "identifier.value" not in said:
        parsed.keep_in_note("url", said.pop("identifier.address"))
    _refuse_clashes(parsed)
    if note := "\n".join(parsed.note):
        if len(note) > NOTE:
            parsed.add_remark(RemarkCode.CUT)
        said["person.note"] = note[:NOTE].rstrip()


def _settle_custody(parsed: ParsedRow) -> None:
    """`active` is held, unless the prison's cell says otherwise; `former` is not."""
    said, released = parsed.said, parsed.said.pop("released", "")
    is_over = parsed.status == cells.FORMER or parsed.place == NotAFacility.RELEASED
    if is_over:
        said["custody.ending"] = CustodyEnding.ENDED
        if released:
            said["custody.ended"] = released
    elif parsed.status == cells.ACTIVE and parsed.place is None:
        said["custody.ending"] = CustodyEnding.NOT_ENDED
    elif "custody.started" in said or "placement.facility" in said:
        said["custody.ending"] = CustodyEnding.UNKNOWN
    if released and not is_over:
        if parsed.status == cells.ACTIVE:
            said["sentence.expected_end"] = released
        else:
            parsed.add_remark(RemarkCode.UNCLEAR_RELEASE)
            parsed.keep_in_note("release", released)


ORDERS = (
    ("person.birth", "person.died"),
    ("custody.started", "custody.ended"),
    ("sentence.started_on", "sentence.expected_end"),
)


def _refuse_clashes(parsed: ParsedRow) -> None:
    for start, end in ORDERS:
        first, last = parsed.said.get(start), parsed.said.get(end)
        if first and last and InexactDate(last).is_certainly_before(InexactDate(first)):
            parsed.add_remark(RemarkCode.DATES_CLASH, value=f"{first}, {last}")
