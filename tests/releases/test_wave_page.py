"""What the page of 13 December 2025 must show (domain, “Real cases”)."""

import re

import pytest
from django.test import Client

from tests.releases import pages

ADDRESS = "/en/waves/2025-12-13/"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference_world")]


@pytest.fixture
def page(client: Client) -> str:
    return pages.get(client, ADDRESS)


@pytest.fixture
def ledger(client: Client) -> str:
    """The page of every single figure."""
    return pages.get(client, f"{ADDRESS}ledger/")


def said(page: str, figure: str, speaker: str) -> bool:
    """Whether a row of the ledger gives the figure in the words of the speaker."""
    found = (pages.cells(row) for row in pages.rows(page).values())
    return any(cells[1] == figure and cells[0].startswith(speaker) for cells in found)


def test_what_is_claimed_and_who_is_shown_stand_apart(page: str) -> None:
    counted = pages.text(pages.section(page, "How many were released"))
    for words in ("Released claimed 123", "Shown by name public 3", "releases verified verified 1"):
        assert words in counted
    assert "Released: confirmed by 3 independent origins" in counted


@pytest.mark.parametrize(
    ("figure", "speaker"),
    [
        ("115", "Office of Sviatlana Tsikhanouskaya"),
        ("8", "Office of Sviatlana Tsikhanouskaya"),
        ("114", "Human Rights Center Viasna"),
        ("9", "Human Rights Watch"),
        ("20", "Office of Sviatlana Tsikhanouskaya"),
        ("at least 18", "Human-rights groups, not named"),
        ("89", "Office of Sviatlana Tsikhanouskaya"),
        ("5", "Office of Sviatlana Tsikhanouskaya"),
        ("2", "Office of Sviatlana Tsikhanouskaya"),
    ],
)
def test_each_figure_stands_beside_who_gives_it(ledger: str, figure: str, speaker: str) -> None:
    assert said(ledger, figure, speaker)


@pytest.mark.parametrize("address", [ADDRESS, f"{ADDRESS}ledger/"])
def test_each_figure_has_its_source_one_click_away(client: Client, address: str) -> None:
    page = pages.get(client, address)
    figures = re.findall(r'id="claim-[^"]+".*?class="(cited|gap)"', page, re.S)
    assert len(figures) > 40
    assert set(re.findall(r'href="#(source-\d+)"', page)) == set(
        re.findall(r'id="(source-\d+)"', page)
    )


def test_the_page_gives_every_figure_that_stands_in_the_ledger(page: str, ledger: str) -> None:
    rows = re.findall(r'<tr id="(claim-[^"]+)"[^>]*?(?: class="([^"]*)")?>', ledger)
    standing = {key for key, look in rows if look != "is-past"}
    assert set(re.findall(r'id="(claim-[^"]+)"', page)) == standing


def test_speakers_stand_together_by_the_number_that_they_give(page: str) -> None:
    words = pages.text(pages.section(page, "Who gives which number"))
    assert re.search(
        r"Taken to: Ukraine the sources disagree: 114–115 115 · Office of [^·]*( ·[^·]*)* 114 · ",
        words,
    )


def test_what_agrees_is_no_disagreement(page: str) -> None:
    words = pages.text(pages.section(page, "Who gives which number"))
    assert words.count("the sources disagree") == 2
    assert "the sources disagree: 8–9" in words


def test_the_sum_is_one_short_of_one_total_and_meets_the_other(page: str) -> None:
    words = pages.text(pages.section(page, "Do the figures add up?"))
    parts = "89 Moved on: Ukraine → Warsaw + 20 Moved on: Ukraine → Vilnius + 5 Stayed in: Ukraine"
    assert words.count(parts) == 2
    assert "= 114 Total stated: 115" in words
    assert "short by 1" in words
    assert "= 114 Total stated: 114" in words
    assert "most likely 115 and 8 are each off by one" in words


def test_two_counters_of_the_held_are_two_figures(page: str) -> None:
    words = pages.text(pages.section(page, "How many were still held then"))
    assert "1,104 According to Human Rights Center Viasna" in words
    assert "1,167 According to Dissidentby" in words
    assert "1,104–1,167" not in words


def test_the_licence_has_its_days_each_with_a_source(page: str) -> None:
    words = pages.text(pages.section(page, "What happened around it"))
    for stage in ("Issued: 12 December 2025", "Announced: 13 December 2025 · according to: John"):
        assert stage in words
    assert words.count("Issued: 15 December 2025") == 2


def test_a7_who_says_what_the_event_was_to_the_release_is_the_subject(page: str) -> None:
    words = pages.text(pages.section(page, "What happened around it"))
    assert "Associated Press says that this was given in return." in words
    assert "Ales Bialiatski said this about the release." in words
    assert "Follows from it" not in words


def test_the_route_says_that_it_is_drawn_from_claims(page: str) -> None:
    assert "Drawn from claims" in pages.section(page, "Where people were taken")


def test_whoever_is_named_has_a_page(page: str, client: Client) -> None:
    named = pages.section(page, "People who are named")
    assert named.count("/en/people/") == 3
    assert "Ales Bialiatski" in named


def test_the_page_has_the_same_facts_in_every_language(client: Client, page: str) -> None:
    said_here = re.compile(r'id="(claim-[^"]+)"')
    for language in ("be", "ru", "de"):
        other = pages.get(client, f"/{language}/waves/2025-12-13/")
        assert said_here.findall(other) == said_here.findall(page)
        assert pages.drawn(other) == pages.drawn(page)


def test_a_wave_that_never_was_is_a_404(client: Client) -> None:
    assert client.get("/en/waves/nowhere/").status_code == 404


@pytest.mark.parametrize("language", ["be", "ru"])
def test_no_colon_stands_twice(client: Client, language: str) -> None:
    """public.md part two C: "паводле::"."""
    assert "::" not in pages.get(client, f"/{language}/waves/2025-12-13/").replace(" ", "")
