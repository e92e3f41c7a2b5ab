"""Two people who are one, and two who are not: what was decided, to read."""

from django.contrib import admin

from people.models import Merge, NotTheSame
from publishing.admin import ReadOnlyAdmin


@admin.register(Merge)
class MergeAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "decided_at", "decided_by", "undone_at")
    list_select_related = ("decided_by",)


@admin.register(NotTheSame)
class NotTheSameAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "decided_at", "decided_by")
    list_select_related = ("decided_by",)
