"""Who says so: organisations, speakers and the documents they publish."""

from django.contrib import admin
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from publishing.admin import OF_EVERY_RECORD, Queue, RecordAdmin, RecordPartInline
from publishing.enums import State
from sources.models import Host, Organisation, Source, SourceRemark, Speaker

NAMES = ("code", "name_be", "name_ru", "name_en")


class HostInline(RecordPartInline):
    model = Host


class SourceRemarkInline(RecordPartInline):
    model = SourceRemark
    classes = ["collapse"]


@admin.register(Organisation)
class OrganisationAdmin(RecordAdmin):
    list_display = ("record_label", "kind", "country", "state")
    list_filter = (*RecordAdmin.list_filter, "kind")
    search_fields = (*NAMES, "abbreviation")
    inlines = [HostInline]


@admin.register(Speaker)
class SpeakerAdmin(RecordAdmin):
    list_display = ("record_label", "kind", "state")
    list_filter = (*RecordAdmin.list_filter, "kind")
    search_fields = NAMES


@admin.register(Source)
class SourceAdmin(RecordAdmin):
    label_fields = ("title", "published_on")
    list_display = ("record_label", "kind", "language", "state")
    list_filter = (*RecordAdmin.list_filter, "kind", "is_private")
    search_fields = ("title", "address")
    inlines = [SourceRemarkInline]
    queues = (
        *OF_EVERY_RECORD,
        Queue(
            "not-archived",
            _("Public without an archived copy"),
            Q(state=State.PUBLISHED, is_private=False, archived_address="") & ~Q(address=""),
        ),
    )
