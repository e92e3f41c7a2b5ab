"""Ready means that both doors open and the database is the one that the code was written for."""

import pytest
from django.db import DatabaseError
from django.test import Client

from publishing.projections import Settled
from tracker.health import list_migrations

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
    more = list_migrations() | {("people", "9999_of_tomorrow")}
    monkeypatch.setattr("tracker.health.list_migrations", lambda: more)
    assert client.get("/readyz").status_code == 503


def test_a_probe_reads_the_files_of_migrations_once(client: Client, monkeypatch) -> None:
    client.get("/readyz")
    monkeypatch.setattr("tracker.health.MigrationLoader", None)
    assert client.get("/readyz").status_code == 200
