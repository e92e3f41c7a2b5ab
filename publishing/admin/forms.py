"""The forms of staff: how columns become fields, and what a form asks besides its columns."""

from functools import partial
from typing import Any

from django import forms
from django.contrib.admin import AdminSite
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from publishing.admin.fields import AutocompleteWidget, build_form_field
from publishing.admin.labels import get_label, get_label_prefetches
from publishing.enums import State
from publishing.models import Record, RecordPart


def get_record(row: models.Model | None) -> Record | None:
    """The record that decides how a row is written; None for a private row and for a new part."""
    if isinstance(row, RecordPart):
        return None if row._state.adding else row.record
    return row if isinstance(row, Record) else None


class StaffForm(forms.ModelForm):
    """A form that says which version of its row it showed (`stale_forms.py`).

    It asks nothing about the selected rows that its query brought along.
    """

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["version"] = getattr(self.instance, "version", None)
        for name, field in self.fields.items():
            widget = getattr(field.widget, "widget", field.widget)
            if isinstance(widget, AutocompleteWidget):
                widget.selected_row = self.instance._state.fields_cache.get(name)


class RecordPartForm(StaffForm):
    """A row of an inline. Who adds a row means it, though all of it stays as it was offered."""

    def has_changed(self) -> bool:
        return self.instance._state.adding or super().has_changed()


class RecordForm(StaffForm):
    """A record or a part. A change may give a reason; a change of what is published must."""

    reason = forms.CharField(
        label=_("Reason for the change"),
        help_text=_("Staff only. Kept in the history beside the change."),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance._state.adding:
            del self.fields["reason"]
        elif record := get_record(self.instance):
            self.fields["reason"].required = record.state == State.PUBLISHED


class StaffFieldsMixin:
    """Makes columns fields, in the admin of rows and in their inlines."""

    admin_site: AdminSite

    def get_field_callback(
        self, request: HttpRequest, record: Record | None
    ) -> partial[forms.Field | None]:
        """Django's `formfield_callback`, which knows the record that the form is of."""
        return partial(self.formfield_for_dbfield, request=request, record=record)

    def formfield_for_dbfield(
        self,
        db_field: models.Field,
        request: HttpRequest,
        record: Record | None = None,
        **kwargs: Any,
    ) -> forms.Field | None:
        if isinstance(db_field, models.ForeignKey):
            kwargs["record"] = record
        field = build_form_field(db_field)
        field = field or super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(getattr(field, "widget", None), RelatedFieldWidgetWrapper):
            # Another record is changed on its own page, where its state is told.
            field.widget.can_change_related = field.widget.can_view_related = False
        return field

    def formfield_for_foreignkey(
        self,
        db_field: models.ForeignKey,
        request: HttpRequest,
        record: Record | None = None,
        **kwargs: Any,
    ) -> forms.ModelChoiceField | None:
        target: Any = db_field.related_model
        is_sibling = record is not None and is_part_of(target, type(record))
        if is_sibling:  # Parts of one record refer to each other.
            siblings = target.objects.filter(**{target.part_of: record})
            kwargs["queryset"] = siblings.prefetch_related(*get_label_prefetches(target))
        elif getattr(self.admin_site._registry.get(target), "search_fields", ()):
            kwargs["widget"] = AutocompleteWidget(db_field, self.admin_site)
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        field.label_from_instance = get_label
        if is_sibling:
            field.choices = list(field.choices)  # asked once, not once for each row of the form
        return field


def is_part_of(model: type[models.Model], record: type[models.Model]) -> bool:
    return issubclass(model, RecordPart) and model.path()[-1].related_model is record
