"""The groups of a form, made from the model unless an admin names its own."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from publishing.languages import LANGUAGES, InActiveLanguage
from publishing.models import Record, RecordPart

OPEN, OTHER = LANGUAGES[:3], LANGUAGES[3:]
LIFE = ("visible_from", "visible_until", "embargo_condition")
Fieldsets = list[tuple[object, dict[str, object]]]


def translated(model: type[models.Model]) -> list[str]:
    """The texts of `model` that stand in seven columns."""
    return [name for name, what in vars(model).items() if isinstance(what, InActiveLanguage)]


def entered(model: type[models.Model]) -> list[str]:
    """The columns that a person fills in, in the model's order, texts in languages apart."""
    texts = {f"{name}_{code}" for name in translated(model) for code in LANGUAGES}
    keys = {key.name for key in model.path()[:1]} if issubclass(model, RecordPart) else set()
    apart = {*texts, *keys, *(LIFE if issubclass(model, Record) else ())}
    return [
        column.name
        for column in model._meta.concrete_fields
        if column.editable and not column.generated and column.name not in apart
    ]


def in_languages(*names: str) -> Fieldsets:
    """Be, ru and en in sight, the other four one click away."""
    return [
        (_("In Belarusian, Russian and English"), {"fields": _columns(names, OPEN)}),
        (
            _("In Lithuanian, Polish, Ukrainian and German"),
            {"fields": _columns(names, OTHER), "classes": ["collapse"]},
        ),
    ]


def _columns(names: tuple[str, ...], languages: tuple[str, ...]) -> list[str]:
    return [f"{name}_{language}" for name in names for language in languages]


EMBARGO: Fieldsets = [(_("Embargo"), {"fields": LIFE, "classes": ["collapse"]})]
REASON: Fieldsets = [(_("Why"), {"fields": ["reason"]})]


def fieldsets_of(model: type[models.Model]) -> Fieldsets:
    names = translated(model)
    return [
        (None, {"fields": entered(model)}),
        *(in_languages(*names) if names else []),
        *(EMBARGO if issubclass(model, Record) else []),
    ]
