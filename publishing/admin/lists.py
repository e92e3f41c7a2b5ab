from typing import Any

from django.contrib import admin
from django.http import HttpRequest


class StrictList(admin.ModelAdmin):
    """Only what is a filter of the list: an address must not question other columns."""

    show_full_result_count = False

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest | None = None) -> bool:
        declared = (
            one if isinstance(one, str) else one.parameter_name
            for one in self.get_list_filter(request)
        )
        return any(lookup == name or lookup.startswith(f"{name}__") for name in declared)
