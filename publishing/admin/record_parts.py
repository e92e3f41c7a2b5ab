"""Parts stand on the page of their record; those with parts of their own get a small page."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from publishing.admin.base import GuardedAdmin
from publishing.admin.fieldsets import Fieldsets, fieldsets_of
from publishing.admin.forms import PartForm, StaffFields
from publishing.admin.labels import label, label_needs
from publishing.models import Record, RecordPart


class PartInline(StaffFields, admin.StackedInline):
    """Rows of a record, as editable as the record itself."""

    form = PartForm
    extra = 0
    show_change_link = True
    template = "admin/record/parts.html"

    def get_fieldsets(self, request: HttpRequest, row: Any = None) -> Fieldsets:
        return self.fieldsets or fieldsets_of(self.model)

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        keys = [key for key in self.model._meta.fields if key.many_to_one and key.editable]
        needs = [f"{key.name}__{need}" for key in keys for need in label_needs(key.related_model)]
        rows = super().get_queryset(request).select_related(*(key.name for key in keys))
        return rows.prefetch_related(*needs)

    def _home(self) -> admin.ModelAdmin:
        return self.admin_site.get_model_admin(self.parent_model)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._home().has_view_permission(request, obj)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is None:
            return self._home().has_add_permission(request)
        return self._home().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)


def parts(model: type[RecordPart], *, is_open: bool = False) -> type[PartInline]:
    """The inline of `model`, folded until it is wanted unless `is_open`."""
    body = {
        "model": model,
        "fk_name": model.path()[0].name,
        "classes": () if is_open else ("collapse",),
    }
    return type(f"{model.__name__}Inline", (PartInline,), body)


class PartAdmin(GuardedAdmin):
    """The page of a part that has citations or parts of its own; reached from its record's."""

    ordering = ("pk",)

    def record_of(self, row: RecordPart) -> Record:
        return row.record

    def label(self, row: RecordPart) -> str:
        return f"{label(row.record)} · {self.opts.verbose_name}"

    @property
    def home(self) -> admin.ModelAdmin:
        return self.admin_site.get_model_admin(self.model.path()[-1].related_model)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.home.has_view_permission(request, obj and obj.record)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.home.has_change_permission(request, obj and obj.record)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.home.has_delete_permission(request, obj and obj.record)

    def beside(self, request: HttpRequest, row: RecordPart) -> dict[str, Any]:
        owner = getattr(row, self.model.path()[0].name)
        return {"owner": label(owner), "owner_url": address(owner)}

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        row = self.get_object(request, unquote(object_id))
        if row is None:
            raise Http404
        return redirect(address(row.record, "history"))

    def response_post_save_change(self, request: HttpRequest, row: RecordPart) -> HttpResponse:
        return redirect(address(getattr(row, self.model.path()[0].name)))


def address(row: models.Model, page: str = "change") -> str:
    """A page of a row at the staff door."""
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_{page}", args=[row.pk])


def pages(site_models: dict[type[RecordPart], list[type[RecordPart]]]) -> None:
    """Give each of these parts a page with these parts on it."""
    for model, inner in site_models.items():
        body = {"inlines": [parts(part, is_open=True) for part in inner]}
        admin.site.register(model, type(f"{model.__name__}Admin", (PartAdmin,), body))
