"""The base of every record's admin: lists, buttons and the record in words."""

from collections.abc import Callable
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from publishing.actions import Refused
from publishing.admin.base import EDITABLE, GuardedAdmin
from publishing.admin.descriptions import part_models, parts_of, plain, sections
from publishing.admin.diff import of_history, told
from publishing.admin.queues import OF_EVERY_RECORD, Queue, QueueFilter
from publishing.admin.transition_page import answer
from publishing.admin.transitions import ACTS, possible
from publishing.enums import ProposalState, State
from publishing.models import History, Proposal, Record


class Related(NamedTuple):
    """Records about this one, shown on its page, and where another is added."""

    title: str
    add: str
    rows: models.QuerySet
    query: str


class RecordAdmin(GuardedAdmin):
    """Declares: `label_fields`, `inlines`, `search_fields`, and what else differs."""

    label_fields: tuple[str, ...] = ("code", "name")
    list_display = ("shown_as", "state", "created_by", "created_at")
    list_display_links = ("shown_as",)
    list_filter = (QueueFilter, "state")
    list_select_related = ("created_by",)
    list_per_page = 50
    ordering = ("-created_at", "id")
    actions = ("submit_each", "approve_each", "publish_each")
    queues: tuple[Queue, ...] = OF_EVERY_RECORD

    def record_of(self, row: Record) -> Record:
        return row

    def label(self, row: Record) -> str:
        words = (getattr(row, name) for name in self.label_fields)
        return " · ".join(plain(word) for word in words if word) or str(row)

    @admin.display(description=_("record"))
    def shown_as(self, row: Record) -> str:
        return self.label(row)

    def companions(self, keys: list[UUID]) -> list[models.QuerySet]:
        """Records that refer to those of these keys and are approved with them."""
        return []

    def related(self, row: Record) -> list[Related]:
        return []

    # --- Who may

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is not None and obj.state not in EDITABLE:
            return False
        return super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is None or obj.state != State.DRAFT or obj.published_at:
            return False
        return super().has_change_permission(request, obj)

    # --- One record

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_act"
        view = self.admin_site.admin_view(self.act_view)
        return [path("<uuid:object_id>/act/<slug:name>/", view, name=name), *super().get_urls()]

    def act_view(self, request: HttpRequest, object_id: UUID, name: str) -> HttpResponse:
        record = get_object_or_404(self.get_queryset(request), pk=object_id)
        if not self.has_view_permission(request, record):
            raise PermissionDenied
        if name not in ACTS:
            raise Http404
        return answer(self, request, record, ACTS[name])

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The form of what can be edited; all else in words, with its buttons."""
        row = self.get_object(request, unquote(object_id))
        if row is None or request.method == "POST" or self.has_change_permission(request, row):
            return super().change_view(request, object_id, form_url, extra_context)
        if not self.has_view_permission(request, row):
            raise PermissionDenied
        context = self.page(request, row) | self.beside(request, row)
        context |= {"sections": sections([row])[row.pk]}
        return TemplateResponse(request, "admin/record/read.html", context)

    def page(self, request: HttpRequest, row: Record) -> dict[str, Any]:
        return {
            **self.admin_site.each_context(request),
            "title": self.opts.verbose_name,
            "subtitle": self.label(row),
            "opts": self.opts,
            "original": row,
            "record": row,
        }

    def beside(self, request: HttpRequest, row: Record) -> dict[str, Any]:
        proposals = Proposal.objects.filter(record_id=row.pk, state=ProposalState.OPEN)
        return {
            "acts": [(self.act_url(row, name), act) for name, act in possible(row, request.user)],
            "proposals": proposals.select_related("made_by"),
            "related": [self._related(request, one) for one in self.related(row)],
        }

    def act_url(self, row: Record, name: str) -> str:
        return reverse(
            f"admin:{self.opts.app_label}_{self.opts.model_name}_act", args=[row.pk, name]
        )

    def _related(self, request: HttpRequest, one: Related) -> dict[str, Any]:
        noun = f"admin:{one.rows.model._meta.app_label}_{one.rows.model._meta.model_name}"
        staff = self.admin_site.get_model_admin(one.rows.model)
        may_add = staff.has_add_permission(request)
        return {
            "title": one.title,
            "add": one.add,
            "add_url": may_add and f"{reverse(f'{noun}_add')}?{one.query}",
            "rows": [
                (reverse(f"{noun}_change", args=[row.pk]), staff.label(row), row)
                for row in one.rows.prefetch_related(*staff.label_needs)
            ],
        }

    def save_model(self, request: HttpRequest, row: Record, form: Any, change: bool) -> None:
        if not change:
            row.created_by = request.user
        super().save_model(request, row, form, change)

    def response_change(self, request: HttpRequest, row: Record) -> HttpResponse:
        if "_submit" in request.POST and row.state == State.DRAFT:
            return redirect(self.act_url(row, "submit"))
        return super().response_change(request, row)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        row = self.get_object(request, unquote(object_id))
        if row is None or not self.has_view_permission(request, row):
            raise PermissionDenied
        keys = [row.pk]
        for model in part_models(self.model):
            keys += parts_of(model, [row]).values_list("pk", flat=True)
        entries = History.objects.filter(row_id__in=keys).select_related("actor")[:200]
        context = self.page(request, row) | {
            "title": _("History"),
            "entries": list(zip(entries, told(map(of_history, entries)), strict=True)),
        }
        return TemplateResponse(request, "admin/record/history.html", context)

    # --- Many records

    def _each(self, request: HttpRequest, rows: models.QuerySet, run: Callable[..., Any]) -> None:
        done = 0
        for record in rows:
            try:
                run(record, by=request.user)
                done += 1
            except Refused as refused:
                said = f"{self.label(record)}: {' '.join(refused.messages)}"
                self.message_user(request, said, messages.WARNING)
        if done:
            said = ngettext("%(n)d record: done.", "%(n)d records: done.", done) % {"n": done}
            self.message_user(request, said, messages.SUCCESS)

    @admin.action(description=_("Send the selected to review"))
    def submit_each(self, request: HttpRequest, rows: models.QuerySet) -> None:
        self._each(request, rows, ACTS["submit"].run)

    @admin.action(description=_("Approve the selected"))
    def approve_each(self, request: HttpRequest, rows: models.QuerySet) -> None:
        self._each(request, rows, ACTS["approve"].run)

    @admin.action(description=_("Publish the selected"))
    def publish_each(self, request: HttpRequest, rows: models.QuerySet) -> None:
        self._each(request, rows, ACTS["publish"].run)
