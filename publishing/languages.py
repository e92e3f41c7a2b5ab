"""The seven languages, and text that stands in each of them."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from django.db import models
from django.utils.text import format_lazy
from django.utils.translation import get_language

LANGUAGES = ("be", "ru", "en", "lt", "pl", "uk", "de")
FALLBACKS = ("en", "be", "ru")


class Text(NamedTuple):
    """A text and the language it is in; both empty where there is none in any language."""

    text: str
    language: str


def in_language(row: Any, field: str, language: str | None) -> Text:
    """`field` of a record or of a mapping with its columns, in `language` or the next best.

    Tries `language`, then English, Belarusian, Russian, then any. The answer says which language
    it is, so that a fallback can be marked with `lang=`.
    """
    return _first_text(language, lambda candidate: _column_text(row, f"{field}_{candidate}"))


def text_from_json(texts: Mapping[str, str] | None, language: str | None) -> Text:
    """The same of a text that came as JSON: {"be": …, "en": …}, or None."""
    return _first_text(language, lambda candidate: (texts or {}).get(candidate, ""))


def _first_text(language: str | None, text_in: Callable[[str], str]) -> Text:
    wanted = (language or "en").partition("-")[0]
    for candidate in dict.fromkeys((wanted, *FALLBACKS, *LANGUAGES)):
        if candidate in LANGUAGES and (text := text_in(candidate)):
            return Text(text, candidate)
    return Text("", "")


def _column_text(row: Any, name: str) -> str:
    return (row.get(name) if isinstance(row, Mapping) else getattr(row, name)) or ""


class InActiveLanguage:
    """Reads `record.name` from `name_be` … `name_de`; read-only."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, record: models.Model | None, owner: type | None = None) -> Any:
        return self if record is None else in_language(record, self.name, get_language()).text

    def __set__(self, record: models.Model, value: Any) -> None:
        raise AttributeError(f"{self.name} has a column for each language: set {self.name}_be …")


class Translated:
    """Declared once in a model as `name`, gives it `name_be` … `name_de` and reads `name`.

    `column` is the field that each language gets, blank by default. It is no field itself, so
    that migrations hold the seven real ones and nothing else.
    """

    def __init__(self, column: models.CharField | models.TextField) -> None:
        # Made here and not when the name is known, so that columns keep the order of declaration.
        _name, _path, args, kwargs = column.deconstruct()
        kwargs |= {"blank": True, "default": ""}
        self.columns = {language: type(column)(*args, **kwargs) for language in LANGUAGES}

    def contribute_to_class(self, cls: type[models.Model], name: str) -> None:
        for language, column in self.columns.items():
            label = column.verbose_name or name.replace("_", " ")
            column.verbose_name = format_lazy("{} ({})", label, language)
            cls.add_to_class(f"{name}_{language}", column)
        setattr(cls, name, InActiveLanguage(name))
