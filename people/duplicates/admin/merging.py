"""The pages that merge two people, undo a merge, and take back that two people differ."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from people.duplicates.admin.merge_descriptions import list_merge_effects, list_undo_effects
from people.duplicates.merging.actions import (
    merge_people,
    rehearse_merge,
    rehearse_undo,
    undo_merge,
)
from people.duplicates.merging.decisions import cannot_take_back, take_back
from people.duplicates.merging.rules import cannot_merge, cannot_undo, order_by_policy
from people.duplicates.models import Merge, NotTheSame
from people.persons.models import Person
from publishing.actions import Refused
from publishing.admin import ReadOnlyAdmin, get_label
from publishing.admin.descriptions import describe_records
from publishing.admin.labels import get_admin_url
from publishing.admin.signed_in import get_account
from publishing.admin.transitions import TRANSITIONS, ReasonForm, Transition
from publishing.enums import State
from publishing.models import Proposal
from publishing.rules import WRITERS

#: Found by a search for somebody to merge with.
MOST = 20
MERGE_WITH = Transition(
    pgettext_lazy("act", "Merge with another record"), "", merge_people, lambda record, by: None
)


class DecisionAdmin(ReadOnlyAdmin):
    """A page that shows what would be done, and a form that does it for a reason."""

    def run_decision(
        self, request: HttpRequest, form: forms.Form, act: Callable[[str], object]
    ) -> HttpResponse | None:
        """Run `act` where the form was sent and is valid, and return the redirect."""
        if request.method != "POST" or not form.is_valid():
            return None
        try:
            done = act(form.cleaned_data["reason"])
        except Refused as refused:
            form.add_error(None, refused)
            return None
        if isinstance(done, Proposal):
            said = _("Nothing has changed yet. Somebody else decides this proposal.")
            self.message_user(request, said, messages.SUCCESS)
            return redirect(get_admin_url(done))
        self.message_user(request, _("Done."), messages.SUCCESS)
        return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")

    def render_page(self, request: HttpRequest, title: Any, **context: Any) -> HttpResponse:
        context = {"title": title, "opts": self.opts, **context}
        context |= self.admin_site.each_context(request)
        return TemplateResponse(request, "admin/merging/page.html", context)

    def require_view_permission(self, request: HttpRequest) -> None:
        if not self.has_view_permission(request):
            raise PermissionDenied


@admin.register(Merge)
class MergeAdmin(DecisionAdmin):
    list_display = ("__str__", "survivor_label", "decided_at", "decided_by", "undone_at")
    list_select_related = ("decided_by", "survivor")
    ordering = ("-decided_at", "id")

    @admin.display(description=_("record that stays"))
    def survivor_label(self, merged: Merge) -> str:
        return get_label(merged.survivor)

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("survivor__names")

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("with/<uuid:key>/", wrap(self.with_view), name="people_merge_with"),
            path("<uuid:first>/<uuid:second>/", wrap(self.check_view), name="people_merge_check"),
            *super().get_urls(),
        ]

    def with_view(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """Search for the other person. The body holds the names, since logs keep addresses."""
        self.require_view_permission(request)
        person = get_object_or_404(Person, pk=key)
        asked = request.POST.get("q", "").strip()
        context = {
            "title": _("Merge with another record"),
            "subtitle": get_label(person),
            "opts": Person._meta,
            "asked": asked,
            "person_url": get_admin_url(person),
            "found": [
                (reverse("admin:people_merge_check", args=[person.pk, one.pk]), get_label(one), one)
                for one in self._find_people(request, asked, person)
            ],
        }
        context |= self.admin_site.each_context(request)
        return TemplateResponse(request, "admin/merging/choose.html", context)

    def _find_people(self, request: HttpRequest, asked: str, person: Person) -> list[Person]:
        if not asked:
            return []
        people = Person.objects.filter(merged_into=None).exclude(pk=person.pk)
        try:
            return list(people.filter(pk=UUID(asked)))
        except ValueError:
            staff = self.admin_site.get_model_admin(Person)
            found, _may_repeat = staff.get_search_results(request, people, asked)
            return list(found.distinct().prefetch_related("names")[:MOST])

    def check_view(self, request: HttpRequest, first: UUID, second: UUID) -> HttpResponse:
        """Show what the merge would do; `survivor` in the address swaps the two people."""
        self.require_view_permission(request)
        people = [get_object_or_404(Person, pk=key) for key in (first, second)]
        stays, goes = order_by_policy(*people)
        if request.GET.get("survivor") == str(goes.pk):
            stays, goes = goes, stays
        form = ReasonForm(request.POST or None)
        done = self.run_decision(
            request,
            form,
            lambda reason: merge_people(stays, goes, by=get_account(request), reason=reason),
        )
        if done:
            return done
        refusal = cannot_merge(stays, goes, get_account(request))
        plan = None if refusal else rehearse_merge(stays, goes)
        return self.render_page(
            request,
            _("Merge two records"),
            form=form,
            refusal=refusal,
            pair=[
                (_("Stays"), *_describe_person(stays)),
                (_("Is merged into it"), *_describe_person(goes)),
            ],
            swap=None
            if stays == goes or cannot_merge(goes, stays, get_account(request))
            else f"?survivor={goes.pk}",
            lists=list_merge_effects(plan, stays) if plan else [],
            needs_another=plan and plan.needs_another,
            button=_("Propose the merge") if plan and plan.needs_another else _("Merge"),
            cancel=get_admin_url(people[0]),
        )

    def detail_view(self, request: HttpRequest, merged: Merge) -> HttpResponse:
        """Show the merge, and undo it."""
        form = ReasonForm(request.POST or None)
        done = self.run_decision(
            request, form, lambda reason: undo_merge(merged, by=get_account(request), reason=reason)
        )
        if done:
            return done
        refusal = cannot_undo(merged, get_account(request))
        undoing = None if refusal else rehearse_undo(merged)
        return self.render_page(
            request,
            _("Undo a merge"),
            subtitle=str(merged),
            form=form,
            refusal=refusal,
            said=merged,
            pair=[
                (_("Stays"), *_describe_person(merged.survivor)),
                (_("Comes back"), *_describe_person(merged.absorbed)),
            ],
            lists=list_undo_effects(undoing) if undoing else [],
            needs_another=undoing and undoing.needs_another,
            button=_("Propose to undo it") if undoing and undoing.needs_another else _("Undo"),
            cancel=reverse("admin:people_merge_changelist"),
        )


@admin.register(NotTheSame)
class NotTheSameAdmin(DecisionAdmin):
    list_display = ("__str__", "decided_at", "decided_by", "taken_back_at")
    list_select_related = ("decided_by",)
    ordering = ("-decided_at", "id")

    def detail_view(self, request: HttpRequest, decision: NotTheSame) -> HttpResponse:
        form = ReasonForm(request.POST or None)
        done = self.run_decision(
            request,
            form,
            lambda reason: take_back(decision, by=get_account(request), reason=reason),
        )
        return done or self.render_page(
            request,
            _("Not the same person"),
            subtitle=str(decision),
            form=form,
            refusal=cannot_take_back(decision, get_account(request)),
            said=decision,
            pair=[
                (_("First record"), *_describe_person(decision.first)),
                (_("Second record"), *_describe_person(decision.second)),
            ],
            button=_("Take this decision back"),
            cancel=reverse("admin:people_notthesame_changelist"),
        )


def _describe_person(person: Person) -> tuple[Any, ...]:
    sections = describe_records([person])[person.pk]
    return get_label(person), get_admin_url(person), person.get_state_display(), sections


class MergeableMixin:
    """The admin of people: staff read a person who was merged, and write them no more."""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is not None and obj.merged_into_id:
            return False
        return super().has_delete_permission(request, obj)

    def get_page_context(self, request: HttpRequest, row: Person) -> dict[str, Any]:
        found = super().get_page_context(request, row)
        if row.merged_into:
            words = _("Merged into %(person)s") % {"person": get_label(row.merged_into)}
            found["notices"] = [(get_admin_url(row.merged_into), words)]
            found["transitions"] = [
                one for one in found["transitions"] if one[1] is TRANSITIONS["withdraw"]
            ]
        elif row.state != State.WITHDRAWN and get_account(request).has_role(*WRITERS):
            url = reverse("admin:people_merge_with", args=[row.pk])
            found["transitions"] = [*found["transitions"], (url, MERGE_WITH)]
        return found
