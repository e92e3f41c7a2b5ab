"""Parts stand on the page of their record; a part that has parts of its own has a small page."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from publishing.admin.base import StaffAdmin
from publishing.admin.fieldsets import VERSION, Fieldsets, build_fieldsets
from publishing.admin.forms import RecordForm, RecordPartForm, StaffFieldsMixin, get_record
from publishing.admin.labels import get_admin_url, get_label, get_label_prefetches
from publishing.admin.stale_forms import PartFormSet, with_versions
from publishing.models import RecordPart


class RecordPartInline(StaffFieldsMixin, admin.StackedInline):
    """Parts on the page of a record, as editable as the record itself."""

    form: type[forms.ModelForm] = RecordPartForm
    formset = PartFormSet
    extra = 0

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Fieldsets:
        is_declared = self.fieldsets or self.fields
        declared = super().get_fieldsets(request, obj) if is_declared else None
        version = VERSION if self.has_change_permission(request, obj) else []
        link = [(None, {"fields": [*self.get_readonly_fields(request, obj)]})]
        shown = [*(declared or build_fieldsets(self.model)), *version]
        return [*shown, *(link if self.has_page else [])]

    @property
    def has_page(self) -> bool:
        """Whether a part has a page of its own, where its citations and its own parts stand."""
        return self.admin_site.is_registered(self.model)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        added = ["own_page"] if self.has_page else []
        return [*super().get_readonly_fields(request, obj), *added]

    @admin.display(description=_("page of its own"))
    def own_page(self, row: RecordPart) -> str:
        if row._state.adding:
            return ""
        words = _("Its own parts and sources")
        return format_html('<a href="{}">{}</a>', get_admin_url(row), words)

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        kwargs.setdefault("formfield_callback", self.get_field_callback(request, get_record(obj)))
        return super().get_formset(request, obj, **kwargs)

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        keys = [key for key in self.model._meta.fields if key.many_to_one and key.editable]
        needs = [
            f"{key.name}__{need}"
            for key in keys
            for need in get_label_prefetches(key.related_model)
        ]
        rows = super().get_queryset(request).select_related(*(key.name for key in keys))
        return with_versions(rows.prefetch_related(*needs))

    @property
    def parent_admin(self) -> admin.ModelAdmin:
        return self.admin_site.get_model_admin(self.parent_model)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.parent_admin.has_view_permission(request, obj)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is None:
            return self.parent_admin.has_add_permission(request)
        return self.parent_admin.has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)


class RecordPartAdmin(StaffAdmin):
    """The page of a part that has citations or parts of its own; its record's page leads to it."""

    model: type[RecordPart]
    form = RecordForm
    ordering = ("pk",)

    def get_label(self, row: Any) -> str:
        return f"{get_label(row.record)} · {self.opts.verbose_name}"

    @property
    def record_admin(self) -> admin.ModelAdmin:
        return self.admin_site.get_model_admin(self.model.path()[-1].related_model)

    def get_owner(self, row: RecordPart) -> models.Model:
        """The row on whose page this part stands: its record, or another part."""
        return getattr(row, self.model.path()[0].name)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.record_admin.has_view_permission(request, obj and obj.record)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.record_admin.has_change_permission(request, obj and obj.record)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.record_admin.has_delete_permission(request, obj and obj.record)

    # --- Its page

    def get_page_context(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        """What the page of a part shows beside its form."""
        owner = self.get_owner(row)
        return {
            "subtitle": self.get_label(row),
            "record": row.record,
            "owner": get_label(owner),
            "owner_url": get_admin_url(owner),
        }

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        row = self.get_object(request, unquote(object_id))
        if row is None:
            raise Http404
        if not self.has_view_permission(request, row):
            raise PermissionDenied
        return redirect(get_admin_url(row.record, "history"))

    def response_post_save_change(self, request: HttpRequest, obj: Any) -> HttpResponseRedirect:
        return redirect(get_admin_url(self.get_owner(obj)))
