"""Page, picture, table, CSV and API give the same numbers (AC5)."""

import csv
from typing import Any

import pytest
from django.test import Client

from publishing.dates import InexactDate
from releases.projections import PublishedWave
from tests.releases import pages

SLUG = "2025-12-13"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference_world")]


@pytest.fixture
def page(client: Client) -> str:
    return pages.get(client, f"/en/waves/{SLUG}/")


@pytest.fixture
def api(client: Client) -> dict[str, Any]:
    wave = PublishedWave.objects.get(slug=SLUG)
    return client.get(f"/api/v1/waves/{wave.id}/ledger/").json()


@pytest.fixture
def ledger(client: Client) -> str:
    return pages.get(client, f"/en/waves/{SLUG}/ledger/")


@pytest.fixture
def ledger_csv(client: Client) -> dict[str, dict[str, str]]:
    lines = pages.get(client, f"/en/waves/{SLUG}/ledger.csv").splitlines()
    return {row["claim"]: row for row in csv.DictReader(lines)}


def test_page_and_api_give_the_same_claims(ledger: str, api: dict[str, Any]) -> None:
    shown = {key: pages.cells(row)[1] for key, row in pages.rows(ledger).items()}
    told = {each["id"]: pages.figure_in_words(each["low"], each["high"]) for each in api["claims"]}
    assert {key: value.partition(" Announced")[0] for key, value in shown.items()} == told


def test_page_and_api_give_the_same_times(ledger: str, api: dict[str, Any]) -> None:
    shown = {key: pages.cells(row)[2] for key, row in pages.rows(ledger).items()}
    for claim in api["claims"]:
        if on := claim["as_of"] or claim["said_on"]:
            assert InexactDate(on["value"]).in_words("en") in shown[claim["id"]]


def test_csv_and_api_give_the_same_claims(
    ledger_csv: dict[str, dict[str, str]], api: dict[str, Any]
) -> None:
    fields = ("measure", "unit", "low", "high", "printed", "mode", "standing")
    told = {each["id"]: tuple(str(each[f] or "") for f in fields) for each in api["claims"]}
    assert {key: tuple(row[f] for f in fields) for key, row in ledger_csv.items()} == told


def test_page_and_api_give_the_same_sums(page: str, api: dict[str, Any]) -> None:
    shown = pages.text(pages.section(page, "Do the figures add up?"))
    for each in api["sums"]:
        total = pages.figure_in_words(each["total"]["low"], each["total"]["high"])
        assert f"Total stated: {total}" in shown
    assert page.count("data-sum=") == len(api["sums"])


def test_page_and_api_give_the_same_counts(page: str, api: dict[str, Any]) -> None:
    shown = pages.text(pages.section(page, "How many were released"))
    (count,) = api["counts"]
    claimed = pages.figure_in_words(count["claimed"]["low"], count["claimed"]["high"])
    assert f"claimed {claimed}" in shown
    assert f"confirmed by {count['independent']} independent" in shown
    assert f"verified {count['public']['verified']}" in shown
    assert f"public {count['public']['named']}" in shown


def test_both_drawings_the_table_and_the_csv_give_the_same_flows(page: str, client: Client) -> None:
    wide, narrow = pages.drawn(page)
    table = pages.rows(pages.section(page, "Where people were taken"), "data-point")
    lines = csv.DictReader(pages.get(client, f"/en/waves/{SLUG}/route.csv").splitlines())
    taken = {row["key"]: pages.row_in_words(row) for row in lines}
    assert wide == narrow == set(map(unescaped, table)) == set(taken)
    assert {unescaped(key): pages.cells(row)[-1] for key, row in table.items()} == taken


def unescaped(key: str) -> str:
    return key.replace("&gt;", ">")


def test_the_flows_are_those_of_the_ledger(page: str, api: dict[str, Any]) -> None:
    spread = {
        (row["key"]["measure"], *sorted((d, *v) for d, v in row["key"]["scope"].items())): row[
            "spread"
        ]
        for row in api["comparisons"]
    }
    flows = pages.drawn(page)[0]
    to_ukraine = spread["taken_to", ("to", "ua")]
    assert f"1:by>ua:{to_ukraine['low']}..{to_ukraine['high']}" in flows
    to_warsaw = spread["moved_on", ("from", "ua"), ("to", "pl-warsaw")]
    assert f"2:ua>pl-warsaw:{to_warsaw['low']}..{to_warsaw['high']}" in flows
