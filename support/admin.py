"""Who helps with what; and, for those who care for people alone, what somebody needs."""

from django.contrib import admin

from publishing.admin import RecordAdmin, RecordPartInline, StaffAdmin, get_label
from support.models import (
    Assistance,
    Contact,
    Need,
    Programme,
    ProgrammeCitation,
    ProgrammeFunder,
)


class ProgrammeFunderInline(RecordPartInline):
    model = ProgrammeFunder


class ProgrammeCitationInline(RecordPartInline):
    model = ProgrammeCitation


@admin.register(Programme)
class ProgrammeAdmin(RecordAdmin):
    list_display = ("record_label", "is_listed", "state")
    list_filter = (*RecordAdmin.list_filter, "is_listed")
    search_fields = ("code", "name_be", "name_ru", "name_en")
    inlines = [ProgrammeFunderInline, ProgrammeCitationInline]


class CareAdmin(StaffAdmin):
    """Even the search looks at nothing that is restricted: it finds a person, by their id."""

    label_prefetches = ("person__names",)
    list_select_related = ("person",)
    search_fields = ("person__id",)

    @admin.display(description=Need._meta.get_field("person").verbose_name)
    def person_label(self, row: Need | Contact) -> str:
        return get_label(row.person)


@admin.register(Need)
class NeedAdmin(CareAdmin):
    list_display = ("__str__", "person_label", "kind", "urgency", "state")
    list_filter = ("state", "urgency", "kind")


@admin.register(Contact)
class ContactAdmin(CareAdmin):
    list_display = ("__str__", "person_label", "kind")
    list_filter = ("kind",)


@admin.register(Assistance)
class AssistanceAdmin(StaffAdmin):
    list_display = ("__str__", "given_from", "given_until", "amount", "currency")
