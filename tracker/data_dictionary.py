"""The data dictionary: who may see each column (data_dictionary.yaml), and what it means.

The meaning of a column is its field's label and help text. Where these say too little, the file
has a sentence under `meanings`. `manage.py data_dictionary` writes both down for readers.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml
from django.apps import apps
from django.db import models
from django.utils.translation import override

from publishing.enums import ColumnClass
from publishing.languages import LANGUAGES
from publishing.models import PrivateModel, Record, RecordPart
from sources.models import Citation

FILE = Path(__file__).with_name("data_dictionary.yaml")
KINDS: dict[str, type[models.Model]] = {
    "every record": Record,
    "every part": RecordPart,
    "every citation": Citation,
    "every private row": PrivateModel,
}
#: What the file holds beside tables and their columns.
BESIDE = ("conditions", "meanings")
READABLE = ("public", "partner")
Column = tuple[str, str]


@cache
def read_file() -> dict[str, dict]:
    return yaml.safe_load(FILE.read_text())


@cache
def column_classes() -> dict[Column, ColumnClass]:
    """The class of every column, by table and column."""
    return dict(list_entries())


def list_entries() -> list[tuple[Column, ColumnClass]]:
    return [
        ((table, column), ColumnClass(name))
        for where, named in read_file().items()
        if where not in BESIDE
        for table in find_tables(where)
        for name, columns in named.items()
        for written in columns
        for column in spell_out(written)
    ]


@cache
def condition_columns() -> set[Column]:
    """The columns that a public view may ask about and never shows."""
    return {
        (table, column)
        for where, columns in read_file()["conditions"].items()
        for table in find_tables(where.removeprefix("of "))
        for written in columns
        for column in spell_out(written)
    }


def find_tables(where: str) -> list[str]:
    """The tables that an entry of the file is about: all of one kind, or the named one."""
    return [model._meta.db_table for model in find_models(where)] if where in KINDS else [where]


def find_models(where: str) -> list[type[models.Model]]:
    if where in KINDS:
        return [model for model in managed_models() if issubclass(model, KINDS[where])]
    return [model for model in managed_models() if model._meta.db_table == where]


def managed_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model._meta.managed]


def spell_out(column: str) -> list[str]:
    """The columns that an abbreviation of the file stands for."""
    if column.endswith("_*"):
        return [column[:-1] + language for language in LANGUAGES]
    if column.endswith("~"):
        return [column[:-1] + end for end in ("", "_earliest", "_latest")]
    return [column]


# --- For readers


def describe_dictionary() -> str:
    """The dictionary in Markdown: every column that readers or partners may see."""
    with override("en"):
        tables = [_describe_table(where) for where in read_file() if where not in BESIDE]
    return "\n".join([INTRODUCTION, *filter(None, tables)])


def readable_columns() -> Iterator[tuple[str, str, str]]:
    """Each entry, the column as it is written there, and the column's class."""
    for where, named in read_file().items():
        for name in READABLE if where not in BESIDE else ():
            yield from ((where, written, name) for written in named.get(name, []))


def describe_column(where: str, written: str) -> str:
    """What a column means; empty where nothing says more than the column's name."""
    if sentence := read_file()["meanings"].get(where, {}).get(written.removesuffix("~"), ""):
        return sentence
    field = _find_field(where, written)
    label, name = _strip_language(str(field.verbose_name)), field.name.removesuffix("_be")
    words = _capitalise(label) if label != name.replace("_", " ") else ""
    if isinstance(field, models.ForeignKey):
        words = words or f"The {field.related_model._meta.verbose_name}."
    return f"{words} {_strip_audience(str(field.help_text))}".strip()


def _describe_table(where: str) -> str:
    columns = [(written, name) for at, written, name in readable_columns() if at == where]
    if not columns:
        return ""
    rows = [
        f"| `{_readable_name(written)}` | {_describe_form(where, written)} |"
        + (" partners |" if name == "partner" else " readers |")
        for written, name in columns
    ]
    return "\n".join([f"## {_title(where)}\n", *HEAD, *rows, ""])


def _title(where: str) -> str:
    if where in KINDS:
        return where.capitalize()
    (model,) = find_models(where)
    return f"{str(model._meta.verbose_name).capitalize()} (`{where}`)"


def _describe_form(where: str, written: str) -> str:
    meaning = describe_column(where, written)
    if written.endswith("_*"):
        return f"{meaning} One text for each language."
    if written.endswith("~"):
        return f"{meaning} An inexact date."
    has_codes = bool(_find_field(where, written).choices)
    return f"{meaning} A code." if has_codes else meaning


def _readable_name(written: str) -> str:
    return written.removesuffix("~")


def _find_field(where: str, written: str) -> models.Field:
    column, model = spell_out(written)[0], find_models(where)[0]
    return next(field for field in model._meta.concrete_fields if field.column == column)


def _strip_language(label: str) -> str:
    return label.removesuffix(" (be)")


def _strip_audience(help_text: str) -> str:
    """The help text without its first word to staff, that the field is public."""
    return help_text.removeprefix("Public.").strip()


def _capitalise(words: str) -> str:
    return words[:1].upper() + words[1:] + "."


HEAD = ("| column | meaning | who |", "| --- | --- | --- |")
INTRODUCTION = """\
# Data dictionary

What each column means that readers, or partners with a key, may see. Written by
`make dictionary` from `tracker/data_dictionary.yaml` and the models; do not edit. Public is the
most that can happen: which rows are shown, the views decide (state, embargo, consent). The API's
document (`/api/v1/docs/`) gives the shape of each answer and the codes of each vocabulary. An
inexact date is a text in EDTF with the first and the last day that it can be (ADR 4).
"""
