"""Waves, who was in them, and each person's release."""

from uuid import UUID

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from people.admin import PersonAdmin
from people.models import Person
from people.persons.admin.searching import FoundByName
from publishing.admin import (
    OF_EVERY_RECORD,
    PartAdmin,
    Queue,
    RecordAdmin,
    Related,
    label,
    pages,
    parts,
)
from publishing.admin.descriptions import plain
from publishing.enums import State
from releases.models import (
    Claim,
    Leg,
    LegCitation,
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

PUBLISHED_CLAIMS = Claim.objects.filter(wave=OuterRef("pk"), state=State.PUBLISHED)


@admin.register(Wave)
class WaveAdmin(RecordAdmin):
    label_fields = ("slug", "title")
    list_display = ("shown_as", "country", "released_on", "is_open", "state")
    list_filter = (*RecordAdmin.list_filter, "is_open")
    search_fields = ("slug", "title_be", "title_ru", "title_en")
    prepopulated_fields = {"slug": ("title_en",)}
    inlines = (
        parts(Side, is_open=True),
        parts(WaveCitation, is_open=True),
        parts(Party, is_open=True),
    )
    queues = (
        *OF_EVERY_RECORD,
        Queue(
            "no-claim",
            _("Published without a published claim"),
            Q(state=State.PUBLISHED) & ~Exists(PUBLISHED_CLAIMS),
        ),
    )

    def companions(self, keys: list[UUID]) -> list[QuerySet]:
        return [
            Claim.objects.filter(Q(wave__in=keys) | Q(side__wave__in=keys)),
            Release.objects.filter(member__side__wave__in=keys),
            Statement.objects.filter(wave__in=keys),
        ]

    def related(self, wave: Wave) -> list[Related]:
        claims, releases, said = self.companions([wave.pk])
        query = f"wave={wave.pk}"
        return [
            Related(_("Claims"), _("Add a claim"), claims.order_by("code"), query),
            Related(_("Releases"), _("Add a release"), releases.order_by("created_at"), ""),
            Related(_("Statements"), _("Add a statement"), said.order_by("created_at"), query),
        ]


@admin.register(Side)
class SideAdmin(PartAdmin):
    search_fields = ("wave__slug", "wave__title_en")
    list_select_related = ("wave",)
    label_needs = ("wave",)
    inlines = (parts(Member, is_open=True),)

    def label(self, side: Side) -> str:
        return f"{side.wave.slug} · {side.number}: {', '.join(side.releasing)}"


@admin.register(Member)
class MemberAdmin(FoundByName, PartAdmin):
    person = "person"
    search_fields = ("side__wave__slug",)
    label_needs = ("side__wave", "person__names")
    inlines = (parts(MemberCitation, is_open=True),)

    def label(self, member: Member) -> str:
        return f"{member.side.wave.slug} · {label(member.person)}"


@admin.register(Leg)
class LegAdmin(FoundByName, PartAdmin):
    person = "person"
    search_fields = ("wave__slug",)
    label_needs = ("person__names", "origin", "destination")
    inlines = (parts(LegCitation, is_open=True),)

    def label(self, leg: Leg) -> str:
        return f"{label(leg.person)} · {leg.number}: {leg.origin.name} → {leg.destination.name}"


pages({Party: [PartyCitation]})


class PersonWithJourneyAdmin(PersonAdmin):
    """A journey is a part of its person, though this room alone knows of it."""

    inlines = (*PersonAdmin.inlines, parts(Leg))

    def related(self, person: Person) -> list[Related]:
        releases = person.releases.order_by("created_at")
        statements = person.statements.order_by("created_at")
        query = f"person={person.pk}"
        return [
            Related(_("Releases"), _("Add a release"), releases, query),
            Related(_("Statements"), _("Add a statement"), statements, query),
        ]


admin.site.unregister(Person)
admin.site.register(Person, PersonWithJourneyAdmin)


@admin.register(Release)
class ReleaseAdmin(FoundByName, RecordAdmin):
    list_display = ("shown_as", "released_on", "legal_basis", "state")
    list_filter = (*RecordAdmin.list_filter, "legal_basis")
    list_select_related = ("person",)
    person = "person"
    search_fields = ("member__side__wave__slug",)
    label_needs = ("person__names",)
    inlines = (parts(ReleaseCitation, is_open=True), parts(ReleaseCondition, is_open=True))
    queues = (
        *OF_EVERY_RECORD,
        Queue(
            "not-verified",
            _("Published, not yet verified"),
            Q(state=State.PUBLISHED, member__is_verified=False),
        ),
    )

    def label(self, release: Release) -> str:
        return f"{label(release.person)} · {plain(release.released_on or '—')}"
