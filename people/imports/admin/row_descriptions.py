"""The plan of a list as its pages and its downloads show it."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from people.imports.enums import ImportVerdict
from people.imports.models import Import, ImportRow
from people.imports.plan import count_verdicts
from people.imports.remarks import Remark
from people.imports.row_diff import ADD, CONFLICT, FILL, PROPOSE, REPLACE, FieldDiff
from people.imports.sheets.sheet_row import cell_address
from people.names import Reason
from people.persons.admin.name_labels import describe_names
from people.persons.models import (
    Charge,
    CriminalArticle,
    Custody,
    Facility,
    Identifier,
    Name,
    Person,
    Placement,
    Recognition,
    Sentence,
)
from people.persons.reasons import describe_reason
from publishing.api.exports import defuse_formula


class Cell(NamedTuple):
    address: str
    header: str
    text: str
    remarks: list[str]


class ShownChange(NamedTuple):
    part: str
    field: str
    old: str
    new: str
    how: str


class ShownRow(NamedTuple):
    row: ImportRow
    verdict: str
    name: str
    changes: list[ShownChange]
    remarks: list[tuple[str, str]]
    candidates: list[dict[str, Any]]
    cells: list[Cell]


def count_by_verdict(listing: Import) -> list[tuple[str, str, int]]:
    """Each verdict with its code, its label and how many rows have it."""
    return [
        (verdict, str(ImportVerdict(verdict).label), count)
        for verdict, count in count_verdicts(listing).items()
        if verdict
    ]


def describe_row(listing: Import, row: ImportRow) -> ShownRow:
    remarks = [Remark(*remark) for remark in row.remarks]
    names = list_candidate_names(row.candidates)
    return ShownRow(
        row,
        str(ImportVerdict(row.verdict).label) if row.verdict else "",
        row.said.get("name.text", ""),
        _describe_changes(listing, row),
        [(remark.cell_address(row.number), remark.as_sentence()) for remark in remarks],
        [
            {"person": each["person"], "name": name, "percent": round(each["score"] * 100),
             "reasons": _describe_reasons(each)}
            for each, name in zip(row.candidates, names, strict=True)
        ],
        [*_list_cells(listing, row, remarks)],
    )  # fmt: skip


def _describe_reasons(candidate: dict[str, Any]) -> list[str]:
    return [str(describe_reason(Reason(*each))) for each in candidate["reasons"]]


def _list_cells(listing: Import, row: ImportRow, remarks: Sequence[Remark]) -> Iterator[Cell]:
    for column, ((header, _target), text) in enumerate(
        zip(listing.columns, row.cells, strict=False)
    ):
        about = [remark.as_sentence() for remark in remarks if remark.column == column]
        if text or about:
            yield Cell(cell_address(row.number, column), header, text, about)


def list_candidate_names(candidates: Sequence[dict[str, Any]]) -> list[str]:
    """The names by which staff know these people, in their order."""
    keys = [each["person"] for each in candidates]
    found = Person.objects.filter(pk__in=keys).prefetch_related("names")
    people = {str(person.pk): person for person in found}
    return [describe_names(people[key]) if key in people else key[:8] for key in keys]


PARTS: dict[str, type[models.Model]] = {
    "person": Person,
    "name": Name,
    "identifier": Identifier,
    "recognition": Recognition,
    "custody": Custody,
    "placement": Placement,
    "charge": Charge,
    "sentence": Sentence,
}
HOW = {
    FILL: _("filled in"),
    ADD: _("added"),
    REPLACE: _("replaced: what we have came from this list"),
    CONFLICT: _("kept: what we have came from elsewhere"),
    PROPOSE: _("proposed"),
}


def _describe_changes(listing: Import, row: ImportRow) -> list[ShownChange]:
    """What is written of a row: of somebody new all that it says, and of others what differs."""
    changes = [FieldDiff(*change) for change in row.changes]
    if row.verdict == ImportVerdict.NEW:
        changes = [FieldDiff(field, "", said, ADD) for field, said in row.said.items() if said]
    labels, publisher = _load_labels(changes), listing.source.publisher
    by = str(publisher.name or publisher.code)
    return [_describe_change(change, labels, by) for change in sorted(changes, key=_get_part_order)]


def _get_part_order(change: FieldDiff) -> int:
    """What is of one part stands together."""
    return list(PARTS).index(_split_field(change.field)[0])


def _split_field(field: str) -> tuple[str, str]:
    part, _dot, column = field.replace(":", ".").partition(".")
    return part, column


def _describe_change(change: FieldDiff, labels: dict[str, str], by: str) -> ShownChange:
    part, column = _split_field(change.field)
    model = PARTS[part]
    of_part = str(model._meta.verbose_name)
    if part in ("charge", "recognition"):
        new = by if part == "recognition" else labels.get(column, "")
        return ShownChange(of_part, "", "", new, str(HOW[change.how]))
    field: Any = model._meta.get_field(column)
    texts = {code: str(label) for code, label in getattr(field, "flatchoices", ())} | labels
    old, new = (texts.get(value, value) for value in (change.old, change.new))
    return ShownChange(of_part, str(field.verbose_name), old, new, str(HOW[change.how]))


def _load_labels(changes: Sequence[FieldDiff]) -> dict[str, str]:
    """The articles and the places that changes speak of, by their ids."""
    articles = [
        each.field.partition(":")[2] for each in changes if each.field.startswith("charge:")
    ]
    places = [
        value
        for each in changes
        if each.field == "placement.facility"
        for value in (each.old, each.new)
        if value
    ]
    found = {str(each.pk): each.article for each in CriminalArticle.objects.filter(pk__in=articles)}
    return found | {str(each.pk): each.code for each in Facility.objects.filter(pk__in=places)}


def errors_as_csv(listing: Import) -> Iterator[str]:
    """The rows that are not imported as they stand: where, what is wrong, and the row itself."""
    headers = [header for header, _target in listing.columns]
    yield _format_csv_line([gettext("Cell"), gettext("What is wrong"), *headers])
    rows = listing.rows.filter(verdict=ImportVerdict.ERROR).order_by("number")
    for row in rows.iterator(chunk_size=1_000):
        for remark in (Remark(*each) for each in row.remarks):
            if remark.is_error:
                yield _format_csv_line(
                    [remark.cell_address(row.number), remark.as_sentence(), *row.cells]
                )


def _format_csv_line(cells: Sequence[str]) -> str:
    line = io.StringIO(newline="")
    csv.writer(line).writerow(defuse_formula(str(cell)) for cell in cells)
    return line.getvalue()
