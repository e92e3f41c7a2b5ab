"""The page between a button and its act: what it would do, to what, and with what else."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from publishing.actions import Refused, action
from publishing.admin.companions import not_public_yet
from publishing.admin.descriptions import Section, sections
from publishing.admin.labels import label
from publishing.admin.record_parts import address
from publishing.admin.transitions import Act
from publishing.models import Account, Record


class Companion:
    """Another record that is not public yet, and whether this act can take it along."""

    def __init__(self, record: Record, refusal: str | None, words: list[Section]) -> None:
        self.record, self.refusal, self.sections = record, refusal, words
        self.label, self.url = label(record), address(record)
        self.kind, self.key = record._meta.verbose_name, str(record.pk)


def answer(staff: ModelAdmin, request: HttpRequest, record: Record, act: Act) -> HttpResponse:
    """Show the page, or do the act where it was sent."""
    refusal = act.refusal(record, request.user)
    if refusal:
        staff.message_user(request, refusal, messages.ERROR)
        return redirect(address(record))
    companions = _companions(record, act, request.user) if act.takes_along else []
    is_sent = request.method == "POST"
    form = act.form(request.POST if is_sent else None)
    chosen = request.POST.getlist("along") if is_sent else [one.key for one in companions]
    if is_sent and form.is_valid():
        taken = [one for one in companions if one.key in chosen and not one.refusal]
        try:
            _run(act, record, taken, request.user, form.cleaned_data)
        except Refused as refused:
            form.add_error(None, refused)
        else:
            return _done(staff, request, record, act)
    return _page(staff, request, record, act, form, companions, chosen)


def _companions(record: Record, act: Act, by: Account) -> list[Companion]:
    records = not_public_yet(record)
    words: dict[Any, list[Section]] = {}
    for model in {type(one) for one in records}:
        words |= sections([one for one in records if type(one) is model])
    return [Companion(one, act.refusal(one, by), words.get(one.pk, [])) for one in records]


def _run(
    act: Act, record: Record, along: list[Companion], by: Account, answers: dict[str, Any]
) -> None:
    """All or nothing, what is referred to before what refers to it."""
    with action(by=by):
        for one in reversed(along):
            try:
                act.run(one.record, by=by, **answers)
            except Refused as refused:
                raise Refused([f"{one.label}: {said}" for said in refused.messages]) from refused
        act.run(record, by=by, **answers)


def _done(staff: ModelAdmin, request: HttpRequest, record: Record, act: Act) -> HttpResponse:
    staff.message_user(request, _("Done: %(act)s.") % {"act": act.title}, messages.SUCCESS)
    if type(record).objects.filter(pk=record.pk).exists():
        return redirect(address(record))
    return redirect(f"admin:{record._meta.app_label}_{record._meta.model_name}_changelist")


def _page(
    staff: ModelAdmin,
    request: HttpRequest,
    record: Record,
    act: Act,
    form: forms.Form,
    companions: list[Companion],
    chosen: list[str],
) -> HttpResponse:
    context = {
        **staff.admin_site.each_context(request),
        "title": act.title,
        "subtitle": label(record),
        "opts": record._meta,
        "act": act,
        "form": form,
        "record": record,
        "record_url": address(record),
        "sections": sections([record])[record.pk],
        "companions": companions,
        "chosen": chosen,
    }
    return TemplateResponse(request, "admin/record/act.html", context)
