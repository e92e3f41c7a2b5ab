"""What a row is called in lists, links and forms, and where its page is.

`str(row)` names nobody and is for logs.
"""

from typing import Any

from django.contrib import admin
from django.db import models
from django.urls import reverse


def get_label(row: models.Model) -> str:
    """The label that the admin of `row` gives it, or its neutral str."""
    staff: Any = admin.site._registry.get(type(row))
    return staff.get_label(row) if hasattr(staff, "get_label") else str(row)


def get_label_prefetches(model: type[models.Model]) -> tuple[str, ...]:
    """What must be fetched with a row of `model` so that its label asks nothing more."""
    return getattr(admin.site._registry.get(model), "label_prefetches", ())


def get_admin_url(row: models.Model, page: str = "change", *args: str) -> str:
    """A page of a row in the admin."""
    name = f"admin:{row._meta.app_label}_{row._meta.model_name}_{page}"
    return reverse(name, args=[row.pk, *args])
