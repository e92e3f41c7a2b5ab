"""Form fields by which nobody who enters data meets an array, a code or a machine's date."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from babel import Locale
from django import forms
from django.contrib.admin.widgets import AutocompleteSelect
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.forms import SimpleArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from publishing.codes import CountryField
from publishing.dates import EDTFField

NOT_COUNTRIES = frozenset("EU EZ QO UN XA XB ZZ".split())
DATES = _("As exact as known: 13 December 2025, December 2025, about 2024, before May 2025.")


class CountriesField(SimpleArrayField):
    """Countries as people write them, `BY, LT`; a list in Python."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(value.upper() if isinstance(value, str) else value)

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value


OUR_SCRIPT = "js/admin-autocomplete.js"  # after Django's own, which it names for screen readers


class AutocompleteWidget(AutocompleteSelect):
    """Asks the database nothing about a row that the form's own query brought along."""

    selected_row: models.Model | None = None

    @property
    def media(self) -> forms.Media:
        return super().media + forms.Media(js=["admin/js/autocomplete.js", OUR_SCRIPT])

    def optgroups(self, name: str, value: Sequence[str], attr: Any = None) -> Any:
        if self.selected_row is None or [*value] != [str(self.selected_row.pk)]:
            return super().optgroups(name, [key for key in value if self._is_key(key)], attr)
        label = self.choices.field.label_from_instance(self.selected_row)
        options = [self.create_option(name, self.selected_row.pk, label, True, 1)]
        if not self.is_required:
            options.insert(0, self.create_option(name, "", "", False, 0))
        return [(None, options, 0)]

    def _is_key(self, text: str) -> bool:
        """A form that is refused comes back with whatever was sent, and that can be anything."""
        try:
            self.field.target_field.to_python(text)
        except ValidationError:
            return False
        return True


def build_form_field(column: models.Field) -> forms.Field | None:
    """The field for a column that the admin would show as machine text; None for all others."""
    said: dict[str, Any] = {
        "label": capfirst(column.verbose_name),
        "help_text": column.help_text,
        "required": False,
    }
    if isinstance(column, ArrayField) and column.base_field.choices:
        boxes = forms.CheckboxSelectMultiple
        return forms.MultipleChoiceField(choices=column.base_field.choices, widget=boxes, **said)
    if isinstance(column, ArrayField):
        return column.formfield(form_class=CountriesField)
    if isinstance(column, CountryField):
        said |= {"required": not column.blank, "choices": get_country_choices}
        return forms.TypedChoiceField(coerce=str, empty_value="", **said)
    if isinstance(column, EDTFField):
        return column.formfield(help_text=f"{column.help_text} {DATES}")
    if isinstance(column, models.URLField):
        line = forms.URLInput(attrs={"class": "vURLField"})
        return column.formfield(assume_scheme="https", widget=line)
    if isinstance(column, models.TextField):
        return column.formfield(
            widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"})
        )
    return None


def get_country_choices(with_none: bool = True) -> list[tuple[str, str]]:
    """Every country as code and name in the active language, by name."""
    return [("", "—")] * with_none + [*_load_country_choices(get_language() or "en")]


@lru_cache
def _load_country_choices(language: str) -> tuple[tuple[str, str], ...]:
    names = Locale.parse(language, sep="-").territories
    codes = [code for code in map(str, names) if len(code) == 2 and code not in NOT_COUNTRIES]
    return tuple(
        sorted(((code, f"{names[code]} ({code})") for code in codes), key=lambda pair: pair[1])
    )
