"""Columns that hold codes of a closed vocabulary, which the database checks too."""

from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class CodeField(models.CharField):
    """One code of an enumeration; with `blank=True` also the empty string, “not asked”."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 60)
        if kwargs.get("blank"):
            kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)

    def db_check(self, connection) -> str:
        codes = [code for code, label in self.flatchoices] + ([""] if self.blank else [])
        listed = ", ".join(f"'{code}'" for code in dict.fromkeys(codes))
        return f"{connection.ops.quote_name(self.column)} IN ({listed})"


country_code = RegexValidator(r"^[A-Z]{2}$", _("A country is two capital letters (ISO 3166)."))


class CountryField(models.CharField):
    """A country by its two letters of ISO 3166-1."""

    def __init__(self, *args, **kwargs):
        kwargs["max_length"] = 2
        super().__init__(*args, **kwargs)
        self.validators.append(country_code)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        return name, path, args, kwargs

    def db_check(self, connection) -> str:
        pattern = "^([A-Z]{2})?$" if self.blank else "^[A-Z]{2}$"
        return f"{connection.ops.quote_name(self.column)} ~ '{pattern}'"


class CodeListField(ArrayField):
    """A list of codes or of countries, whose every element the database checks."""

    def db_check(self, connection) -> str:
        column = connection.ops.quote_name(self.column)
        if isinstance(self.base_field, CountryField):
            return f"array_to_string({column}, ',', '') ~ '^([A-Z]{{2}}(,[A-Z]{{2}})*)?$'"
        codes = ", ".join(f"'{code}'" for code, label in self.base_field.flatchoices)
        return f"{column} <@ ARRAY[{codes}]::varchar[]"


def countries(*args, **options) -> CodeListField:
    """A list of countries, empty by default."""
    return CodeListField(CountryField(), *args, default=list, blank=True, **options)


def code_list(enumeration: type[models.TextChoices], *args, **options) -> CodeListField:
    """A list of codes of one enumeration, empty by default."""
    return CodeListField(CodeField(choices=enumeration), *args, default=list, blank=True, **options)
