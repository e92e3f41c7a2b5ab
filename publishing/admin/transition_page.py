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
from publishing.admin.companions import find_unpublished
from publishing.admin.descriptions import RecordSection, describe_records
from publishing.admin.labels import get_admin_url, get_label
from publishing.admin.signed_in import get_account
from publishing.admin.transitions import Transition
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
    refusal = asked.refusal(record, get_account(request))
    if refusal:
        staff.message_user(request, refusal, messages.ERROR)
        return redirect(get_admin_url(record))
    companions = find_companions(record, asked, get_account(request)) if asked.takes_along else []
    is_sent = request.method == "POST"
    form = asked.form(request.POST if is_sent else None)
    chosen = request.POST.getlist("along") if is_sent else [each.key for each in companions]
    if is_sent and form.is_valid():
        along = [each for each in companions if each.key in chosen and not each.refusal]
        try:
            run_transition(asked, record, along, get_account(request), form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused)
        else:
            return redirect_when_done(staff, request, record, asked)
    context = build_context(staff, request, record, asked) | {
        "form": form,
        "companions": companions,
        "chosen": chosen,
    }
    return TemplateResponse(request, "admin/record/act.html", context)


def find_companions(record: Record, asked: Transition, by: Account) -> list[Companion]:
    records = find_unpublished(record)
    sections: dict[Any, list[RecordSection]] = {}
    for model in {type(each) for each in records}:
        sections |= describe_records([each for each in records if type(each) is model])
    return [Companion(each, asked.refusal(each, by), sections.get(each.pk, [])) for each in records]


def run_transition(
    asked: Transition, record: Record, along: list[Companion], by: Account, answers: dict[str, Any]
) -> None:
    """All or nothing; what is referred to goes before what refers to it."""
    with transaction.atomic():
        for each in reversed(along):
            try:
                asked.run(each.record, by=by, **answers)
            except Refused as refused:
                sentences = [f"{each.label}: {sentence}" for sentence in refused.messages]
                raise Refused(sentences) from refused
        asked.run(record, by=by, **answers)


def redirect_when_done(
    staff: ModelAdmin, request: HttpRequest, record: Record, asked: Transition
) -> HttpResponse:
    staff.message_user(request, _("Done: %(act)s.") % {"act": asked.title}, messages.SUCCESS)
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
