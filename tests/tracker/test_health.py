"""Ready means that both doors open and the database is the one that the code was written for."""

import pytest
from django.db import DatabaseError
from django.test import Client

from publishing.projections import Settled

pytestmark = pytest.mark.django_db


def test_it_is_ready(client: Client) -> None:
    answer = client.get("/readyz")
    assert (answer.status_code, answer.text) == (200, "ready\n")


def test_a_door_that_does_not_open_is_not_ready_and_says_no_more(client, monkeypatch) -> None:
    def closed(*args):
        raise DatabaseError("password of the owner")

    monkeypatch.setattr(type(Settled.objects), "get_queryset", closed)
    answer = client.get("/readyz")
    assert (answer.status_code, answer.text) == (503, "not ready\n")


def test_a_migration_that_waits_is_not_ready(client: Client, monkeypatch) -> None:
    monkeypatch.setattr("tracker.health.is_migrated", lambda: False)
    assert client.get("/readyz").status_code == 503
