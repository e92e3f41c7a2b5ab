"""Requests to erase a record for good, and the second person's decision."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from publishing import actions, rules
from publishing.actions import Refused
from publishing.admin.descriptions import describe_records
from publishing.admin.history import ReadOnlyAdmin
from publishing.admin.labels import get_label
from publishing.admin.queues import Queue
from publishing.admin.signed_in import get_account
from publishing.fresh_login import require_fresh_login
from publishing.models import ExpungeRequest
from publishing.table_models import find_row, get_table_noun

EXPUNGE_DECISIONS: dict[str, tuple[Callable[..., object], Any]] = {
    "expunge": (actions.expunge, pgettext_lazy("act", "Expunge")),
    "decline": (actions.decline_to_expunge, pgettext_lazy("act", "Decline")),
}


@admin.register(ExpungeRequest)
class ExpungeRequestAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "record_noun", "reason", "asked_by", "asked_at")
    list_select_related = ("asked_by",)
    ordering = ("-asked_at", "id")
    queues = (Queue("open", _("Requests to expunge"), Q()),)

    @admin.display(description=_("record"))
    def record_noun(self, request: ExpungeRequest) -> str:
        return get_table_noun(request.table_name)

    def detail_view(self, request: HttpRequest, asked: ExpungeRequest) -> HttpResponse:
        errors: list[str] = []
        if request.method == "POST":
            try:
                return self._decide(request, asked)
            except Refused as refused:
                errors = refused.messages
        context = self._build_context(request, asked) | {"errors": errors}
        return TemplateResponse(request, "admin/expunge_request.html", context)

    def _decide(self, request: HttpRequest, asked: ExpungeRequest) -> HttpResponse:
        run, title = EXPUNGE_DECISIONS.get(request.POST.get("decision", ""), (None, ""))
        if run is None:
            raise Http404
        if run is actions.expunge:
            require_fresh_login(request)
        run(asked, by=get_account(request))
        self.message_user(request, _("Done: %(act)s.") % {"act": title}, messages.SUCCESS)
        return redirect("admin:publishing_expungerequest_changelist")

    def _build_context(self, request: HttpRequest, asked: ExpungeRequest) -> dict[str, Any]:
        record = find_row(asked.table_name, asked.record_id)
        by = get_account(request)
        return self.admin_site.each_context(request) | {
            "title": self.opts.verbose_name,
            "subtitle": get_label(record) if record else "",
            "opts": self.opts,
            "asked": asked,
            "sections": describe_records([record])[record.pk] if record else [],
            "refusal": rules.cannot_expunge(asked, by),
            "may_decline": rules.cannot_decline_to_expunge(asked, by) is None,
        }
