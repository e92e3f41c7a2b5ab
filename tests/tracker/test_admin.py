"""Every page of the staff door opens, for whom it should."""

from collections.abc import Iterator

import pytest
from django.contrib import admin
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from publishing.models import History, Record, Tombstone
from tests import factories

RECORDS = [model for model in admin.site._registry if issubclass(model, Record)]
MADE_BY_FACTORY = [
    model for model in admin.site._registry if hasattr(factories, f"{model.__name__}Factory")
]


def made(model: type[Model]) -> Model:
    return getattr(factories, f"{model.__name__}Factory")()


def address(model: type[Model], page: str, *args: object) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


@pytest.fixture
def door(administrator, client: Client) -> Iterator[Client]:
    client.force_login(administrator)
    return client


@pytest.mark.parametrize("model", MADE_BY_FACTORY, ids=lambda model: model.__name__)
def test_every_noun_has_its_list(model, door):
    made(model)
    assert door.get(address(model, "changelist")).status_code == 200


@pytest.mark.parametrize("model", MADE_BY_FACTORY, ids=lambda model: model.__name__)
def test_every_row_has_its_page(model, door):
    assert door.get(address(model, "change", made(model).pk)).status_code == 200


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_every_record_has_its_form(model, door):
    assert door.get(address(model, "add")).status_code == 200


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_every_record_has_its_check_page_and_its_history(model, door):
    row = made(model)
    assert door.get(address(model, "act", row.pk, "submit")).status_code == 200
    assert door.get(address(model, "history", row.pk)).status_code == 200
