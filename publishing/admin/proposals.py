"""Proposals: what would change, in words, and somebody else's decision."""

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
from publishing.admin.diff import changes_of_proposal, describe_changes
from publishing.admin.history import ReadOnlyAdmin
from publishing.admin.labels import get_admin_url, get_label
from publishing.admin.queues import Queue, QueueFilter
from publishing.admin.signed_in import get_account
from publishing.enums import ProposalState
from publishing.models import Proposal
from publishing.table_models import find_row, get_table_noun

DECISIONS: dict[str, tuple[Callable[..., object], Any]] = {
    "accept": (actions.accept, pgettext_lazy("act", "Accept")),
    "reject": (actions.reject, pgettext_lazy("act", "Reject")),
}


@admin.register(Proposal)
class ProposalAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "record_noun", "state", "reason", "made_by", "made_at")
    list_filter = (QueueFilter, "state")
    list_select_related = ("made_by",)
    ordering = ("-made_at", "id")
    queues = (Queue("open", _("Proposals to decide"), Q(state=ProposalState.OPEN)),)

    @admin.display(description=_("record"))
    def record_noun(self, proposal: Proposal) -> str:
        return get_table_noun(proposal.table_name)

    def detail_view(self, request: HttpRequest, proposal: Proposal) -> HttpResponse:
        if request.method == "POST":
            return self._decide_proposal(request, proposal)
        return TemplateResponse(
            request, "admin/proposal.html", self._build_context(request, proposal)
        )

    def _decide_proposal(self, request: HttpRequest, proposal: Proposal) -> HttpResponse:
        run, title = DECISIONS.get(request.POST.get("decision", ""), (None, ""))
        if run is None:
            raise Http404
        try:
            run(proposal, by=get_account(request), reason=request.POST.get("reason", ""))
        except Refused as refused:
            page = self._build_context(request, proposal) | {"errors": refused.messages}
            return TemplateResponse(request, "admin/proposal.html", page)
        said = _("Done: %(act)s.") % {"act": title}
        self.message_user(request, said, messages.SUCCESS)
        return redirect(get_admin_url(proposal))

    def _build_context(self, request: HttpRequest, proposal: Proposal) -> dict[str, Any]:
        record = find_row(proposal.table_name, proposal.record_id)
        return {
            **self.admin_site.each_context(request),
            "title": self.opts.verbose_name,
            "subtitle": get_label(record) if record else "",
            "opts": self.opts,
            "proposal": proposal,
            "record_url": get_admin_url(record) if record else "",
            "changes": describe_changes(changes_of_proposal(proposal)),
            "refusal": rules.cannot_decide(proposal, get_account(request)),
            "reason": request.POST.get("reason", ""),
        }
