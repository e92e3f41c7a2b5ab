"""The history of everything, which is the audit trail; only triggers write it."""

from typing import Any

from django.apps import apps
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from publishing.admin.base import DeclaredFiltersMixin
from publishing.admin.diff import OPERATIONS, DiffSection, describe_entries
from publishing.admin.references import get_part_models, get_parts
from publishing.models import History, Record, Tombstone

#: What the history page of a record shows.
MOST_ENTRIES = 200


class ReadOnlyAdmin(DeclaredFiltersMixin, admin.ModelAdmin):
    """Rows that are read. What staff decide about a row, they decide on its `detail_view`."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        row = self.get_object(request, object_id)
        if row is None:
            raise Http404
        if not self.has_view_permission(request, row):
            raise PermissionDenied
        return self.detail_view(request, row)

    def detail_view(self, request: HttpRequest, row: Any) -> HttpResponse:
        """The page of a row that the account may view; here its columns, as Django shows them."""
        return super().change_view(request, str(row.pk))


def describe_history(record: Record) -> list[tuple[History, DiffSection]]:
    """The newest entries about a record and its parts, each with what it changed."""
    keys = [record.pk]
    for model in get_part_models(type(record)):
        keys += get_parts(model, [record]).values_list("pk", flat=True)
    entries = History.objects.filter(row_id__in=keys).select_related("actor")
    return describe_entries([*entries[:MOST_ENTRIES]])


@admin.register(History)
class HistoryAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "at", "actor", "operation_in_words", "reason")
    list_filter = ("operation",)
    list_select_related = ("actor",)
    list_per_page = 50

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """What was done, but for case data, whose history is read with it alone."""
        cases = [model._meta.db_table for model in apps.get_models()
                 if getattr(model, "is_case_data", False)]  # fmt: skip
        return super().get_queryset(request).exclude(table_name__in=cases)

    @admin.display(description=_("what"))
    def operation_in_words(self, entry: History) -> str:
        return str(OPERATIONS[entry.operation])

    def detail_view(self, request: HttpRequest, entry: History) -> HttpResponse:
        context = self.admin_site.each_context(request) | {
            "title": _("History"),
            "subtitle": str(entry),
            "opts": self.opts,
            "entries": describe_entries([entry]),
        }
        return TemplateResponse(request, "admin/record/history.html", context)


@admin.register(Tombstone)
class TombstoneAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "reason", "was_public", "asked_by", "expunged_by", "expunged_at")
    list_filter = ("reason",)
    list_select_related = ("asked_by", "expunged_by")
    exclude = ("marks",)
