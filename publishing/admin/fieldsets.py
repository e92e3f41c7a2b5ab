"""The groups of a form, made from the model unless an admin names its own."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from publishing.languages import LANGUAGES, InActiveLanguage
from publishing.models import Record, RecordPart

OPEN, OTHER = LANGUAGES[:3], LANGUAGES[3:]
EMBARGO_FIELDS = ("visible_from", "visible_until", "embargo_condition")
Fieldsets = list[tuple[Any, Any]]


def get_translated_names(model: type[models.Model]) -> list[str]:
    """The texts of `model` that stand in seven columns."""
    return [name for name, what in vars(model).items() if isinstance(what, InActiveLanguage)]


def get_entered_columns(model: type[models.Model]) -> list[models.Field]:
    """The columns that a person fills in, in the order of the model."""
    owner = {key.name for key in model.path()[:1]} if issubclass(model, RecordPart) else set()
    return [
        column
        for column in model._meta.concrete_fields
        if column.editable and not column.generated and column.name not in owner
    ]


def in_languages(*names: str) -> Fieldsets:
    """Be, ru and en in sight, the other four one click away."""
    return [
        (_("In Belarusian, Russian and English"), {"fields": _name_columns(names, OPEN)}),
        (
            _("In Lithuanian, Polish, Ukrainian and German"),
            {"fields": _name_columns(names, OTHER), "classes": ["collapse"]},
        ),
    ]


def _name_columns(names: tuple[str, ...], languages: tuple[str, ...]) -> list[str]:
    return [f"{name}_{language}" for name in names for language in languages]


EMBARGO: Fieldsets = [(_("Embargo"), {"fields": EMBARGO_FIELDS, "classes": ["collapse"]})]
REASON: Fieldsets = [(_("Why"), {"fields": ["reason"]})]
VERSION: Fieldsets = [(None, {"fields": ["version"]})]


def build_fieldsets(model: type[models.Model]) -> Fieldsets:
    """Every column that a person fills in; texts in languages and the embargo stand apart."""
    names = get_translated_names(model)
    embargo = EMBARGO_FIELDS if issubclass(model, Record) else ()
    apart = {f"{name}_{code}" for name in names for code in LANGUAGES} | {*embargo}
    entered = [each.name for each in get_entered_columns(model) if each.name not in apart]
    return [
        (None, {"fields": entered}),
        *(in_languages(*names) if names else []),
        *(EMBARGO if embargo else []),
    ]
