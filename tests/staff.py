"""What a member of staff would send: the form as it stands, and what they change in it."""

from typing import Any

from django.db.models import Model
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse


def address(row: Model | type[Model], page: str, *args: object) -> str:
    """The page of a row, or of its noun, at the staff door."""
    keys = [row.pk, *args] if isinstance(row, Model) else args
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_{page}", args=keys)


def form_of(page: HttpResponse) -> dict[str, Any]:
    """Every field of a page's form with what it shows."""
    forms = [page.context["adminform"].form]
    for inline in page.context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    return {
        bound.html_name: value
        for form in forms
        for bound in form
        if (value := bound.value()) is not None and value is not False
    }


def send(client: Client, url: str, **changed: Any) -> HttpResponse:
    """Open a form, change some of its fields and send it. `a__b` is the field `a-b`."""
    answers = {name.replace("__", "-"): value for name, value in changed.items()}
    return client.post(url, form_of(client.get(url)) | answers)


def act(client: Client, url: str, **answers: Any) -> HttpResponse:
    """Open the page of a transition and send its form, which says what the page showed."""
    return client.post(url, {"version": client.get(url).context["version"]} | answers)
