"""Every list has one shape, one strictness and pages that neither skip nor repeat."""

from datetime import UTC, datetime
from operator import itemgetter
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from tests.tracker.api.conftest import Get
from tests.tracker.api.nouns import LISTS, NOUNS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference_world")]
each_list = pytest.mark.parametrize("name", LISTS)
each_noun = pytest.mark.parametrize("name", NOUNS)


@each_list
def test_a_list_has_five_members(get: Get, name: str) -> None:
    body = get(f"{name}/").json()
    more = {"cursor"} if name == "changes" else set()
    assert body.keys() == {"results", "next", "previous", "as_of", "licence"} | more
    assert body["as_of"] == datetime.now(UTC).date().isoformat()
    assert body["licence"] == "CC BY 4.0"


@each_noun
def test_an_object_has_the_fields_of_its_noun_in_their_order(get: Get, name: str) -> None:
    for row in get(f"{name}/").json()["results"]:
        assert list(row) == NOUNS[name].get_fields()
        assert {"id", "url", "updated_on", "sources", "missing"} <= row.keys()


@each_noun
def test_an_object_of_a_list_is_the_object_at_its_address(get: Get, client, name: str) -> None:
    for row in get(f"{name}/", page_size=3).json()["results"]:
        assert client.get(row["url"]).json() == row


@each_noun
def test_what_is_missing_has_one_of_three_reasons(get: Get, name: str) -> None:
    for row in get(f"{name}/").json()["results"]:
        assert set(row["missing"].values()) <= {"unknown", "withheld", "not_applicable"}
        empty = {field for field in NOUNS[name].absent if row[field] in (None, "", [], {})}
        assert empty <= row["missing"].keys()


@each_noun
def test_every_field_that_can_be_empty_has_its_reason(get: Get, name: str) -> None:
    """But the texts, which are empty in a language that nobody has written them in yet."""
    noun = NOUNS[name]
    explained = {
        *noun.absent,
        "missing",
        "sources",
        "unsourced_since",
        "abbreviation",
        "updated_on",
    }
    texts = tuple(f"_{code}" for code in ("be", "ru", "en", "lt", "pl", "uk", "de"))
    for row in get(f"{name}/", page_size=100).json()["results"]:
        empty = {field for field, value in row.items() if value in (None, "", [], {})}
        assert {field for field in empty - explained if not field.endswith(texts)} == set()


@each_list
@pytest.mark.parametrize("parameter", ["x", "id__in", "relatives__name", "state", "name!", "q"])
def test_an_unknown_parameter_is_a_400(get: Get, name: str, parameter: str) -> None:
    answer = get(f"{name}/", **{parameter: "1"})
    assert answer.status_code == 400
    assert [error["parameter"] for error in answer.json()["errors"]] == [parameter]


@each_list
def test_a_page_has_at_most_a_hundred_rows(get: Get, name: str) -> None:
    assert len(get(f"{name}/", page_size=100).json()["results"]) <= 100
    for size in ("101", "0", "-1", "1e9", "1000000000", "x", "５"):
        assert get(f"{name}/", page_size=size).status_code == 400


@each_list
def test_a_bad_cursor_is_a_400(get: Get, name: str) -> None:
    parameter = "since" if name == "changes" else "cursor"
    for cursor in ("x", "eyJhIjoxfQ", "a" * 900, "é", "=" * 20):
        assert get(f"{name}/", **{parameter: cursor}).status_code == 400


def test_a_cursor_of_one_list_does_not_open_another(get: Get) -> None:
    """Both are ordered by code, and once a cursor was bound to the name of its order alone."""
    cursor = first_cursor(get, "organisations/")
    assert get("organisations/", cursor=cursor).status_code == 200
    assert get("destinations/", cursor=cursor).status_code == 400


def test_a_cursor_of_one_order_does_not_open_another(get: Get) -> None:
    assert get("waves/", ordering="slug", cursor=first_cursor(get, "waves/")).status_code == 400


def first_cursor(get: Get, address: str) -> str:
    following = get(address, page_size=1).json()["next"]
    return parse_qs(urlsplit(following).query)["cursor"][0]


