"""Inserting what is absent, and publishing it through the ordinary actions."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from django.db import models, transaction

from publishing import actions
from publishing.models import Account, BaseModel, ReferenceEntry
from tracker.reference import comparing
from tracker.reference.accounts import make_accounts
from tracker.reference.arranging import nest_parts
from tracker.reference.files import FOLDER, BadReferenceError, read_entries
from tracker.reference.layout import NOUNS
from tracker.reference.rows import Sheet, read_sheets


@dataclass
class Outcome:
    """`inserted`: keys of the records that were (or would be) inserted; `differences`: lines."""

    inserted: list[str] = field(default_factory=list)
    differences: list[str] = field(default_factory=list)


def load_reference(folder: Path = FOLDER, *, is_rehearsal: bool = False) -> Outcome:
    """Load what is absent by its key, in one transaction; nothing where `is_rehearsal`.

    Raises BadReferenceError, and loads nothing, where anything in the files is wrong or is refused.
    """
    entries = nest_parts(read_entries(folder))
    with transaction.atomic():
        known = {entry.key: entry for entry in ReferenceEntry.objects.all()}
        found = read_sheets(entries, lambda key, path: _find_id(known, key, path))
        outcome, absent = _compare_sheets(found, known)
        if absent and not is_rehearsal:
            _insert_sheets(absent, _read_version(folder))
    return outcome


def _find_id(known: dict[str, ReferenceEntry], key: str, path: str) -> UUID | None:
    row = known[key].values.get(path) if key in known else None
    return UUID(row["id"]) if row else None


def _read_version(folder: Path) -> str:
    return f"reference data {(folder / 'VERSION').read_text().strip()}"


def _compare_sheets(
    found: list[Sheet], known: dict[str, ReferenceEntry]
) -> tuple[Outcome, list[Sheet]]:
    """The outcome, and the sheets that are absent and can be inserted."""
    present = [sheet for sheet in found if sheet.key in known]
    rows = comparing.fetch_rows(present)
    outcome = Outcome()
    for sheet in present:
        outcome.differences += comparing.describe_differences(sheet, known[sheet.key], rows)
    gone = known.keys() - {sheet.key for sheet in found}
    outcome.differences += [f"{key}: no longer in the files" for key in sorted(gone)]

    absent, taken = _split_taken([sheet for sheet in found if sheet.key not in known])
    outcome.differences += [f"{sheet.key}: entered here, not loaded" for sheet in taken]
    missing = {row.pk for sheet in present for row in sheet.rows.values()} - rows.keys()
    missing |= {row.pk for sheet in taken for row in sheet.rows.values()}
    absent, waiting = _split_waiting(absent, missing)
    outcome.differences += [f"{sheet.key}: waits for what is not loaded" for sheet in waiting]
    outcome.inserted = [sheet.key for sheet in absent]
    return outcome, absent


def _split_taken(absent: list[Sheet]) -> tuple[list[Sheet], list[Sheet]]:
    """Apart: the sheets whose key somebody gave to a record of their own."""
    taken: set[str] = set()
    for name, noun in NOUNS.items():
        keys = [sheet.entry.key for sheet in absent if sheet.entry.noun == name]
        if noun.key and keys:
            rows = noun.model._base_manager.filter(**{f"{noun.key}__in": keys})
            taken |= {f"{name}/{key}" for key in rows.values_list(noun.key, flat=True)}
    return (
        [sheet for sheet in absent if sheet.key not in taken],
        [sheet for sheet in absent if sheet.key in taken],
    )


def _split_waiting(absent: list[Sheet], missing: set[UUID]) -> tuple[list[Sheet], list[Sheet]]:
    """Apart: the sheets that refer, directly or through others, to a row that is not there."""
    waiting: list[Sheet] = []
    while stuck := [sheet for sheet in absent if missing & set(_list_references(sheet))]:
        waiting += stuck
        missing |= {row.pk for sheet in stuck for row in sheet.rows.values()}
        absent = [sheet for sheet in absent if sheet not in stuck]
    return absent, waiting


def _list_references(sheet: Sheet) -> Iterator[UUID]:
    for row in sheet.rows.values():
        for key in row._meta.concrete_fields:
            if isinstance(key, models.ForeignKey) and (value := getattr(row, key.attname)):
                yield value


def _insert_sheets(absent: list[Sheet], version: str) -> None:
    author, approver = make_accounts()
    for sheet in absent:
        sheet.record.created_by = author
    # Parts go in while every record is still a draft: a member is a part of another's record.
    with _name_refused_row(absent), actions.action(by=author, reason=version):
        for model, rows in _by_model(absent).items():
            model._base_manager.bulk_create(rows, batch_size=200)
    _publish_sheets(absent, author, approver, version)
    ReferenceEntry.objects.bulk_create(
        ReferenceEntry(
            key=sheet.key,
            table_name=sheet.record._meta.db_table,
            record_id=sheet.record.pk,
            values=comparing.collect_values(sheet),
        )
        for sheet in absent
    )


def _by_model(found: Iterable[Sheet]) -> dict[type[BaseModel], list[BaseModel]]:
    rows: dict[type[BaseModel], list[BaseModel]] = defaultdict(list)
    for sheet in found:
        for row in sheet.rows.values():
            rows[type(row)].append(row)
    return rows


def _publish_sheets(found: list[Sheet], author: Account, approver: Account, version: str) -> None:
    for sheet in found:
        try:
            actions.submit(sheet.record, by=author)
            actions.approve(sheet.record, by=approver, reason=version)
            actions.publish(sheet.record, by=approver)
        except actions.Refused as error:
            raise BadReferenceError(
                [f"{sheet.entry.describe_place()}: {' '.join(error.messages)}"]
            ) from error


@contextmanager
def _name_refused_row(found: list[Sheet]) -> Iterator[None]:
    """Say of which row of which file a refusal of the database speaks, where it names one."""
    try:
        yield
    except actions.Refused as refused:
        broken = refused.__cause__  # Django's error, whose own cause is the server's
        said = getattr(broken.__cause__ if broken else None, "diag", None)
        words = " ".join(
            filter(None, (said and said.message_primary, said and said.message_detail))
        )
        raise BadReferenceError(
            [f"{_find_place(found, words)}: {refused.messages[0]} ({words})"]
        ) from refused


def _find_place(found: list[Sheet], words: str) -> str:
    """The place in the files of the first row that the words name; a row's own id comes first."""
    places = {
        str(row.pk): sheet.entry.describe_place(path)
        for sheet in found
        for path, row in sheet.rows.items()
    }
    named = re.findall(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", words)
    return next((places[key] for key in named if key in places), "reference data")
