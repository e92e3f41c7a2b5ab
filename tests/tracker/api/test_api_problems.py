"""Whatever goes wrong is a problem of RFC 9457, and says nothing of what is hidden."""

import re
from uuid import uuid4

import pytest
from django.test import Client

from publishing.api.problems import KINDS
from tests.tracker.api.conftest import Get
from tests.tracker.api.nouns import LISTS, NOUNS

pytestmark = pytest.mark.django_db
NUMBER = re.compile(r"urn:uuid:[0-9a-f-]{36}")
MEMBERS = {"type", "title", "status", "detail", "instance", "errors"}

ASKED_WRONGLY = {
    "no such noun": ("/api/v1/nowhere/", {}, 404),
    "no such version": ("/api/v9/", {}, 404),
    "no such record": (f"/api/v1/waves/{uuid4()}/", {}, 404),
    "not an id": ("/api/v1/waves/1/", {}, 404),
    "a zero byte in the path": ("/api/v1/waves/%00/", {}, 400),
    "no such parameter": ("/api/v1/waves/?x=1", {}, 400),
    "no such format": ("/api/v1/waves/?format=api", {}, 400),
    "no such format at all": ("/api/v1/waves/", {"accept": "text/html"}, 406),
    "a page in HTML": ("/api/v1/", {"accept": "text/html"}, 406),
    "a zero byte": ("/api/v1/people/?search=a%00b", {}, 400),
    "not UTF-8": ("/api/v1/people/?search=%ff%fe", {}, 400),
    "half a letter": ("/api/v1/people/?search=%d0", {}, 400),
    "a search that is too long": ("/api/v1/people/?search=" + "a" * 201, {}, 400),
    "too many words": ("/api/v1/people/?search=" + "+".join("abcdefghi"), {}, 400),
    "an empty search": ("/api/v1/people/?search=", {}, 400),
    "said twice": ("/api/v1/waves/?year=2024&year=2025", {}, 400),
    "an address of 9 KB": ("/api/v1/people/?search=" + "a" * 9_000, {}, 414),
    "an address of 70 KB": ("/api/v1/people/" + "a" * 70_000, {}, 414),
    "a key of nobody": ("/api/v1/waves/", {"authorization": "Bearer abc"}, 401),
    "a password": ("/api/v1/me/", {"authorization": "Basic YTpi"}, 401),
    "a host that is not ours": ("/api/v1/", {"host": "elsewhere.example"}, 400),
    "a ledger of nothing": (f"/api/v1/waves/{uuid4()}/ledger/", {}, 404),
    "a cursor of nobody": ("/api/v1/changes/?since=x", {}, 400),
    "a wave in a country": (f"/api/v1/figures/?wave={uuid4()}&country=BY", {}, 400),
    "an export with pages": ("/api/v1/waves/?format=csv&page_size=3", {}, 400),
    "one object as CSV": (f"/api/v1/waves/{uuid4()}/?format=csv", {}, 400),
}


def ask(client: Client, address: str, headers: dict[str, str]):
    return client.get(address, headers=headers)


@pytest.mark.parametrize("case", ASKED_WRONGLY)
def test_what_is_asked_wrongly_is_told_what_is_wrong(client: Client, case: str) -> None:
    address, headers, status = ASKED_WRONGLY[case]
    answer = ask(client, address, headers)
    problem = answer.json()
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert problem.keys() == MEMBERS
    assert problem["status"] == status
    assert problem["instance"] == f"urn:uuid:{answer['Request-Id']}"
    assert NUMBER.fullmatch(problem["instance"])
    assert int(answer["Content-Length"]) == len(answer.content)


@pytest.mark.parametrize("name", KINDS)
def test_each_type_leads_to_its_words(client: Client, name: str) -> None:
    page = client.get("/api/v1/docs/").text
    assert f'id="{name}"' in page
    assert KINDS[name].title in page


def test_each_wrong_parameter_is_pointed_at(get: Get) -> None:
    body = get("waves/", year="20xx", is_open="maybe").json()
    assert sorted(error["pointer"] for error in body["errors"]) == ["#/is_open", "#/year"]
    assert all(error["detail"] for error in body["errors"])


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "trace"])
@pytest.mark.parametrize("name", ["", "me/", "schema/", *(f"{name}/" for name in LISTS)])
def test_nothing_but_reading_is_allowed(client: Client, method: str, name: str) -> None:
    answer = getattr(client, method)(f"/api/v1/{name}")
    assert answer.status_code == 405
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["Allow"] == "GET, HEAD"


def test_a_body_that_is_too_large_is_refused(client: Client) -> None:
    answer = client.post("/api/v1/waves/", b"[" * 1_000_001, content_type="application/json")
    assert (answer.status_code, answer.json()["status"]) == (413, 413)
    assert client.get("/api/v1/waves/", headers={"content-length": "many"}).status_code == 413


@pytest.mark.parametrize("accept", ["text/html", "text/html,*/*;q=0.1", "image/png", "*/*"])
@pytest.mark.parametrize("name", ["", "waves/", "figures/", "nowhere/", "waves/?x=1", "waves"])
def test_no_answer_is_html(client: Client, name: str, accept: str) -> None:
    answer = client.get(f"/api/v1/{name}", headers={"accept": accept})
    assert "html" not in answer.headers.get("Content-Type", "")


@pytest.mark.parametrize("name", NOUNS)
def test_what_is_nowhere_is_byte_for_byte_the_same(client: Client, name: str) -> None:
    bodies = {
        NUMBER.sub("", ask(client, f"/api/v1/{each}", {}).text)
        for each in (f"{name}/{uuid4()}/", f"{name}/{uuid4()}/", "nowhere/", f"{name}/x/")
    }
    assert len(bodies) == 1


def test_an_address_without_its_slash_leads_to_the_one_with_it(client: Client) -> None:
    answer = client.get("/api/v1/waves?year=2025")
    assert (answer.status_code, answer["Location"]) == (308, "/api/v1/waves/?year=2025")


def test_a_request_has_an_id_of_ours_and_never_a_clients(client: Client) -> None:
    ids = {client.get("/api/v1/me/", headers={"request-id": "a" * 36})["Request-Id"] for _ in "ab"}
    assert len(ids - {"a" * 36}) == 2


def test_a_fault_of_ours_is_a_problem_too(client: Client, monkeypatch) -> None:
    client.raise_request_exception = False
    monkeypatch.setattr("releases.api.wave.WaveResource.get_order", lambda *_: 1 / 0)
    answer = ask(client, "/api/v1/waves/", {})
    assert answer.status_code == 500
    assert answer.json()["type"] == "/api/v1/docs/#internal"
    assert "ZeroDivision" not in answer.text
