"""The places that hold people, and the articles held against them."""

from django.contrib import admin

from people.persons.models import CriminalArticle, Facility
from publishing.admin import RecordAdmin


@admin.register(Facility)
class FacilityAdmin(RecordAdmin):
    list_display = ("record_label", "kind", "country", "state")
    list_filter = (*RecordAdmin.list_filter, "kind")
    search_fields = ("code", "number", "name_be", "name_ru", "name_en")


@admin.register(CriminalArticle)
class CriminalArticleAdmin(RecordAdmin):
    label_fields = ("country", "code_name", "article", "part")
    list_display = ("record_label", "country", "valid_from", "state")
    search_fields = ("article", "code_name", "label_be", "label_ru", "label_en")
