"""CSV and JSON Lines hold the rows of the pages, from one moment, and no cell can run."""

import csv
import io
import json

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from tests.tracker.api.conftest import Get
from tests.tracker.api.nouns import NOUNS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference_world")]
each_noun = pytest.mark.parametrize("name", NOUNS)


def whole(get: Get, client, name: str) -> list[dict]:
    page, rows = get(f"{name}/", page_size=100).json(), []
    while True:
        rows += page["results"]
        if page["next"] is None:
            return rows
        page = client.get(page["next"]).json()


def export(get: Get, name: str, kind: str, **more: str) -> str:
    return b"".join(get(f"{name}/", format=kind, **more).streaming_content).decode()


@each_noun
def test_json_lines_are_the_rows_of_the_pages(get: Get, client, name: str) -> None:
    lines = [json.loads(line) for line in export(get, name, "jsonl").splitlines()]
    assert lines == whole(get, client, name)


@each_noun
def test_cells_are_the_values_of_the_pages(get: Get, client, name: str) -> None:
    cells = list(csv.DictReader(io.StringIO(export(get, name, "csv"), newline="")))
    rows, dates = whole(get, client, name), NOUNS[name].get_dates()
    assert len(cells) == len(rows)
    for line, row in zip(cells, rows, strict=True):
        for field, value in row.items():
            assert read_cell(line[field], value) == as_value(value, field in dates), field
        for field in dates:
            value = row[field] or {}
            assert line[f"{field}_earliest"] == (value.get("earliest") or "")
            assert line[f"{field}_latest"] == (value.get("latest") or "")


def read_cell(cell: str, value: object) -> object:
    """What a cell of this value holds; nesting that is no date is JSON."""
    text = cell.removeprefix("'")
    return json.loads(text) if text.startswith(("[", "{")) and value != text else text


def as_value(value: object, is_date: bool) -> object:
    if is_date:
        return value["value"] if isinstance(value, dict) else ""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return value if isinstance(value, dict | list) else str(value).removeprefix("'")


def test_an_export_has_the_filters_fields_and_order_of_its_list(get: Get) -> None:
    asked = {"country": "BY", "fields": "slug", "ordering": "slug"}
    page = get("waves/", page_size=100, **asked).json()["results"]
    assert [
        json.loads(line) for line in export(get, "waves", "jsonl", **asked).splitlines()
    ] == page
    assert export(get, "waves", "csv", **asked).splitlines() == [
        "slug",
        *(row["slug"] for row in page),
    ]


def test_accept_chooses_like_the_parameter(get: Get) -> None:
    for kind, accept in (("csv", "text/csv"), ("jsonl", "application/x-ndjson")):
        answer = get("waves/", headers={"accept": accept})
        assert answer["Content-Type"] == f"{accept}; charset=utf-8"
        assert answer["Content-Disposition"] == f'attachment; filename="waves.{kind}"'
        assert b"".join(answer.streaming_content).decode() == export(get, "waves", kind)


def test_an_export_says_its_day_and_its_licence(get: Get) -> None:
    answer = get("waves/", format="csv")
    assert 'rel="license"' in answer["Link"]
    assert answer["As-Of"] == get("waves/").json()["as_of"]


def test_an_export_reads_by_a_cursor_in_one_transaction(get: Get) -> None:
    with CaptureQueriesContext(connections["public"]) as seen:
        export(get, "waves", "jsonl")
    said = [each["sql"] for each in seen if each["sql"]]
    assert sum('FROM "published"' in each for each in said) <= 1
    assert any("ISOLATION LEVEL REPEATABLE READ" in each for each in said)
