"""The plan of rows of one list: what each says, who it may be about, and what would change."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from people.imports import list_formats
from people.imports.enums import ImportDecision, ImportState, ImportVerdict
from people.imports.existing_people import ExistingPerson, find_by_number, read_existing_people
from people.imports.list_vocabulary import ListVocabulary
from people.imports.models import Import, ImportRow
from people.imports.planned_rows import PlannedRow
from people.imports.remarks import Remark, RemarkCode, has_error
from people.imports.row_diff import diff_row
from people.imports.row_parser import FlatFields, parse_row
from people.names import Description, Span, WrittenName
from people.persons import name_keys
from people.persons.candidates import STAFF, find_candidates
from people.persons.forgotten import are_forgotten
from people.persons.models import Name, Person
from publishing.dates import InexactDate
from publishing.models import Account
from publishing.rules import WRITERS

#: Likely duplicates that staff are shown of a row.
SHOWN = 3
#: Verdicts on rows of which a new person would be made.
NOBODY_KNOWN = (ImportVerdict.NEW, ImportVerdict.LIKELY_DUPLICATE)


class Rights(NamedTuple):
    """What the account may do to people by this import."""

    may_add: bool
    may_change: bool
    may_propose: bool

    @classmethod
    def of_account(cls, by: Account) -> "Rights":
        return cls(
            by.has_perm("people.add_person"),
            by.has_perm("people.change_person"),
            by.has_role(*WRITERS),
        )


class RowPlanner:
    """Plans rows of one list for one account; reads the vocabulary once."""

    def __init__(self, listing: Import, by: Account) -> None:
        self.listing, self.rights = listing, Rights.of_account(by)
        self.vocabulary = ListVocabulary.from_database()
        self.organisation = listing.source.publisher_id
        self.language = "ru" if listing.format == list_formats.PAGE_CSV.code else ""

    def plan_rows(self, rows: list[PlannedRow]) -> list[PlannedRow]:
        """Give each row its verdict with all that speaks for it. It decides nothing for staff."""
        for row in rows:
            row.said, row.remarks = parse_row(
                row.cells, row.flaws, self.listing.columns, self.vocabulary, self.language
            )
            row.name_key = _name_key(row.said)
        self._find_people(rows)
        people = [row.person for row in rows if row.person]
        found = read_existing_people(
            people, scheme=self.listing.scheme, organisation=self.organisation
        )
        before = read_last_said(people, self.listing.scheme)
        for row in rows:
            self._judge_row(row, found, before)
        self._find_candidates(rows)
        self._hold_forgotten(rows)
        return rows

    def _find_people(self, rows: list[PlannedRow]) -> None:
        numbers = [row.said["identifier.value"] for row in rows if "identifier.value" in row.said]
        people = find_by_number(self.listing.scheme, numbers)
        decided = [row.person for row in rows if row.decision == ImportDecision.SAME]
        merged = Person.objects.filter(pk__in=decided, merged_into__isnull=False)
        survivors = {person.pk: person.merged_into_id for person in merged}
        for row in rows:
            if row.decision != ImportDecision.SAME:
                row.person = people.get(row.said.get("identifier.value", ""))
            elif row.person in survivors:
                row.person = survivors[row.person]

    def _judge_row(
        self, row: PlannedRow, found: dict[UUID, ExistingPerson], before: dict[UUID, FlatFields]
    ) -> None:
        row.changes = []
        if row.decision == ImportDecision.SKIP:
            row.verdict = ImportVerdict.SKIPPED
        elif has_error(row.remarks):
            row.verdict = ImportVerdict.ERROR
        elif row.person:
            outcome = diff_row(row.said, found[row.person], before.get(row.person, {}))
            row.verdict, row.changes = outcome.verdict, outcome.changes
            row.remarks += outcome.remarks
        else:
            row.verdict = ImportVerdict.NEW
        self._ask_the_rights(row)

    def _ask_the_rights(self, row: PlannedRow) -> None:
        is_proposed = any(change.how == "propose" for change in row.changes)
        if row.verdict == ImportVerdict.NEW and not self.rights.may_add:
            _refuse_row(row, RemarkCode.NO_RIGHT_TO_ADD)
        elif row.changes and not (
            self.rights.may_propose if is_proposed else self.rights.may_change
        ):
            _refuse_row(row, RemarkCode.NO_RIGHT_TO_CHANGE)

    def _find_candidates(self, rows: list[PlannedRow]) -> None:
        """Who of the people known may be meant by the rows that would be somebody new."""
        new = [row for row in rows if row.verdict == ImportVerdict.NEW and row.decision == ""]
        if not new or not Name.objects.exists():
            return
        asked = [_describe_row(row.said) for row in new]
        for row, likely in zip(new, find_candidates(asked, among=STAFF, limit=SHOWN), strict=True):
            row.candidates = [
                {
                    "person": str(each.person_id),
                    "score": round(each.comparison.score, 3),
                    "reasons": [list(reason) for reason in each.comparison.reasons],
                }
                for each in likely
                if each.comparison.is_match
            ]
            if row.candidates:
                row.verdict = ImportVerdict.LIKELY_DUPLICATE

    def _hold_forgotten(self, rows: list[PlannedRow]) -> None:
        """Nobody who was forgotten comes back unasked: somebody says why, or leaves them out."""
        new = [row for row in rows if row.verdict in NOBODY_KNOWN]
        found = are_forgotten([(_describe_row(row.said), self._list_numbers(row)) for row in new])
        for row, is_forgotten in zip(new, found, strict=True):
            if is_forgotten:
                row.remarks.append(Remark(RemarkCode.FORGOTTEN))
                if row.verdict == ImportVerdict.NEW and not row.reason:
                    row.verdict = ImportVerdict.HELD

    def _list_numbers(self, row: PlannedRow) -> list[tuple[str, str]]:
        return [(self.listing.scheme, row.said.get("identifier.value", ""))]


def _refuse_row(row: PlannedRow, code: RemarkCode) -> None:
    row.verdict, row.changes = ImportVerdict.ERROR, []
    row.remarks.append(Remark(code))


def written_name(said: FlatFields) -> WrittenName:
    return WrittenName(
        said.get("name.text", ""),
        said.get("name.given", ""),
        said.get("name.family", ""),
        said.get("name.language", ""),
    )


def _name_key(said: FlatFields) -> str:
    return (
        min(name_keys.ask_whole_name(written_name(said)), default="") if "name.text" in said else ""
    )


def _describe_row(said: FlatFields) -> Description:
    started = _read_span(said.get("custody.started"))
    held = ((started[0], None),) if started else ()
    return Description(
        (written_name(said),),
        _read_span(said.get("person.birth")),
        _read_span(said.get("person.died")),
        held,
    )


def _read_span(value: str | None) -> Span | None:
    return InexactDate(value).span if value else None


def read_last_said(people: Sequence[UUID | None], scheme: str) -> dict[UUID, FlatFields]:
    """What this list said of people when it was last applied."""
    rows = ImportRow.objects.filter(
        person__in=people, is_done=True, listing__scheme=scheme,
        listing__state=ImportState.APPLIED,
    )  # fmt: skip
    return dict(
        rows.order_by("person", "-listing__applied_at", "-number")
        .distinct("person")
        .values_list("person_id", "said")
    )
