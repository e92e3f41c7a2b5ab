"""Who: people, the places that hold them and the articles held against them."""

from typing import Any
from uuid import UUID

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _

from people.actions import cannot_withdraw_consent, withdraw_consent
from people.enums import FieldGroup, PersonVisibility
from people.models import (
    Charge,
    Citizenship,
    CitizenshipCitation,
    Consent,
    CriminalArticle,
    Custody,
    CustodyCitation,
    Facility,
    Identifier,
    Merge,
    Name,
    NameCitation,
    NotTheSame,
    Person,
    PersonCategory,
    PersonCitation,
    Placement,
    PublicRole,
    PublicRoleCitation,
    Recognition,
    RecognitionCitation,
    Sentence,
)
from publishing.admin import (
    EMBARGO,
    OF_EVERY_RECORD,
    PartAdmin,
    Queue,
    ReadOnlyAdmin,
    RecordAdmin,
    in_languages,
    pages,
    parts,
)
from publishing.admin.act_page import answer
from publishing.admin.acts import Act, WithReason
from publishing.enums import Audience

CONSENTS = Consent.objects.filter(
    Q(expires_at__isnull=True) | Q(expires_at__gt=Now()),
    person=OuterRef("pk"),
    audience=Audience.PUBLIC,
    withdrawn_at__isnull=True,
)
ROLES = PublicRoleCitation.objects.filter(public_role__person=OuterRef("pk"))
NAMED_WITHOUT_BASIS = Queue(
    "no-basis",
    _("Named or by pseudonym, without a basis"),
    Q(visibility=PersonVisibility.NAMED)
    & ~Exists(CONSENTS.filter(field_group=FieldGroup.NAME))
    & ~Exists(ROLES)
    | Q(visibility=PersonVisibility.PSEUDONYM)
    & ~Exists(CONSENTS.filter(field_group=FieldGroup.PSEUDONYM)),
)


@admin.register(Person)
class PersonAdmin(RecordAdmin):
    list_display = ("shown_as", "visibility", "state", "created_at")
    list_filter = (*RecordAdmin.list_filter, "visibility")
    search_fields = ("names__text", "pseudonym", "identifiers__value")
    label_needs = ("names",)
    queues = (*OF_EVERY_RECORD, NAMED_WITHOUT_BASIS)
    fieldsets = (
        (None, {"fields": ("visibility", "pseudonym", "died")}),
        (_("Staff only"), {"fields": ("sex", "birth", "note")}),
        *in_languages("summary"),
        *EMBARGO,
    )
    inlines = (
        parts(Name, is_open=True),
        parts(PersonCitation, is_open=True),
        *map(parts, (Consent, PublicRole, Citizenship, PersonCategory, Identifier)),
        *map(parts, (Recognition, Custody, Charge, Sentence)),
    )

    def label(self, row: Person) -> str:
        return f"{str(row.pk)[:8]} · {shown_name(row)}"


def shown_name(person: Person) -> str:
    """The preferred name of somebody who is to be named; of everybody else the initials."""
    names = sorted(person.names.all(), key=lambda name: (not name.is_preferred, name.language))
    if not names:
        return "—"
    if person.visibility == PersonVisibility.NAMED:
        return names[0].text
    return " ".join(f"{word[0]}." for word in names[0].text.split())


@admin.register(Facility)
class FacilityAdmin(RecordAdmin):
    list_display = ("shown_as", "kind", "country", "state")
    list_filter = (*RecordAdmin.list_filter, "kind")
    search_fields = ("code", "number", "name_be", "name_ru", "name_en")


@admin.register(CriminalArticle)
class CriminalArticleAdmin(RecordAdmin):
    label_fields = ("country", "code_name", "article", "part")
    list_display = ("shown_as", "country", "valid_from", "state")
    search_fields = ("article", "code_name", "label_be", "label_ru", "label_en")


WITHDRAW_CONSENT = Act(
    _("Withdraw consent"),
    _("What it showed is hidden at this second. One person is enough."),
    withdraw_consent,
    cannot_withdraw_consent,
    WithReason,
    is_grave=True,
)


@admin.register(Consent)
class ConsentAdmin(PartAdmin):
    """The one part that a single person may close, whatever the state of its record."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.withdraw_view)
        urls = super().get_urls()
        return [path("<uuid:key>/withdraw/", view, name="people_consent_withdraw"), *urls]

    def withdraw_view(self, request: HttpRequest, key: UUID) -> HttpResponse:
        consent = get_object_or_404(Consent, pk=key)
        if not self.has_view_permission(request, consent):
            raise PermissionDenied
        return answer(self, request, consent, WITHDRAW_CONSENT)

    def beside(self, request: HttpRequest, consent: Consent) -> dict[str, Any]:
        url = reverse("admin:people_consent_withdraw", args=[consent.pk])
        return super().beside(request, consent) | {"acts": [(url, WITHDRAW_CONSENT)]}


pages(
    {
        Name: [NameCitation],
        Citizenship: [CitizenshipCitation],
        Recognition: [RecognitionCitation],
        PublicRole: [PublicRoleCitation],
        Custody: [Placement, CustodyCitation],
    }
)


@admin.register(Merge)
class MergeAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "decided_at", "decided_by", "undone_at")
    list_select_related = ("decided_by",)


@admin.register(NotTheSame)
class NotTheSameAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "decided_at", "decided_by")
    list_select_related = ("decided_by",)
