"""What this room adds to the admin of people: their journeys, and the waves that they were in."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from people.models import LikelyDuplicate, Person
from people.persons.admin.person_search import PersonSearchMixin
from publishing.admin import (
    AdminExtension,
    RecordPartAdmin,
    RecordPartInline,
    RelatedRecords,
    extend_admin,
    get_label,
)
from releases.models import Leg, LegCitation, Member, Wave


class LegInline(RecordPartInline):
    model = Leg
    classes = ["collapse"]


@extend_admin(Person)
class JourneyOfPerson(AdminExtension):
    """A journey is a part of its person, though this room alone knows of it."""

    inlines = (LegInline,)

    def get_related_records(self, person: Person) -> list[RelatedRecords]:
        releases = person.releases.order_by("created_at")
        statements = person.statements.order_by("created_at")
        query = f"person={person.pk}"
        return [
            RelatedRecords(_("Releases"), _("Add a release"), releases, query),
            RelatedRecords(_("Statements"), _("Add a statement"), statements, query),
        ]

    def get_notes(self, keys: Iterable[UUID]) -> dict[UUID, list[str]]:
        """The waves that each person was in."""
        found: dict[UUID, list[str]] = defaultdict(list)
        members = Member.objects.filter(person__in=keys).order_by("side__wave__slug").distinct()
        for person, slug in members.values_list("person", "side__wave__slug"):
            found[person].append(slug)
        return found


class LegCitationInline(RecordPartInline):
    model = LegCitation


@admin.register(Leg)
class LegAdmin(PersonSearchMixin, RecordPartAdmin):
    person_path = "person"
    search_fields = ("wave__slug",)
    label_prefetches = ("person__names", "origin", "destination")
    inlines = [LegCitationInline]

    def get_label(self, leg: Leg) -> str:
        return f"{get_label(leg.person)} · {leg.number}: {leg.origin.name} → {leg.destination.name}"


class WaveFilter(admin.SimpleListFilter):
    title = _("wave")
    parameter_name = "wave"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [*Wave.objects.order_by("-slug").values_list("slug", "slug")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if not self.value():
            return queryset
        freed = Member.objects.filter(side__wave__slug=self.value()).values("person")
        return queryset.filter(Q(first__in=freed) | Q(second__in=freed))


@extend_admin(LikelyDuplicate)
class WaveOfLikelyDuplicate(AdminExtension):
    list_filter = (WaveFilter,)
