"""Who helps with what; and, for those who care for people alone, what somebody needs."""

from django.contrib import admin

from publishing.admin import PrivateAdmin, RecordAdmin, label, parts
from support.models import (
    Assistance,
    Contact,
    Need,
    Programme,
    ProgrammeCitation,
    ProgrammeFunder,
)


@admin.register(Programme)
class ProgrammeAdmin(RecordAdmin):
    list_display = ("shown_as", "is_listed", "state")
    list_filter = (*RecordAdmin.list_filter, "is_listed")
    search_fields = ("code", "name_be", "name_ru", "name_en")
    inlines = (parts(ProgrammeFunder, is_open=True), parts(ProgrammeCitation, is_open=True))


class CareAdmin(PrivateAdmin):
    """Not even its search looks into what is restricted: it finds a person, by their id."""

    list_select_related = ("person",)
    search_fields = ("person__id",)

    @admin.display(description=Need._meta.get_field("person").verbose_name)
    def whose(self, row: Need | Contact) -> str:
        return label(row.person)

    def label(self, row: Need | Contact) -> str:
        return str(row)

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("person__names")


@admin.register(Need)
class NeedAdmin(CareAdmin):
    list_display = ("__str__", "whose", "kind", "urgency", "state")
    list_filter = ("state", "urgency", "kind")


@admin.register(Contact)
class ContactAdmin(CareAdmin):
    list_display = ("__str__", "whose", "kind")
    list_filter = ("kind",)


@admin.register(Assistance)
class AssistanceAdmin(PrivateAdmin):
    list_display = ("__str__", "given_from", "given_until", "amount", "currency")
