from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from publishing.admin.fields import Autocomplete, friendly
from publishing.admin.labels import label, label_needs
from publishing.models import RecordPart


class StaffForm(forms.ModelForm):
    """A form whose selected rows come with it, and which says why the database refused it."""

    refused: Any = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            widget = getattr(field.widget, "widget", field.widget)
            if isinstance(widget, Autocomplete):
                widget.known = self.instance._state.fields_cache.get(name)

    def clean(self) -> Any:
        if self.refused:
            self.add_error(None, self.refused)
        return super().clean()


class PartForm(StaffForm):
    """A row of an inline. Whoever adds one means it, though all of it stays as it was offered."""

    def has_changed(self) -> bool:
        return self.instance._state.adding or super().has_changed()


class ReasonedForm(StaffForm):
    """The form of a row that exists: a change may say why, that of a published record must."""

    must_say_why = False
    reason = forms.CharField(
        label=_("Reason for the change"),
        help_text=_("Staff only. Kept in the history beside the change."),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = self.must_say_why


class StaffFields(admin.options.BaseModelAdmin):
    """How columns become fields, for records, for their parts and for private rows."""

    def formfield_for_dbfield(
        self, column: models.Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        field = friendly(column) or super().formfield_for_dbfield(column, request, **kwargs)
        if isinstance(getattr(field, "widget", None), RelatedFieldWidgetWrapper):
            # Another record is changed on its own page, where its state is told.
            field.widget.can_change_related = field.widget.can_view_related = False
        return field

    def formfield_for_foreignkey(
        self, key: models.ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> forms.ModelChoiceField | None:
        target = key.related_model
        record = getattr(request, "record", None)
        is_sibling = record and _is_part_of(target, type(record))
        if is_sibling:  # Parts of one record refer to each other.
            siblings = target.objects.filter(**{target.part_of: record})
            kwargs["queryset"] = siblings.prefetch_related(*label_needs(target))
        elif self.is_searched(target):
            kwargs["widget"] = Autocomplete(key, self.admin_site)
        field = super().formfield_for_foreignkey(key, request, **kwargs)
        field.label_from_instance = label
        if is_sibling:
            field.choices = list(field.choices)  # asked once, not once for each row of the form
        return field

    def is_searched(self, model: type[models.Model]) -> bool:
        staff = self.admin_site._registry.get(model)
        return bool(staff and staff.search_fields)


def _is_part_of(model: type[models.Model], record: type[models.Model]) -> bool:
    return issubclass(model, RecordPart) and model.path()[-1].related_model is record
