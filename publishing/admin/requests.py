"""What one person asks for and another decides, each on the page of the request."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_otp import user_has_device

from publishing import actions, rules
from publishing.actions import Refused
from publishing.admin.citing import describe_citing
from publishing.admin.descriptions import describe_records
from publishing.admin.history import ReadOnlyAdmin
from publishing.admin.labels import get_admin_url, get_label
from publishing.admin.queues import Queue, QueueFilter
from publishing.admin.signed_in import get_account
from publishing.fresh_login import require_fresh_login
from publishing.models import AccessRequest, ExpungeRequest
from publishing.table_models import find_row, get_table_noun

Decisions = dict[str, tuple[Callable[..., object], Any]]


class RequestAdmin(ReadOnlyAdmin):
    ordering = ("-asked_at", "id")
    #: What the button sends, the action that it runs, and its title.
    decisions: Decisions
    #: The decision before which the password is asked again.
    grave: str
    template: str

    def describe_request(self, request: HttpRequest, asked: Any) -> dict[str, Any]:
        """What the page shows beside the request, with the rules about who may decide."""
        raise NotImplementedError

    def detail_view(self, request: HttpRequest, asked: Any) -> HttpResponse:
        errors: list[str] = []
        if request.method == "POST":
            try:
                return self._decide(request, asked)
            except Refused as refused:
                errors = refused.messages
        context = self.admin_site.each_context(request) | {
            "title": self.opts.verbose_name,
            "opts": self.opts,
            "asked": asked,
            "errors": errors,
            **self.describe_request(request, asked),
        }
        return TemplateResponse(request, self.template, context)

    def _decide(self, request: HttpRequest, asked: Any) -> HttpResponse:
        decision = request.POST.get("decision", "")
        run, title = self.decisions.get(decision, (None, ""))
        if run is None:
            raise Http404
        if decision == self.grave:
            require_fresh_login(request)
        run(asked, by=get_account(request))
        self.message_user(request, _("Done: %(act)s.") % {"act": title}, messages.SUCCESS)
        return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")


@admin.register(ExpungeRequest)
class ExpungeRequestAdmin(RequestAdmin):
    list_display = ("__str__", "record_noun", "reason", "asked_by", "asked_at")
    list_select_related = ("asked_by",)
    queues = (Queue("open", _("Requests to expunge"), Q()),)
    decisions: Decisions = {
        "expunge": (actions.expunge, pgettext_lazy("act", "Expunge")),
        "decline": (actions.decline_to_expunge, pgettext_lazy("act", "Decline")),
    }
    grave = "expunge"
    template = "admin/expunge_request.html"

    @admin.display(description=_("record"))
    def record_noun(self, request: ExpungeRequest) -> str:
        return get_table_noun(request.table_name)

    def describe_request(self, request: HttpRequest, asked: ExpungeRequest) -> dict[str, Any]:
        record = find_row(asked.table_name, asked.record_id)
        by = get_account(request)
        return {
            "subtitle": get_label(record) if record else "",
            "sections": describe_records([record])[record.pk] if record else [],
            "citing": describe_citing(record) if record else [],
            "refusal": rules.cannot_expunge(asked, by),
            "may_decline": rules.cannot_decline_to_expunge(asked, by) is None,
        }


@admin.register(AccessRequest)
class AccessRequestAdmin(RequestAdmin):
    list_display = ("account", "access", "asked_by", "asked_at", "given_by", "given_at")
    list_select_related = ("account", "role", "asked_by", "given_by")
    list_filter = (QueueFilter,)
    queues = (Queue("open", _("Requests for access"), Q(given_at=None)),)
    decisions: Decisions = {
        "give": (actions.give_access, pgettext_lazy("act", "Give access")),
        "decline": (actions.decline_access, pgettext_lazy("act", "Decline")),
    }
    grave = "give"
    template = "admin/access_request.html"

    @admin.display(description=_("access"))
    def access(self, request: AccessRequest) -> str:
        return request.asked_for

    def describe_request(self, request: HttpRequest, asked: AccessRequest) -> dict[str, Any]:
        by = get_account(request)
        return {
            "subtitle": asked.account.username,
            "account_url": get_admin_url(asked.account),
            "has_factor": user_has_device(asked.account),
            "refusal": rules.cannot_give_access(asked, by),
            "may_decline": rules.cannot_decline_access(asked, by) is None,
        }
