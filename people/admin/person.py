"""Who: people, and what is known of them."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from people.duplicates.admin.merging import MergeableMixin
from people.duplicates.admin.person_form import (
    PersonForm,
    describe_candidates,
    find_likely_beside,
    get_entered_person,
    names_forgotten,
    read_description,
)
from people.duplicates.likely_pairs import find_similar_people
from people.persons.admin.name_labels import list_name_forms
from people.persons.admin.person_search import PersonSearchMixin
from people.persons.admin.pseudonym import SHOW_UNDER_PSEUDONYM, list_other_records
from people.persons.enums import FieldGroup, PersonVisibility
from people.persons.forgotten import FORGOTTEN
from people.persons.models import (
    Charge,
    Citizenship,
    Consent,
    Custody,
    Identifier,
    Name,
    Person,
    PersonCategory,
    PersonCitation,
    PublicRole,
    PublicRoleCitation,
    Recognition,
    Sentence,
)
from publishing.admin import (
    EMBARGO,
    OF_EVERY_RECORD,
    Queue,
    RecordAdmin,
    RecordPartInline,
    in_languages,
)
from publishing.admin.forms import StaffForm
from publishing.admin.transitions import TRANSITIONS
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


class NameInline(RecordPartInline):
    """Where somebody is entered a first row stands ready; left empty, the row is nothing."""

    model = Name
    form = StaffForm

    def get_extra(self, request: HttpRequest, obj: Person | None = None, **kwargs: Any) -> int:
        return 0 if obj else 1


class PersonCitationInline(RecordPartInline):
    model = PersonCitation


class ConsentInline(RecordPartInline):
    model = Consent
    classes = ["collapse"]


class PublicRoleInline(RecordPartInline):
    model = PublicRole
    classes = ["collapse"]


class CitizenshipInline(RecordPartInline):
    model = Citizenship
    classes = ["collapse"]


class PersonCategoryInline(RecordPartInline):
    model = PersonCategory
    classes = ["collapse"]


class IdentifierInline(RecordPartInline):
    model = Identifier
    classes = ["collapse"]


class RecognitionInline(RecordPartInline):
    model = Recognition
    classes = ["collapse"]


class CustodyInline(RecordPartInline):
    model = Custody
    classes = ["collapse"]


class ChargeInline(RecordPartInline):
    model = Charge
    classes = ["collapse"]


class SentenceInline(RecordPartInline):
    model = Sentence
    classes = ["collapse"]


@admin.register(Person)
class PersonAdmin(MergeableMixin, PersonSearchMixin, RecordAdmin):
    """Beside the form stand the people who look like the one being entered."""

    change_form_template = "admin/duplicates/person_form.html"
    form = PersonForm
    list_display = ("record_label", "visibility", "state", "created_at")
    list_filter = (*RecordAdmin.list_filter, "visibility")
    search_fields = ("pseudonym", "identifiers__value")
    label_prefetches = ("names",)
    queues = (*OF_EVERY_RECORD, NAMED_WITHOUT_BASIS)
    transitions = TRANSITIONS | {"pseudonym": SHOW_UNDER_PSEUDONYM}
    fieldsets = (
        (None, {"fields": ("visibility", "pseudonym", "died")}),
        (_("Staff only"), {"fields": ("sex", "birth", "note")}),
        *in_languages("summary"),
        *EMBARGO,
    )
    inlines = [
        NameInline,
        PersonCitationInline,
        ConsentInline,
        PublicRoleInline,
        CitizenshipInline,
        PersonCategoryInline,
        IdentifierInline,
        RecognitionInline,
        CustodyInline,
        ChargeInline,
        SentenceInline,
    ]

    class Media:
        js = ("js/admin-likely.js",)

    def get_label(self, row: Person) -> str:
        return f"{str(row.pk)[:8]} · {mask_name(row)}"

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(require_POST(self.likely_view))
        return [path("likely/", view, name="people_person_likely"), *super().get_urls()]

    def likely_view(self, request: HttpRequest) -> HttpResponse:
        """A fragment for the script; names are sent in the body, since logs keep addresses."""
        if not (self.has_add_permission(request) or self.has_change_permission(request)):
            raise PermissionDenied
        person = get_entered_person(request.POST)
        likely = describe_candidates(
            find_similar_people(read_description(request.POST), but=person), person
        )
        forgotten = FORGOTTEN if names_forgotten(request.POST, person) else ""
        context = {"likely": likely, "entered": person, "forgotten": forgotten}
        return TemplateResponse(request, "admin/duplicates/_likely.html", context)

    def get_page_context(self, request: HttpRequest, row: Person) -> dict[str, Any]:
        found = super().get_page_context(request, row)
        return found | {
            "likely": find_likely_beside(row),
            "entered": row,
            "notices": [*found.get("notices", []), *list_other_records(row)],
        }

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        form = context["adminform"].form
        context |= {"forgotten": FORGOTTEN if getattr(form, "is_forgotten", False) else ""}
        context |= {"given_reason": request.POST.get("reason", "")}
        if context.get("original") is None:
            context["likely"] = describe_candidates(getattr(form, "likely", []))
        return super().render_change_form(request, context, *args, **kwargs)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        if not change:
            form.remember_denied(request.user)


def mask_name(person: Person) -> str:
    """The preferred name of somebody who is to be named; of everybody else the initials."""
    forms = list_name_forms(person)
    if not forms:
        return "—"
    if person.visibility == PersonVisibility.NAMED:
        return forms[0]
    return " ".join(f"{word[0]}." for word in forms[0].split())
