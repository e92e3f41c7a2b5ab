"""Columns that hold codes of a closed vocabulary, and the constraint that each brings along."""

from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from publishing.constrained_fields import ColumnConstraint, ConstrainedField


class VocabularyConstraint(ColumnConstraint):
    default_violation_error_message = _("This value is not in the list.")


class CountryConstraint(VocabularyConstraint):
    default_violation_error_message = _("A country is two capital letters (ISO 3166).")


class VocabularyField(ConstrainedField):
    """A column of codes.

    A new code is a new member of the enumeration and the migration that `makemigrations` writes.
    """

    constraint_ending = "is_known"

    def make_constraint(self, name: str) -> VocabularyConstraint:
        return VocabularyConstraint(name=name, condition=Q(**{f"{self.name}__in": self.codes()}))

    def codes(self) -> list[str]:
        """Every value that the column may hold."""
        return [code for code, label in self.flatchoices] + ([""] if self.blank else [])

    def deconstruct(self):
        """Leave the choices out: a changed label needs no migration."""
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("choices", None)
        return name, path, args, kwargs


class CodeField(VocabularyField, models.CharField):
    """One code of an enumeration; with `blank=True` also the empty string, “not asked”."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 60)
        if kwargs.get("blank"):
            kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)


country_code = RegexValidator(r"^[A-Z]{2}$", CountryConstraint.default_violation_error_message)


class CountryField(VocabularyField, models.CharField):
    """A country by its two letters of ISO 3166-1."""

    def __init__(self, *args, **kwargs):
        kwargs["max_length"] = 2
        super().__init__(*args, **kwargs)
        self.validators.append(country_code)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        return name, path, args, kwargs

    def make_constraint(self, name: str) -> VocabularyConstraint:
        pattern = "^([A-Z]{2})?$" if self.blank else "^[A-Z]{2}$"
        return CountryConstraint(name=name, condition=Q(**{f"{self.name}__regex": pattern}))


class CodeListField(VocabularyField, ArrayField):
    """A list of codes or of countries, whose every element the database checks."""

    def make_constraint(self, name: str) -> VocabularyConstraint:
        if isinstance(self.base_field, CountryField):
            pattern = "^([A-Z]{2}(,[A-Z]{2})*)?$"
            condition = Q(**{f"{self.name}__joined__regex": pattern})
            return CountryConstraint(name=name, condition=condition)
        codes = [code for code, label in self.base_field.flatchoices]
        return VocabularyConstraint(name=name, condition=Q(**{f"{self.name}__contained_by": codes}))


@CodeListField.register_lookup
class Joined(models.Transform):
    """A list as one text, which a pattern can be compared with."""

    lookup_name = "joined"
    template = "array_to_string(%(expressions)s, ',', '')"
    output_field = models.TextField()


def countries(*args, **options) -> CodeListField:
    """A list of countries, empty by default."""
    return CodeListField(CountryField(), *args, default=list, blank=True, **options)


def code_list(enumeration: type[models.TextChoices], *args, **options) -> CodeListField:
    """A list of codes of one enumeration, empty by default."""
    return CodeListField(CodeField(choices=enumeration), *args, default=list, blank=True, **options)
