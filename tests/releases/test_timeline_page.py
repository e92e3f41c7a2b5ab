"""The first page, the figures of the whole, and the lists that follow from them."""

import csv
import re
from typing import Any

import pytest
from django.db import connections
from django.test import Client

from releases.projections import PublishedWave
from tests.releases import pages

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference_world")]


def waves(page: str) -> list[str]:
    return re.findall(r'data-wave="([^"]+)"', page)


def test_the_first_screen_says_how_many_by_each_counter(client: Client) -> None:
    words = pages.text(pages.get(client, "/en/").partition('<dl class="now">')[2])
    assert words.startswith("Held 1,140 Human Rights Center Viasna")
    assert "1,167 Dissidentby" in words
    assert "Released last: 12 March 2026 or later 250" in words


def test_waves_stand_newest_first_page_by_page(client: Client) -> None:
    ordered = list(
        PublishedWave.objects.order_by("-began_on", "slug").values_list("slug", flat=True)
    )
    seen, address = [], "/en/"
    while address:
        page = pages.get(client, address)
        seen += waves(page)
        further = re.search(r'href="([^"]+)" rel="next"', page)
        address = f"/en/{further[1]}" if further else ""
    assert seen == ordered


def test_the_way_back_leads_to_the_same_page(client: Client) -> None:
    first = pages.get(client, "/en/")
    further = re.search(r'href="([^"]+)" rel="next"', first)
    back = re.search(r'href="([^"]+)" rel="prev"', pages.get(client, f"/en/{further[1]}"))
    assert waves(pages.get(client, f"/en/{back[1]}")) == waves(first)


def test_a_year_shows_its_own_waves(client: Client) -> None:
    found = waves(pages.get(client, "/en/?year=2024&country="))
    assert found == ["2024-12", "2024-08-16", "2024-07-03"]


def test_a_filter_that_fits_nothing_says_so(client: Client) -> None:
    assert "No release fits." in pages.get(client, "/en/?year=1999")


@pytest.mark.parametrize(
    "query", ["colour=red", "year=soon", "country=belarus", "after=x", "before=2025"]
)
@pytest.mark.parametrize("address", ["/be/", "/be/feeds/waves.atom", "/be/feeds/waves.ics"])
def test_a_filter_that_cannot_be_read_is_a_400(client: Client, address: str, query: str) -> None:
    answer = client.get(f"{address}?{query}")
    assert answer.status_code == 400
    assert '<html lang="be"' in answer.text


def test_a_card_says_who_claims_and_what_is_known(client: Client) -> None:
    page = pages.get(client, "/en/?slug=2025-12-13")
    card = pages.text(page.partition('data-wave="2025-12-13"')[2].partition("</article>")[0])
    for words in (
        "Released: 123 according to Office of Sviatlana Tsikhanouskaya",
        "confirmed by 3 independent origins",
        "Taken to: Ukraine – 114–115",
    ):
        assert words in card


def test_figures_show_the_counters_the_sums_and_the_money(client: Client) -> None:
    words = pages.text(pages.get(client, "/en/figures/"))
    for figure in ("1,104", "1,167", "Raised", "2,922,896 EUR", "This sum is made by"):
        assert figure in words


def test_the_picture_of_the_held_has_the_numbers_of_its_csv(client: Client) -> None:
    page = pages.get(client, "/en/figures/")
    table = [pages.cells(row)[-1] for row in pages.rows(page, "data-point").values()]
    rows = csv.DictReader(pages.get(client, "/en/figures/held.csv").splitlines())
    taken = [pages.row_in_words(row) for row in rows]
    assert table[: len(taken)] == taken


@pytest.mark.parametrize("query", ["", "?year=2025"])
def test_feed_and_calendar_hold_the_waves_of_the_filter(client: Client, query: str) -> None:
    feed = pages.get(client, f"/en/feeds/waves.atom{query}")
    page = PublishedWave.objects.filter(began_on__year=2025) if query else PublishedWave.objects
    assert feed.count("<entry>") == page.count()
    assert pages.get(client, f"/en/feeds/waves.ics{query}").count("BEGIN:VEVENT") <= page.count()


def test_the_map_of_the_site_names_waves_and_no_people(client: Client) -> None:
    found = pages.get(client, "/sitemap.xml")
    assert "<loc>http://testserver/be/waves/2025-12-13/</loc>" in found
    elsewhere = set(re.findall(r'hreflang="x-default" href="http://testserver([^"]+)"', found))
    assert all(client.get(address).status_code == 200 for address in elsewhere)
    assert "/en/waves/2025-12-13/" in elsewhere
    assert "/people/" in found
    assert not re.search(r"/people/[0-9a-f]", found)


@pytest.mark.parametrize(
    ("address", "most"),
    [
        ("/en/", 20),
        ("/en/waves/2025-12-13/", 24),
        ("/en/waves/2024-07-03/", 24),
        ("/en/figures/", 24),
    ],
)
def test_a_page_asks_few_questions(client: Client, address: str, most: int) -> None:
    asked: list[str] = []

    def counting(execute: Any, sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    with connections["public"].execute_wrapper(counting):
        pages.get(client, address)
    assert 0 < sum(str(sql).startswith("SELECT") for sql in asked) <= most
