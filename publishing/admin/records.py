"""The base of every record's admin: its lists, its buttons, and the record in words."""

from typing import Any
from uuid import UUID

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from publishing import rules
from publishing.actions import Refused, submit
from publishing.admin.base import StaffAdmin
from publishing.admin.descriptions import describe_records, format_value
from publishing.admin.extensions import RelatedRecords, get_extensions
from publishing.admin.forms import RecordForm
from publishing.admin.history import describe_history
from publishing.admin.labels import get_admin_url
from publishing.admin.queues import OF_EVERY_RECORD, Queue, QueueFilter, list_queues
from publishing.admin.related import describe_related
from publishing.admin.signed_in import get_account
from publishing.admin.transition_page import answer_transition
from publishing.admin.transitions import TRANSITIONS, Transition
from publishing.enums import ProposalState, State
from publishing.models import Proposal, Record


class RecordAdmin(StaffAdmin):
    """Declares `label_fields`, `queues`, and what every ModelAdmin declares."""

    label_fields: tuple[str, ...] = ("code", "name")
    queues: tuple[Queue, ...] = OF_EVERY_RECORD
    transitions: dict[str, Transition] = TRANSITIONS
    form = RecordForm
    list_display: tuple[str, ...] = ("record_label", "state", "created_by", "created_at")
    list_display_links: tuple[str, ...] = ("record_label",)
    list_filter: tuple[Any, ...] = (QueueFilter, "state")
    list_select_related: tuple[str, ...] = ("created_by",)
    list_per_page = 50
    ordering = ("-created_at", "id")
    actions = ("submit_each",)

    def __init__(self, model: type[Record], admin_site: admin.AdminSite) -> None:
        super().__init__(model, admin_site)
        self.queues = list_queues(model, self.queues)

    def get_label(self, row: Any) -> str:
        words = (getattr(row, name) for name in self.label_fields)
        return " · ".join(format_value(word) for word in words if word) or str(row)

    @admin.display(description=_("record"))
    def record_label(self, row: Any) -> str:
        return self.get_label(row)

    def get_companions(self, keys: list[UUID]) -> list[models.QuerySet]:
        """Records that refer to those of these keys and are approved with them."""
        return []

    def get_related_records(self, row: Any) -> list[RelatedRecords]:
        """Records about this record; those that a room above knows are in its extension."""
        added = [extension.get_related_records(row) for extension in get_extensions(self.model)]
        return [related for each in added for related in each]

    # --- Who may

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A form that was sent is let in: `save_related` refuses it, and loses nothing of it."""
        is_form = request.method == "POST"
        if obj is not None and not is_form and rules.cannot_edit(obj):
            return False
        return super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is None or obj.state != State.DRAFT or obj.published_at:
            return False
        return super().has_change_permission(request, obj)

    # --- One record

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_act"
        view = self.admin_site.admin_view(self.transition_view)
        return [path("<uuid:object_id>/act/<slug:name>/", view, name=name), *super().get_urls()]

    def transition_view(self, request: HttpRequest, object_id: UUID, name: str) -> HttpResponse:
        record = get_object_or_404(self.get_queryset(request), pk=object_id)
        if not self.has_view_permission(request, record):
            raise PermissionDenied
        if name not in self.transitions:
            raise Http404
        return answer_transition(self, request, record, self.transitions[name])

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The form of what can be edited; all else in words, with its buttons."""
        row = self.get_object(request, unquote(object_id))
        if row is None or request.method == "POST" or self.has_change_permission(request, row):
            return super().change_view(request, object_id, form_url, extra_context)
        if not self.has_view_permission(request, row):
            raise PermissionDenied
        context = self.get_read_context(request, row) | self.get_page_context(request, row)
        context |= {"sections": describe_records([row])[row.pk]}
        return TemplateResponse(request, "admin/record/read.html", context)

    def get_read_context(self, request: HttpRequest, row: Record) -> dict[str, Any]:
        """What every page has on which a record is read."""
        return self.admin_site.each_context(request) | {
            "title": self.opts.verbose_name,
            "subtitle": self.get_label(row),
            "opts": self.opts,
            "original": row,
            "record": row,
        }

    def get_page_context(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        """What the page of a record shows beside its form or its words."""
        proposals = Proposal.objects.filter(record_id=row.pk, state=ProposalState.OPEN)
        return {
            "subtitle": self.get_label(row),
            "record": row,
            "transitions": [
                (get_admin_url(row, "act", name), each)
                for name, each in self.transitions.items()
                if each.refusal(row, get_account(request)) is None
            ],
            "proposals": proposals.select_related("made_by"),
            "related": [
                describe_related(self.admin_site, request, each)
                for each in self.get_related_records(row)
            ],
        }

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if not change:
            obj.created_by = request.user
        super().save_model(request, obj, form, change)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        if "_submit" in request.POST and obj.state == State.DRAFT:
            return redirect(get_admin_url(obj, "act", "submit"))
        return super().response_change(request, obj)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        row = self.get_object(request, unquote(object_id))
        if row is None or not self.has_view_permission(request, row):
            raise PermissionDenied
        context = self.get_read_context(request, row) | {
            "title": _("History"),
            "entries": describe_history(row),
        }
        return TemplateResponse(request, "admin/record/history.html", context)

    # --- Many records: what opens them is one act each, behind the page that shows them

    @admin.action(description=_("Send the selected to review"))
    def submit_each(self, request: HttpRequest, rows: models.QuerySet) -> None:
        done = 0
        for record in rows:
            try:
                submit(record, by=get_account(request))
                done += 1
            except Refused as refused:
                said = f"{self.get_label(record)}: {' '.join(refused.messages)}"
                self.message_user(request, said, messages.WARNING)
        if done:
            said = ngettext("%(n)d record: done.", "%(n)d records: done.", done) % {"n": done}
            self.message_user(request, said, messages.SUCCESS)
