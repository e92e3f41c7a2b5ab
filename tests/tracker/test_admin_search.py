"""A field of a form that searches as one types is answered, whatever row it looks for."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import models

from publishing.models import Record, RecordPart
from tests.factories import MemberFactory, NameFactory

SEARCHED = {
    model
    for model, staff in admin.site._registry.items()
    if staff.search_fields and issubclass(model, Record | RecordPart)
}
KEYS = {  # one for each noun that is looked for
    key.related_model: key
    for model in apps.get_models()
    for key in model._meta.concrete_fields
    if isinstance(key, models.ForeignKey) and key.editable and key.related_model in SEARCHED
}


@pytest.mark.parametrize("key", KEYS.values(), ids=str)
def test_a_field_finds_its_rows(key, editor, client):
    client.force_login(editor)
    of = {"app_label": key.model._meta.app_label, "model_name": key.model._meta.model_name}
    found = client.get("/admin/autocomplete/", {**of, "field_name": key.name, "term": "no such"})
    assert (found.status_code, found.json()["results"]) == (200, [])


def test_a_member_of_a_wave_is_found_by_the_name_of_the_person(editor, client):
    member = MemberFactory(person=NameFactory(text="Synthetic Abe").person)
    client.force_login(editor)
    of = {"app_label": "releases", "model_name": "release", "field_name": "member"}
    found = client.get("/admin/autocomplete/", {**of, "term": "Abe"}).json()["results"]
    assert [row["id"] for row in found] == [str(member.pk)]
