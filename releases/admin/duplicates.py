"""Likely duplicates with the waves that they were in, which this room alone knows."""

from collections import defaultdict
from uuid import UUID

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from people.admin import LikelyDuplicateAdmin
from people.models import LikelyDuplicate
from releases.models import Member, Wave


class OfWave(admin.SimpleListFilter):
    title = _("wave")
    parameter_name = "wave"

    def lookups(self, request: HttpRequest, staff: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [*Wave.objects.order_by("-slug").values_list("slug", "slug")]

    def queryset(self, request: HttpRequest, pairs: QuerySet) -> QuerySet:
        if not self.value():
            return pairs
        freed = Member.objects.filter(side__wave__slug=self.value()).values("person")
        return pairs.filter(Q(first__in=freed) | Q(second__in=freed))


class LikelyDuplicateWithWavesAdmin(LikelyDuplicateAdmin):
    list_filter = (*LikelyDuplicateAdmin.list_filter, OfWave)

    def waves(self, people: set[UUID]) -> dict[UUID, list[str]]:
        found: dict[UUID, list[str]] = defaultdict(list)
        members = Member.objects.filter(person__in=people).order_by("side__wave__slug").distinct()
        for person, slug in members.values_list("person", "side__wave__slug"):
            found[person].append(slug)
        return found


admin.site.unregister(LikelyDuplicate)
admin.site.register(LikelyDuplicate, LikelyDuplicateWithWavesAdmin)
