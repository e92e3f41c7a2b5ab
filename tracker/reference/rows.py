"""From entries to rows of ours, all of them checked before any is inserted."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, cast
from uuid import UUID, uuid4

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models

from publishing.dates.fields import EDTFField
from publishing.languages import LANGUAGES, InActiveLanguage
from publishing.models import BaseModel, Record, RecordPart
from tracker.reference.files import BadReferenceError, Entry
from tracker.reference.layout import IDENTITY, NOUNS

#: (noun and key, path of the part or "") -> the id that the row has in the database, if any.
FindId = Callable[[str, str], UUID | None]


@dataclass
class Sheet:
    """One record as the files have it: `rows[""]` is the record, the others are its parts."""

    entry: Entry
    rows: dict[str, BaseModel] = field(default_factory=dict)

    @property
    def key(self) -> str:
        return f"{self.entry.noun}/{self.entry.key}"

    @property
    def record(self) -> Record:
        return cast(Record, self.rows[""])


def read_sheets(entries: list[Entry], ids: FindId) -> list[Sheet]:
    """A sheet for every entry, bottom-up; raises BadReferenceError with every problem there is."""
    reader = SheetReader(ids)
    order = list(NOUNS)
    for entry in entries:
        if entry.noun not in NOUNS:
            raise BadReferenceError([f"{entry.file}: no file is called so"])
    found = [
        reader.read_sheet(entry) for entry in sorted(entries, key=lambda e: order.index(e.noun))
    ]
    reader.resolve_references()
    for sheet in found:
        reader.problems += _find_unclean(sheet)
    if reader.problems:
        raise BadReferenceError(reader.problems)
    return found


class SheetReader:
    """Makes rows; references wait until every key is known."""

    def __init__(self, ids: FindId) -> None:
        self.ids = ids
        self.problems: list[str] = []
        self.index: dict[tuple[type[models.Model], str], UUID] = {}
        self.waiting: list[tuple[Sheet, str, BaseModel, models.ForeignKey, str]] = []

    def read_sheet(self, entry: Entry) -> Sheet:
        noun = NOUNS[entry.noun]
        sheet = Sheet(entry)
        given = {noun.key: entry.key} if noun.key else {}
        self.read_row(sheet, noun.model, given | entry.fields, "")
        return sheet

    def read_row(
        self, sheet: Sheet, model: type[BaseModel], fields: Any, path: str
    ) -> BaseModel | None:
        if not isinstance(fields, dict):
            self.problems.append(
                f"{sheet.entry.describe_place(path)}: a mapping of fields is needed"
            )
            return None
        row = sheet.rows[path] = model(id=self.ids(sheet.key, path) or uuid4())
        self.index[model, _make_handle(sheet, path)] = row.id
        for name, value in fields.items():
            self.set_field(sheet, row, path, name, value)
        return row

    def set_field(self, sheet: Sheet, row: BaseModel, path: str, name: str, value: Any) -> None:
        place = f"{path}/{name}".lstrip("/")
        column = _find_field(type(row), name)
        if isinstance(column, models.ManyToOneRel):
            self.read_parts(sheet, row, column, value, place)
        elif isinstance(column, models.ForeignKey):
            if value is not None:
                self.waiting.append((sheet, place, row, column, str(value)))
        elif isinstance(getattr(type(row), name, None), InActiveLanguage):
            self.set_translations(sheet, row, name, value, place)
        elif column is None:
            self.problems.append(f"{sheet.entry.describe_place(place)}: there is no such field")
        else:
            self.assign_value(sheet, row, name, value, place)

    def read_parts(
        self, sheet: Sheet, row: BaseModel, column: models.ManyToOneRel, value: Any, place: str
    ) -> None:
        if not isinstance(value, list):
            self.problems.append(f"{sheet.entry.describe_place(place)}: a list is needed")
            return
        taken: set[str] = set()
        for number, fields in enumerate(value, 1):
            name = _make_identity(place.rpartition("/")[2], fields, number, taken)
            model = cast(type[BaseModel], column.related_model)
            part = self.read_row(sheet, model, fields, f"{place}/{name}")
            if part is not None:
                setattr(part, column.field.attname, row.id)

    def set_translations(
        self, sheet: Sheet, row: BaseModel, name: str, value: Any, place: str
    ) -> None:
        if not isinstance(value, dict) or not set(value) <= set(LANGUAGES):
            self.problems.append(
                f"{sheet.entry.describe_place(place)}: a text for each language is needed:"
                f" {', '.join(LANGUAGES)}"
            )
            return
        for language, text in value.items():
            self.assign_value(sheet, row, f"{name}_{language}", str(text).rstrip("\n"), place)

    def assign_value(self, sheet: Sheet, row: BaseModel, name: str, value: Any, place: str) -> None:
        is_date = isinstance(type(row)._meta.get_field(name), EDTFField)
        try:
            setattr(row, name, str(value) if is_date and value is not None else value)
        except ValidationError as error:
            self.problems.append(f"{sheet.entry.describe_place(place)}: {' '.join(error.messages)}")

    def resolve_references(self) -> None:
        """Turn keys into ids. A part of the same record may be named without the record's key."""
        for sheet, place, row, column, key in self.waiting:
            model = column.related_model
            found = self.index.get((model, key))
            found = found or self.index.get((model, f"{sheet.entry.key}/{key}"))
            setattr(row, column.attname, found)
            if found is None:
                noun = model._meta.verbose_name
                self.problems.append(
                    f"{sheet.entry.describe_place(place)}: no {noun} has the key “{key}”"
                )


def _find_field(model: type[BaseModel], name: str) -> Any:
    """The column that a file may name, or the relation of a part; no column of a record's life."""
    try:
        found = model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    if isinstance(found, models.ManyToOneRel):
        return found if _is_part(found) else None
    return found if found.editable else None


def _is_part(relation: models.ManyToOneRel) -> bool:
    model = relation.related_model
    return issubclass(model, RecordPart) and model.path()[0] == relation.field


def _make_handle(sheet: Sheet, path: str) -> str:
    """How a row is referred to: the key of its record, and what tells its parts apart."""
    return "/".join([sheet.entry.key, *path.split("/")[1::2]])


def _make_identity(relation: str, fields: Any, number: int, taken: set[str]) -> str:
    names = IDENTITY.get(relation, ()) if isinstance(fields, dict) else ()
    words = [str(fields[name]) for name in names if fields.get(name) not in (None, "")]
    name = " ".join(words).replace("/", "|") or str(number)
    while name in taken:
        name += "+"
    taken.add(name)
    return name


def _find_unclean(sheet: Sheet) -> Iterator[str]:
    """What the fields themselves refuse; whether a reference exists was asked already."""
    for path, row in sheet.rows.items():
        keys = [key for key in row._meta.concrete_fields if isinstance(key, models.ForeignKey)]
        missing = [k for k in keys if k.editable and not k.null and getattr(row, k.attname) is None]
        for key in missing:
            yield f"{sheet.entry.describe_place(f'{path}/{key.name}'.lstrip('/'))}: is needed"
        for column in row._meta.concrete_fields:
            if isinstance(column, models.GeneratedField):  # not readable before it is saved
                row.__dict__.setdefault(column.attname, None)
        try:
            row.clean_fields(exclude={key.name for key in keys})
        except ValidationError as error:
            for name, messages in error.message_dict.items():
                place = sheet.entry.describe_place(f"{path}/{name}".lstrip("/"))
                yield f"{place}: {' '.join(messages)}"
