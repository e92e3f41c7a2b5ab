"""What a row is called in lists, links and forms; str(row) names nobody and is for logs."""

from django.contrib import admin
from django.db import models


def label(row: models.Model) -> str:
    """The words of the admin of `row`, or its neutral str where it has none of its own."""
    staff = admin.site._registry.get(type(row))
    return staff.label(row) if hasattr(staff, "label") else str(row)


def label_needs(model: type[models.Model]) -> tuple[str, ...]:
    """What must be fetched with a row of `model` so that its label asks nothing more."""
    return getattr(admin.site._registry.get(model), "label_needs", ())