@each_noun
def test_the_pages_make_the_whole_in_both_directions(get: Get, client, name: str) -> None:
    whole = [row["id"] for row in get(f"{name}/", page_size=100).json()["results"]]
    page = get(f"{name}/", page_size=7, fields="id").json()
    seen, last = [], page
    while True:
        seen += [row["id"] for row in page["results"]]
        last = page
        if page["next"] is None:
            break
        page = client.get(page["next"]).json()
    assert seen[: len(whole)] == whole
    assert len(seen) == len(set(seen))
    back = [row["id"] for row in last["results"]]
    while last["previous"]:
        last = client.get(last["previous"]).json()
        back = [row["id"] for row in last["results"]] + back
    assert back == seen


@each_noun
def test_each_order_is_of_the_whitelist_and_its_reverse_is_its_reverse(get: Get, name: str) -> None:
    columns = {field.name for field in NOUNS[name].projection._meta.concrete_fields}
    assert set(NOUNS[name].ordering_fields.values()) <= columns
    for ordering in NOUNS[name].ordering_fields:
        up = get(f"{name}/", ordering=ordering, fields="id", format="jsonl")
        down = get(f"{name}/", ordering=f"-{ordering}", fields="id", format="jsonl")
        lines = b"".join(up.streaming_content).splitlines()
        assert lines == b"".join(down.streaming_content).splitlines()[::-1]
    for ordering in ("embargo_condition", "--date", "sources", "state"):
        assert get(f"{name}/", ordering=ordering).status_code == 400


def test_only_the_fields_asked_for_are_there(get: Get) -> None:
    rows = get("waves/", fields="slug,id").json()["results"]
    assert {tuple(row) for row in rows} == {("id", "slug")}
    for fields in ("slug,nothing", "note", "began_on", "slug,,id", "state"):
        assert get("waves/", fields=fields).status_code == 400


def test_neighbours_are_in_the_link_header_too(get: Get, client) -> None:
    first = get("sources/", page_size=2)
    second = client.get(first.json()["next"])
    links = second.headers["Link"]
    assert f'<{second.json()["next"]}>; rel="next"' in links
    assert f'<{second.json()["previous"]}>; rel="prev"' in links
    assert 'sources/?page_size=2>; rel="first"' in links
    assert 'creativecommons.org/licenses/by/4.0/>; rel="license"' in links


@each_noun
def test_a_list_is_one_query_however_many_rows(get: Get, name: str) -> None:
    counts = []
    for size in (1, 60):
        with CaptureQueriesContext(connections["public"]) as seen:
            get(f"{name}/", page_size=size)
        counts.append(selects(seen))
    assert counts == [1, 1]


def selects(seen: CaptureQueriesContext) -> int:
    return sum("SELECT" in (query["sql"] or "") for query in seen)


def test_the_ledger_is_a_few_queries(get: Get) -> None:
    ids = [row["id"] for row in get("waves/", fields="id").json()["results"]]
    counts = set()
    for key in ids[:5]:
        with CaptureQueriesContext(connections["public"]) as seen:
            assert get(f"waves/{key}/ledger/").status_code == 200
        counts.add(selects(seen))
    assert max(counts) <= 9


def test_a_search_finds_a_person_in_any_script(get: Get) -> None:
    person = get("people/", page_size=1).json()["results"][0]
    for name in person["names"]:
        found = get("people/", search=name["text"].upper()).json()["results"]
        assert person["id"] in map(itemgetter("id"), found)


def test_filters_narrow(get: Get) -> None:
    waves = get("waves/", page_size=100).json()["results"]
    december = get("waves/", **{"from": "2025-12-13", "to": "2025-12-13"}).json()["results"]
    assert 0 < len(december) < len(waves)
    assert get("waves/", slug=waves[0]["slug"]).json()["results"] == waves[:1]
    assert get("waves/", country="XX").json()["results"] == []
    claims = get("claims/", wave=december[0]["id"], measure="released").json()["results"]
    assert claims
    assert {row["measure"] for row in claims} == {"released"}


@pytest.mark.parametrize(
    ("name", "parameter"),
    [
        (name, parameter)
        for name, noun in NOUNS.items()
        for parameter, each in noun.filterset_class.base_filters.items()
        if type(each).__name__ == "UUIDFilter"
    ],
)
def test_an_id_that_is_nobodys_answers_like_one_that_is_hidden(
    get: Get, name: str, parameter: str
) -> None:
    answer = get(f"{name}/", **{parameter: "00000000-0000-4000-8000-000000000000"})
    assert answer.status_code == 200
    assert answer.json()["results"] == []
    assert get(f"{name}/", **{parameter: "not-an-id"}).status_code == 400
