"""The page between a button and its transition: what changes, of what, and with what else."""

from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from publishing.actions import Refused
from publishing.actions.transaction import refuse_if
from publishing.admin.citing import describe_citing, tell_unsourced
from publishing.admin.companions import find_unpublished
from publishing.admin.descriptions import RecordSection, describe_records
from publishing.admin.diff import describe_entries
from publishing.admin.labels import get_admin_url, get_label
from publishing.admin.signed_in import get_account
from publishing.admin.stale_pages import read_version, refuse_stale_page
from publishing.admin.transitions import Transition
from publishing.fresh_login import require_fresh_login
from publishing.models import Account, Record


class Companion:
    """Another record that is not public yet, and whether this transition can take it along."""

    def __init__(self, record: Record, refusal: str | None, sections: list[RecordSection]) -> None:
        self.record, self.refusal, self.sections = record, refusal, sections
        self.label, self.url = get_label(record), get_admin_url(record)
        self.kind, self.key = record._meta.verbose_name, str(record.pk)


def answer_transition(
    staff: ModelAdmin, request: HttpRequest, record: Any, asked: Transition
) -> HttpResponse:
    """Show the page, or run the transition where its form was sent."""
    by = get_account(request)
    refusal = asked.refusal(record, by)
    if refusal and request.method != "POST":
        staff.message_user(request, refusal, messages.ERROR)
        return redirect(get_admin_url(record))
    hidden = find_unpublished(record) if asked.takes_along else []
    page: dict[str, Any] = {"version": read_version([record, *hidden])}
    companions = describe_companions(hidden, asked, by)
    form, chosen = asked.form(), [each.key for each in companions]
    if request.method == "POST":
        form, chosen = asked.form(request.POST), request.POST.getlist("along")
        try:
            refuse_if(refusal)
            if form.is_valid():
                if asked.is_grave:
                    require_fresh_login(request)
                if not asked.is_urgent:
                    refuse_stale_page([record, *hidden], request.POST.get("version", ""))
                along = [each for each in companions if each.key in chosen and not each.refusal]
                run_transition(asked, record, along, by, form.cleaned_data)
                return redirect_when_done(staff, request, record, asked)
        except Refused as refused:
            form.add_error(None, refused)
            page["changed_since"] = describe_entries(getattr(refused, "changes", []))
    page |= build_context(staff, request, record, asked)
    page |= {"form": form, "companions": companions, "chosen": chosen}
    page |= {"citing": describe_citing(record) if asked.is_urgent else []}
    return TemplateResponse(request, "admin/record/act.html", page)


def describe_companions(records: list[Record], asked: Transition, by: Account) -> list[Companion]:
    sections: dict[Any, list[RecordSection]] = {}
    for model in {type(each) for each in records}:
        sections |= describe_records([each for each in records if type(each) is model])
    return [Companion(each, asked.refusal(each, by), sections.get(each.pk, [])) for each in records]


def run_transition(
    asked: Transition, record: Record, along: list[Companion], by: Account, answers: dict[str, Any]
) -> None:
    """All or nothing; what is referred to goes before what refers to it."""
    with transaction.atomic():
        for each in [*(one.record for one in reversed(along)), record]:
            try:
                asked.run(each, by=by, **answers)
            except Refused as refused:
                sentences = [f"{get_label(each)}: {sentence}" for sentence in refused.messages]
                raise Refused(sentences if along else refused.messages) from refused


def redirect_when_done(
    staff: ModelAdmin, request: HttpRequest, record: Record, asked: Transition
) -> HttpResponse:
    staff.message_user(request, _("Done: %(act)s.") % {"act": asked.title}, messages.SUCCESS)
    if asked.is_urgent:
        tell_unsourced(staff, request, record)
    if type(record).objects.filter(pk=record.pk).exists():
        return redirect(get_admin_url(record))
    return redirect(f"admin:{record._meta.app_label}_{record._meta.model_name}_changelist")


def build_context(
    staff: ModelAdmin, request: HttpRequest, record: Record, asked: Transition
) -> dict[str, Any]:
    return staff.admin_site.each_context(request) | {
        "title": asked.title,
        "subtitle": get_label(record),
        "opts": record._meta,
        "transition": asked,
        "record": record,
        "record_url": get_admin_url(record),
        "sections": describe_records([record])[record.pk],
    }
