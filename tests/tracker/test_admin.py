"""Every page of the staff door opens, for whom it should."""

from collections.abc import Iterator

import pytest
from django.contrib import admin
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from publishing.models import History, Record, Tombstone
from support.models import Assistance, Contact, Need
from tests import factories

RECORDS = [model for model in admin.site._registry if issubclass(model, Record)]
MADE_BY_FACTORY = [
    model for model in admin.site._registry if hasattr(factories, f"{model.__name__}Factory")
]


def made(model: type[Model]) -> Model:
    if model in (History, Tombstone):  # which the database writes itself
        factories.expunged(factories.OrganisationFactory())
        return model.objects.first()
    return getattr(factories, f"{model.__name__}Factory")()


def address(model: type[Model], page: str, *args: object) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


@pytest.fixture
def door(all_roles, client: Client) -> Iterator[Client]:
    client.force_login(all_roles)
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


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_a_list_asks_no_more_of_many_rows_than_of_one(model, door):
    made(model)
    few = queries(door, address(model, "changelist"))
    for _ in range(4):
        made(model)
    assert queries(door, address(model, "changelist")) == few <= 25


PARTS = {
    "Wave": [("Side", "wave"), ("WaveCitation", "wave"), ("Party", "wave"), ("Claim", "wave")],
    "Person": [("Name", "person"), ("Citizenship", "person"), ("Recognition", "person")],
    "Claim": [("ClaimCitation", "claim"), ("Sum", "total")],
    "Side": [("Member", "side")],
    "Sum": [("SumPart", "sum")],
    "Custody": [("Placement", "custody"), ("CustodyCitation", "custody")],
}


@pytest.mark.parametrize("owner", PARTS)
def test_a_form_asks_no_more_of_many_parts_than_of_one(owner, door):
    row = getattr(factories, f"{owner}Factory")()
    counts = []
    for _ in range(3):
        for part, key in PARTS[owner]:
            getattr(factories, f"{part}Factory")(**{key: row})
        counts.append(queries(door, address(type(row), "change", row.pk)))
    assert counts[2] <= counts[1] <= 50


@pytest.mark.parametrize("model", [Need, Contact, Assistance], ids=lambda model: model.__name__)
def test_only_those_who_care_for_people_see_what_they_need(model, editor, caseworker, client):
    client.force_login(editor)
    assert client.get(address(model, "changelist")).status_code == 403
    client.force_login(caseworker)
    assert client.get(address(model, "changelist")).status_code == 200


def test_who_is_not_logged_in_is_asked_to(client):
    assert client.get("/admin/").url == "/admin/login/?next=/admin/"


def test_the_first_page_counts_what_waits(door):
    factories.in_review(factories.WaveFactory())
    waiting = door.get("/admin/").context["waiting"]
    assert ("waves", 1, "/admin/releases/wave/?queue=review") in {
        (queue.noun, queue.count, queue.url) for queue in waiting
    }


@pytest.mark.parametrize(("language", "word"), [("be", "Дадаць"), ("ru", "Добавить")])
def test_the_staff_door_speaks_the_language_of_its_reader(language, word, door):
    assert word in door.get("/admin/", headers={"accept-language": language}).content.decode()


def queries(door: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert door.get(url).status_code == 200
    return len(asked)
