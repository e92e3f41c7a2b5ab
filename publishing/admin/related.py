"""Records about a record, as the page of that record lists them."""

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.urls import reverse

from publishing.admin.extensions import RelatedRecords
from publishing.admin.labels import get_admin_url, get_label_prefetches


def describe_related(
    site: AdminSite, request: HttpRequest, related: RelatedRecords
) -> dict[str, Any]:
    """The labels and the pages of the records, and where the account may add another one."""
    model = related.rows.model
    staff: Any = site.get_model_admin(model)
    add_url = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")
    may_add = staff.has_add_permission(request)
    return {
        "title": related.title,
        "add": related.add,
        "add_url": may_add and f"{add_url}?{related.query}",
        "rows": [
            (get_admin_url(row), staff.get_label(row), row)
            for row in related.rows.prefetch_related(*get_label_prefetches(model))
        ],
    }
