"""Waves, who was in them, and each person's release."""

from typing import Any
from uuid import UUID

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from people.persons.admin.person_search import PersonSearchMixin
from publishing.admin import (
    OF_EVERY_RECORD,
    Queue,
    RecordAdmin,
    RecordPartAdmin,
    RecordPartInline,
    RelatedRecords,
    get_admin_url,
    get_label,
)
from publishing.admin.descriptions import format_value
from publishing.enums import State
from releases.admin.record_comparison import present_comparison
from releases.models import (
    Claim,
    Member,
    MemberCitation,
    Party,
    PartyCitation,
    Release,
    ReleaseCitation,
    ReleaseCondition,
    Side,
    Statement,
    Wave,
    WaveCitation,
)
from releases.projections import PublishedWave

PUBLISHED_CLAIMS = Claim.objects.filter(wave=OuterRef("pk"), state=State.PUBLISHED)


class SideInline(RecordPartInline):
    model = Side


class WaveCitationInline(RecordPartInline):
    model = WaveCitation


class PartyInline(RecordPartInline):
    model = Party


@admin.register(Wave)
class WaveAdmin(RecordAdmin):
    label_fields = ("slug", "title")
    list_display = ("record_label", "country", "released_on", "is_open", "state")
    list_filter = (*RecordAdmin.list_filter, "is_open")
    search_fields = ("slug", "title_be", "title_ru", "title_en")
    prepopulated_fields = {"slug": ("title_en",)}
    inlines = [SideInline, WaveCitationInline, PartyInline]
    queues = (
        *OF_EVERY_RECORD,
        Queue(
            "no-claim",
            _("Published without a published claim"),
            Q(state=State.PUBLISHED) & ~Exists(PUBLISHED_CLAIMS),
        ),
    )

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.comparison_view)
        address = path("<uuid:object_id>/record/", view, name="releases_wave_record")
        return [address, *super().get_urls()]

    def comparison_view(self, request: HttpRequest, object_id: UUID) -> HttpResponse:
        """What is claimed beside our record of the wave."""
        wave = get_object_or_404(self.get_queryset(request), pk=object_id)
        if not self.has_view_permission(request, wave):
            raise PermissionDenied
        public = PublishedWave.objects.filter(pk=wave.pk).first()
        context = self.get_read_context(request, wave) | {
            "title": _("Compared with our record"),
            "comparison": public and present_comparison(public, get_language() or "en"),
        }
        return TemplateResponse(request, "admin/waves/record_comparison.html", context)

    def get_page_context(self, request: HttpRequest, row: Any) -> dict[str, Any]:
        link = (get_admin_url(row, "record"), _("Compare what is claimed with our record"))
        return super().get_page_context(request, row) | {"links": [link]}

    def get_companions(self, keys: list[UUID]) -> list[QuerySet]:
        return [
            Claim.objects.filter(Q(wave__in=keys) | Q(side__wave__in=keys)),
            Release.objects.filter(member__side__wave__in=keys),
            Statement.objects.filter(wave__in=keys),
        ]

    def get_related_records(self, wave: Wave) -> list[RelatedRecords]:
        claims, releases, said = self.get_companions([wave.pk])
        query = f"wave={wave.pk}"
        return [
            RelatedRecords(_("Claims"), _("Add a claim"), claims.order_by("code"), query),
            RelatedRecords(_("Releases"), _("Add a release"), releases.order_by("created_at"), ""),
            RelatedRecords(
                _("Statements"), _("Add a statement"), said.order_by("created_at"), query
            ),
        ]


class MemberInline(RecordPartInline):
    model = Member


@admin.register(Side)
class SideAdmin(RecordPartAdmin):
    search_fields = ("wave__slug", "wave__title_en")
    list_select_related = ("wave",)
    label_prefetches = ("wave",)
    inlines = [MemberInline]

    def get_label(self, side: Side) -> str:
        return f"{side.wave.slug} · {side.number}: {', '.join(side.releasing)}"


class MemberCitationInline(RecordPartInline):
    model = MemberCitation


@admin.register(Member)
class MemberAdmin(PersonSearchMixin, RecordPartAdmin):
    person_path = "person"
    search_fields = ("side__wave__slug",)
    label_prefetches = ("side__wave", "person__names")
    inlines = [MemberCitationInline]

    def get_label(self, member: Member) -> str:
        return f"{member.side.wave.slug} · {get_label(member.person)}"


class PartyCitationInline(RecordPartInline):
    model = PartyCitation


@admin.register(Party)
class PartyAdmin(RecordPartAdmin):
    inlines = [PartyCitationInline]


class ReleaseCitationInline(RecordPartInline):
    model = ReleaseCitation


class ReleaseConditionInline(RecordPartInline):
    model = ReleaseCondition


@admin.register(Release)
class ReleaseAdmin(PersonSearchMixin, RecordAdmin):
    list_display = ("record_label", "released_on", "legal_basis", "state")
    list_filter = (*RecordAdmin.list_filter, "legal_basis")
    list_select_related = ("person",)
    person_path = "person"
    search_fields = ("member__side__wave__slug",)
    label_prefetches = ("person__names",)
    inlines = [ReleaseCitationInline, ReleaseConditionInline]
    queues = (
        *OF_EVERY_RECORD,
        Queue(
            "not-verified",
            _("Published, not yet verified"),
            Q(state=State.PUBLISHED, member__is_verified=False),
        ),
    )

    def get_label(self, release: Release) -> str:
        return f"{get_label(release.person)} · {format_value(release.released_on or '—')}"
