"""The data dictionary (tracker/data_dictionary.yaml) with its abbreviations spelled out."""

from functools import cache
from pathlib import Path

import yaml
from django.apps import apps
from django.db import models

from publishing.enums import ColumnClass
from publishing.languages import LANGUAGES
from publishing.models import PrivateModel, Record, RecordPart
from sources.models import Citation

FILE = Path(__file__).parents[1] / "tracker" / "data_dictionary.yaml"
KINDS = {
    "every record": Record,
    "every part": RecordPart,
    "every citation": Citation,
    "every private row": PrivateModel,
}
Column = tuple[str, str]


@cache
def classes() -> dict[Column, ColumnClass]:
    """The class of every column, by table and column."""
    return dict(entries())


def entries() -> list[tuple[Column, ColumnClass]]:
    written = yaml.safe_load(FILE.read_text())
    del written["conditions"]
    return [
        ((table, column), ColumnClass(name))
        for where, named in written.items()
        for table in tables(where)
        for name, columns in named.items()
        for column in spelled_out(columns)
    ]


@cache
def conditions() -> set[Column]:
    """The columns that a public view may ask about and never shows."""
    written = yaml.safe_load(FILE.read_text())["conditions"]
    return {
        (table, column)
        for where, columns in written.items()
        for table in tables(where.removeprefix("of "))
        for column in columns
    }


def tables(where: str) -> list[str]:
    """The tables that an entry of the file is about: all of one kind, or the one that it names."""
    if where not in KINDS:
        return [where]
    return [model._meta.db_table for model in managed() if issubclass(model, KINDS[where])]


def managed() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model._meta.managed]


def spelled_out(columns: list[str]) -> list[str]:
    return [real for column in columns for real in one(column)]


def one(column: str) -> list[str]:
    if column.endswith("_*"):
        return [column[:-1] + language for language in LANGUAGES]
    if column.endswith("~"):
        return [column[:-1] + end for end in ("", "_earliest", "_latest")]
    return [column]
