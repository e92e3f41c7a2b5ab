"""The history of everything, to read; nobody writes it but the triggers."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from publishing.admin.diff import OPERATIONS, of_history, told
from publishing.admin.lists import StrictList
from publishing.models import History, Tombstone


class ReadOnlyAdmin(StrictList):
    """Rows that are read; what is decided about one is decided on its `detail_view`."""

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
        """The page of one row, for whoever may view it; here its columns, as Django shows them."""
        return super().change_view(request, str(row.pk))


@admin.register(History)
class HistoryAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "at", "actor", "what", "reason")
    list_filter = ("operation",)
    list_select_related = ("actor",)
    list_per_page = 50

    @admin.display(description=_("what"))
    def what(self, entry: History) -> str:
        return str(OPERATIONS[entry.operation])

    def detail_view(self, request: HttpRequest, entry: History) -> HttpResponse:
        context = self.admin_site.each_context(request) | {
            "title": _("History"),
            "subtitle": str(entry),
            "opts": self.opts,
            "entries": [(entry, change) for change in told([of_history(entry)])],
        }
        return TemplateResponse(request, "admin/record/history.html", context)


@admin.register(Tombstone)
class TombstoneAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "reason", "was_public", "expunged_at", "expunged_by")
    list_filter = ("reason",)
    list_select_related = ("expunged_by",)
