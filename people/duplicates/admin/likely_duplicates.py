"""The queue of likely duplicates: two people beside each other, and what to do about it."""

from collections.abc import Iterable
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from people.duplicates.admin.person_form import describe_reasons
from people.duplicates.likely_pairs import (
    UNDECIDED,
    compare_changed,
    compare_pairs,
    count_uncompared,
    pairs_to_decide,
)
from people.duplicates.merging.decisions import cannot_decide, say_not_the_same
from people.duplicates.merging.proposed_merges import proposed_merges
from people.duplicates.models import LikelyDuplicate
from people.names import Comparison
from people.persons.admin.name_labels import describe_names
from people.persons.models import Person
from publishing.actions import Refused
from publishing.admin import Queue, ReadOnlyAdmin
from publishing.admin.extensions import collect_notes
from publishing.admin.queues import QueueFilter
from publishing.admin.signed_in import get_account
from publishing.admin.transitions import ReasonForm
from publishing.enums import State
from publishing.models import Proposal


class PairedPerson(NamedTuple):
    """One person of a pair, as the page shows that person."""

    person: Person
    names: str
    notes: list[str]


class ShownPair(NamedTuple):
    first: PairedPerson
    second: PairedPerson
    comparison: Comparison
    proposal: Proposal | None

    @property
    def percent(self) -> int:
        return round(self.comparison.score * 100)

    @property
    def reasons(self) -> list[str]:
        return describe_reasons(self.comparison)


class PairChangeList(ChangeList):
    """A page of pairs, compared as of now; the number of queries does not grow with the pairs."""

    model_admin: Any

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        self.pairs = self.model_admin.describe_pairs(self.result_list)


class PairStateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, staff: admin.ModelAdmin) -> list[tuple[str, Any]]:
        return State.choices

    def queryset(self, request: HttpRequest, pairs: QuerySet) -> QuerySet:
        state = self.value()
        return pairs.filter(Q(first__state=state) | Q(second__state=state)) if state else pairs


class PairQueueFilter(QueueFilter):
    """Understands the address of the only queue, which is the whole list, and offers no choice."""

    def has_output(self) -> bool:
        return False


@admin.register(LikelyDuplicate)
class LikelyDuplicateAdmin(ReadOnlyAdmin):
    change_list_template = "admin/duplicates/list.html"
    list_filter: tuple[Any, ...] = (PairQueueFilter, PairStateFilter)
    list_per_page = 25
    ordering = ("-score", "id")
    queues = (Queue("undecided", _("To decide"), UNDECIDED),)
    actions = None

    def catch_up(self) -> None:
        """Compare who changed, before the pairs are counted or read."""
        compare_changed()

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return pairs_to_decide()

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return PairChangeList

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        self.catch_up()
        context = {
            "title": capfirst(self.opts.verbose_name_plural),
            "to_compare": count_uncompared(),
        }
        return super().changelist_view(request, context)

    def detail_view(self, request: HttpRequest, pair: LikelyDuplicate) -> HttpResponse:
        return self.not_the_same_view(request, pair.first_id, pair.second_id)

    # --- Pairs in words

    def describe_pairs(self, pairs: Iterable[LikelyDuplicate]) -> list[ShownPair]:
        found = [*compare_pairs(pairs)]
        keys = {key for pair, _comparison in found for key in (pair.first_id, pair.second_id)}
        people = Person.objects.prefetch_related("names").in_bulk(keys)
        notes = collect_notes(Person, keys)
        ones = {
            key: PairedPerson(one, describe_names(one), notes.get(key, []))
            for key, one in people.items()
        }
        merges = proposed_merges(keys)
        return [
            ShownPair(
                ones[pair.first_id],
                ones[pair.second_id],
                comparison,
                merges.get(frozenset((pair.first_id, pair.second_id))),
            )
            for pair, comparison in found
        ]

    # --- Two people they are

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.not_the_same_view)
        address = "<uuid:first>/<uuid:second>/not-the-same/"
        return [path(address, view, name="people_not_the_same"), *super().get_urls()]

    def not_the_same_view(self, request: HttpRequest, first: UUID, second: UUID) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        one, other = (get_object_or_404(Person, pk=key) for key in (first, second))
        form = ReasonForm(request.POST or None)
        refusal = cannot_decide(one, other, get_account(request))
        if not refusal and form.is_valid():
            try:
                say_not_the_same(
                    one, other, by=get_account(request), reason=form.cleaned_data["reason"]
                )
            except Refused as refused:
                form.add_error(None, refused)
            else:
                self.message_user(request, _("Kept: these are two people."), messages.SUCCESS)
                return redirect("admin:people_likelyduplicate_changelist")
        context = self.admin_site.each_context(request) | {
            "title": _("Not the same person"),
            "opts": self.opts,
            "pairs": self.describe_pairs([LikelyDuplicate(first=one, second=other)]),
            "form": form,
            "refusal": refusal,
        }
        return TemplateResponse(request, "admin/duplicates/not_the_same.html", context)
