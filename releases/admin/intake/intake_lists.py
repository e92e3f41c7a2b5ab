"""The pages of an intake list: it begins, is decided line by line, and is entered."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from publishing.actions import Refused
from publishing.admin import StaffAdmin
from publishing.admin.labels import get_admin_url
from publishing.admin.signed_in import get_account
from publishing.models import Record
from publishing.rules import WRITERS
from releases.admin.intake import line_rows
from releases.admin.intake.request_size import refuse_giants
from releases.admin.intake.start_form import GROUPS, StartForm
from releases.enums import LineProposal
from releases.intake import decisions, drafts, plan, rules
from releases.intake.lists import open_list
from releases.models import IntakeList

ACCEPTED = {
    "accept-matched": LineProposal.MATCHED,
    "accept-new": LineProposal.NEW,
}


class EnterForm(forms.Form):
    sets_aside = forms.BooleanField(
        label=gettext_lazy("Set what is undecided aside: it stays on the list for later"),
        required=False,
    )


@admin.register(IntakeList)
class IntakeListAdmin(StaffAdmin):
    list_display = ("record_label", "source_title", "made_by", "made_at", "deleted_on")
    list_display_links = ("record_label",)
    list_filter = ("role",)
    list_select_related = ("side__wave", "source", "made_by")
    list_per_page = 50
    ordering = ("-made_at", "pk")

    def get_label(self, intake: IntakeList) -> str:
        return f"{intake.side.wave.slug} · {intake.get_role_display()}"

    @admin.display(description=gettext_lazy("list of names"))
    def record_label(self, intake: IntakeList) -> str:
        return self.get_label(intake)

    @admin.display(description=gettext_lazy("source"))
    def source_title(self, intake: IntakeList) -> str:
        return intake.source.title

    @admin.display(description=gettext_lazy("kept until"))
    def deleted_on(self, intake: IntakeList) -> date | str:
        return pgettext("import", "Expired") if intake.is_expired else intake.ends_at.date()

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_urls(self) -> list[URLPattern]:
        door, name = self.admin_site.admin_view, "releases_intakelist"
        start, decide = refuse_giants(door(self.add_view)), refuse_giants(door(self.decide_view))
        return [
            path("add/", start, name=f"{name}_add"),
            path("<uuid:key>/change/", decide, name=f"{name}_change"),
            path("<uuid:key>/enter/", door(self.enter_view), name=f"{name}_enter"),
            path("<uuid:key>/submit/", door(self.submit_view), name=f"{name}_submit"),
            *super().get_urls(),
        ]

    # --- A list begins

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        sent = request.method == "POST"
        form = StartForm(request.POST, request.FILES) if sent else StartForm()
        if sent and form.is_valid():
            try:
                with transaction.atomic():
                    answers = form.build_answers(by=get_account(request))
                    intake, is_new = open_list(by=get_account(request), **answers)
            except ValidationError as refused:
                form.add_error(None, refused.messages)
            else:
                if not is_new:
                    self.message_user(
                        request, _("This list was read before: here is how far it has come.")
                    )
                return redirect(get_admin_url(intake))
        groups = [(title, [form[name] for name in names]) for title, names in GROUPS]
        context = self._build_context(request, _("A list of names")) | {
            "form": form,
            "groups": groups,
        }
        return TemplateResponse(request, "admin/intake/start.html", context)

    # --- Its lines are decided

    def decide_view(self, request: HttpRequest, key: UUID) -> HttpResponse:
        intake = self._get_list(request, key)
        if request.method != "POST":
            return self._render_lines(request, intake)
        if not self.has_change_permission(request, intake):
            raise PermissionDenied
        choices = _read_choices(request)
        try:
            saved = decisions.save_decisions(intake, by=get_account(request), choices=choices)
            looked_for = self._find_people(request, intake)
            saved += self._accept_proposals(request, intake)
        except Refused as refused:
            return self._render_lines(request, intake, refused, choices)
        if saved:
            said = ngettext("%(n)d decision saved.", "%(n)d decisions saved.", saved) % {"n": saved}
            self.message_user(request, said, messages.SUCCESS)
        if request.POST.get("act") == "enter":
            return redirect("admin:releases_intakelist_enter", intake.pk)
        number = looked_for or request.POST.get("at", "")
        return redirect(
            f"{get_admin_url(intake)}#line-{number}" if number else get_admin_url(intake)
        )

    def _find_people(self, request: HttpRequest, intake: IntakeList) -> str:
        """Search for the words typed beside lines, and return the number of the first line."""
        asked = [
            (name.removeprefix("find-"), words)
            for name, typed in request.POST.lists()
            if name.startswith("find-") and (words := typed[-1].strip())
        ]
        for number, words in asked:
            line = get_object_or_404(intake.lines, number=_parse_number(number))
            count = decisions.add_candidates(line, by=get_account(request), words=words[:200])
            said = ngettext(
                "Line %(number)d: %(count)d person found.",
                "Line %(number)d: %(count)d people found.",
                count,
            )
            self.message_user(request, said % {"number": line.number, "count": count})
        return asked[0][0] if asked else ""

    def _accept_proposals(self, request: HttpRequest, intake: IntakeList) -> int:
        proposal = ACCEPTED.get(request.POST.get("act", ""))
        return (
            decisions.accept_proposals(intake, by=get_account(request), proposal=proposal)
            if proposal
            else 0
        )

    def _render_lines(
        self,
        request: HttpRequest,
        intake: IntakeList,
        refused: Refused | None = None,
        choices: list[decisions.LineChoice] | None = None,
    ) -> HttpResponse:
        sent = {choice.number: choice for choice in choices or []}
        shown = line_rows.list_rows(intake, sent, getattr(refused, "numbers", ()))
        refusal = rules.cannot_decide(intake, get_account(request))
        open_rows = [row.line.proposal for row in shown if row.is_open]
        held = sum(
            row.is_held and row.line.proposal == LineProposal.NEW for row in shown if row.is_open
        )
        context = self._build_context(request, _("A list of names"), intake) | {
            "rows": [row for row in shown if row.line.proposal != LineProposal.EMPTY],
            "empty": line_rows.join_numbers(
                row.line for row in shown if row.line.proposal == LineProposal.EMPTY
            ),
            "progress": line_rows.measure_progress(shown),
            "may_decide": not refusal and self.has_change_permission(request, intake),
            "refusal": refusal,
            "errors": refused.messages if refused else [],
            "matched": open_rows.count(LineProposal.MATCHED),
            "new": open_rows.count(LineProposal.NEW) - held,
        }
        return TemplateResponse(request, "admin/intake/lines.html", context)

    # --- What was decided is entered, and sent to review

    def enter_view(self, request: HttpRequest, key: UUID) -> HttpResponse:
        intake = self._get_list(request, key)
        if not self.has_change_permission(request, intake):
            raise PermissionDenied
        form = EnterForm(request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid():
            try:
                done = drafts.enter_list(intake, by=get_account(request), **form.cleaned_data)
            except Refused as refused:
                form.add_error(None, refused)
            else:
                return self._redirect_when_entered(request, intake, done)
        context = self._build_context(request, _("Enter the list"), intake) | {
            "form": form,
            "plan": plan.plan_entry(intake),
            "refusal": rules.cannot_enter(intake, get_account(request)),
            "is_proposal": intake.side.wave.state == "published",
            "numbers": line_rows.join_numbers,
        }
        return TemplateResponse(request, "admin/intake/enter.html", context)

    def _redirect_when_entered(
        self, request: HttpRequest, intake: IntakeList, done: plan.EntryPlan
    ) -> HttpResponse:
        if done.is_idle:
            self.message_user(request, _("Everything was entered before: nothing has changed."))
        else:
            self.message_user(request, _("The list is entered."), messages.SUCCESS)
        return redirect("admin:releases_intakelist_submit", intake.pk)

    def submit_view(self, request: HttpRequest, key: UUID) -> HttpResponse:
        intake = self._get_list(request, key)
        refusals: list[tuple[Record, list[str]]] = []
        if request.method == "POST":
            try:
                sent = drafts.submit_drafts(intake, by=get_account(request))
            except drafts.DraftsRefused as refused:
                refusals = refused.refusals
            else:
                said = ngettext(
                    "%(n)d draft was sent to review.", "%(n)d drafts were sent to review.", sent
                )
                self.message_user(request, said % {"n": sent}, messages.SUCCESS)
                return redirect("admin:releases_intakelist_submit", intake.pk)
        found = drafts.find_drafts(intake)
        context = self._build_context(request, _("Drafts of the list"), intake) | {
            "drafts": line_rows.describe_drafts(found),
            "may_submit": get_account(request).has_role(*WRITERS),
            "refusals": line_rows.describe_refusals(refusals),
        }
        return TemplateResponse(request, "admin/intake/submit.html", context)

    # --- What all pages have

    def _get_list(self, request: HttpRequest, key: UUID) -> IntakeList:
        rows = IntakeList.objects.select_related("side__wave", "source", "proposal", "made_by")
        intake = get_object_or_404(rows, pk=key)
        if not self.has_view_permission(request, intake):
            raise PermissionDenied
        return intake

    def _build_context(
        self, request: HttpRequest, title: str, intake: IntakeList | None = None
    ) -> dict[str, Any]:
        page = {**self.admin_site.each_context(request), "title": title, "opts": self.opts}
        if intake:
            keys = ("change", "enter", "submit")
            urls = {
                key: reverse(f"admin:releases_intakelist_{key}", args=[intake.pk]) for key in keys
            }
            page |= {"intake": intake, "subtitle": self.get_label(intake), "urls": urls}
            page |= {
                "wave_url": get_admin_url(intake.side.wave),
                "source_url": get_admin_url(intake.source),
            }
        return page


def _read_choices(request: HttpRequest) -> list[decisions.LineChoice]:
    """Read each choice with what the page showed; other fields are not of this page."""
    return [
        decisions.LineChoice(
            _parse_number(number), seen, chosen[-1], request.POST.get(f"reason-{number}", "")
        )
        for name, chosen in request.POST.lists()
        if name.startswith("line-")
        and (number := name.removeprefix("line-"))
        and (seen := request.POST.get(f"seen-{number}")) is not None
    ]


def _parse_number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 6):
        raise Http404
    return int(text)
