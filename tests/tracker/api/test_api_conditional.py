"""A tag is a hash of the bytes: it changes when they do, and only then."""

import pytest
import time_machine
from django.test import Client

from tests.factories import OrganisationFactory
from tests.factories.life import published
from tests.tracker.api.conftest import Get
from tests.tracker.api.nouns import LISTS

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["", "me/", "schema/", *(f"{name}/" for name in LISTS)])
def test_who_has_the_bytes_is_told_so(client: Client, name: str) -> None:
    first = client.get(f"/api/v1/{name}")
    again = client.get(f"/api/v1/{name}", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]
    other = client.get(f"/api/v1/{name}", headers={"if-none-match": '"another"'})
    assert (other.status_code, other.content) == (200, first.content)


@pytest.mark.parametrize("name", ["", "me/", "schema/", *(f"{name}/" for name in LISTS)])
def test_no_cache_hands_an_answer_to_somebody_else(client: Client, name: str) -> None:
    answer = client.get(f"/api/v1/{name}")
    assert answer["Cache-Control"] == "private, no-cache"
    assert answer["Vary"].split(", ")[:3] == ["Authorization", "Accept", "Accept-Language"]
    assert not answer.cookies


@pytest.mark.parametrize("name", ["", "schema/", *(f"{name}/" for name in LISTS)])
def test_D3_an_answer_that_is_opened_as_a_page_is_not_kept(client: Client, name: str) -> None:  # noqa: N802
    for destination in ("document", "iframe", "embed"):
        answer = client.get(f"/api/v1/{name}", headers={"sec-fetch-dest": destination})
        assert answer["Cache-Control"] == "no-store"
    asked = client.get(f"/api/v1/{name}", headers={"sec-fetch-dest": "empty"})
    assert asked["Cache-Control"] == "private, no-cache"


def test_the_tag_stays_while_the_bytes_stay(get: Get) -> None:
    published(OrganisationFactory())
    with time_machine.travel("2026-01-16 08:00", tick=False):
        first = get("organisations/")
    with time_machine.travel("2026-01-16 23:59", tick=False):
        second = get("organisations/")
    assert (first.content, first["ETag"]) == (second.content, second["ETag"])


def test_the_tag_changes_with_a_record_and_with_the_day(get: Get) -> None:
    tags = []
    for moment in ("2026-01-16 08:00", "2026-01-17 08:00"):
        with time_machine.travel(moment, tick=False):
            tags.append(get("organisations/")["ETag"])
            published(OrganisationFactory())
            tags.append(get("organisations/")["ETag"])
    assert len(set(tags)) == 4


def test_the_reader_s_language_changes_no_byte(get: Get) -> None:
    tags = {get("waves/", headers={"accept-language": each})["ETag"] for each in ("be", "de", "")}
    assert len(tags) == 1


def test_a_download_is_kept_nowhere(get: Get) -> None:
    for kind in ("csv", "jsonl"):
        answer = get("waves/", format=kind)
        assert answer["Cache-Control"] == "no-store"
        assert "ETag" not in answer
