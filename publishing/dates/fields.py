"""Inexact dates in models and forms."""

from datetime import date
from typing import Any

from django import forms
from django.db import models
from django.db.models.query_utils import DeferredAttribute

from publishing.dates.parser import read_friendly
from publishing.dates.value import InexactDate


class InexactDateFormField(forms.CharField):
    """Takes EDTF or friendly text in English, Belarusian or Russian; shows friendly text."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 100)
        super().__init__(**{**kwargs, "empty_value": None})

    def to_python(self, value: Any) -> Any:
        if isinstance(value, InexactDate):
            return value
        text = super().to_python(value)
        return None if text is None else read_friendly(text)

    def run_validators(self, value: InexactDate | None) -> None:
        super().run_validators(None if value is None else value.value)

    def prepare_value(self, value: Any) -> Any:
        return value.in_words() if isinstance(value, InexactDate) else value


class EDTFAttribute(DeferredAttribute):
    """Reads what is assigned at once, so that a bad text never gets onto a record."""

    def __set__(self, instance: models.Model, value: Any) -> None:
        instance.__dict__[self.field.attname] = self.field.to_python(value)


class EDTFField(models.Field):
    """A column of the PostgreSQL domain `edtf`; in Python an InexactDate or None."""

    empty_strings_allowed = False
    descriptor_class = EDTFAttribute

    def db_type(self, connection: Any) -> str:
        return "public.edtf"

    def from_db_value(self, value: str | None, *_: Any) -> InexactDate | None:
        return None if value is None else InexactDate(value)

    def to_python(self, value: Any) -> Any:
        if value is None or isinstance(value, InexactDate) or hasattr(value, "resolve_expression"):
            return value
        if isinstance(value, date):
            return InexactDate(f"{value:%Y-%m-%d}")
        return InexactDate.parse(value) if value else None

    def get_prep_value(self, value: Any) -> Any:
        value = self.to_python(super().get_prep_value(value))
        return value.value if isinstance(value, InexactDate) else value

    def value_to_string(self, obj: models.Model) -> str:
        return str(self.value_from_object(obj) or "")

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        return super().formfield(**{"form_class": InexactDateFormField, **kwargs})


class InexactDateField:
    """Declared once in a model as `x`, gives it three columns.

    `x`: EDTFField. `x_earliest`, `x_latest`: dates that PostgreSQL generates from it, NULL where
    it is open or unknown; Python has the same in `record.x.earliest`, before any saving. It is no
    field itself, so that migrations hold the three real ones and nothing else.
    """

    def __init__(
        self,
        verbose_name: Any = None,
        help_text: Any = "",
        null: bool = True,
        blank: bool = True,
        **kwargs: Any,
    ) -> None:
        # Made here and not when the name is known, so that columns keep the order of declaration.
        self.value = EDTFField(verbose_name, help_text=help_text, null=null, blank=blank, **kwargs)
        self.bounds = {bound: _generated_bound() for bound in ("earliest", "latest")}

    def contribute_to_class(self, cls: type[models.Model], name: str) -> None:
        cls.add_to_class(name, self.value)
        for bound, field in self.bounds.items():
            field.expression = models.Func(models.F(name), function=f"public.edtf_{bound}")
            cls.add_to_class(f"{name}_{bound}", field)


def not_certainly_after(start: str, end: str) -> models.Q:
    """The condition that `start` can be on or before `end`; passes where either is open."""
    return models.Q(**{f"{start}_earliest__lte": models.F(f"{end}_latest")})


def _generated_bound() -> Any:
    """A generated date; its expression follows when the name of the column is known."""
    return models.GeneratedField(
        expression=models.Value(None), output_field=models.DateField(), db_persist=True, null=True
    )
