"""Pages of prose, and what machines ask for."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from publishing.api.problems import KINDS
from publishing.languages import LANGUAGES
from tracker.sections import PROSE, SECTIONS

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["data", "about", *(page.name for page in PROSE)])
def test_a_text_is_whole_in_its_language_or_marked_as_english(
    client: Client, name: str, language: str
) -> None:
    text = client.get(f"/{language}/{name}/").text
    is_written = language in ("be", "ru", "en")
    assert ('<div lang="en">' in text) is not is_written


def test_every_section_is_in_the_menu_and_in_the_sitemap(client: Client) -> None:
    menu, sitemap = client.get("/be/safety/").text, client.get("/sitemap.xml").text
    for section in SECTIONS:
        address = reverse(section.name, args=["be"])
        assert f'<li><a href="{address}"' in menu
        assert f"<loc>http://testserver{address}</loc>" in sitemap
    assert menu.count('<li><a href="/be/safety/" aria-current="page">') == 2


def test_every_problem_of_the_api_has_its_place_on_the_page(client: Client) -> None:
    text = client.get("/en/data/").text
    for name in KINDS:
        assert f'id="{name}"' in text


def test_a_contact_is_shown_only_where_there_is_one(client: Client, settings) -> None:
    settings.ABOUT_CONTACT = "editors@host.example"
    assert "editors@host.example" in client.get("/en/about/").text
    settings.ABOUT_CONTACT = ""
    assert "Contact" not in client.get("/en/about/").text


def test_the_page_of_safety_has_the_way_out(client: Client) -> None:
    text = client.get("/be/safety/").text
    assert 'rel="noreferrer noopener"' in text
    assert "Tor" in text


def test_robots_are_kept_from_staff_and_lists(client: Client) -> None:
    lines = client.get("/robots.txt").text.splitlines()
    assert "Disallow: /admin/" in lines
    assert lines[-1] == "Sitemap: http://testserver/sitemap.xml"


def test_security_txt_is_there_where_somebody_can_be_told(client: Client, settings) -> None:
    settings.SECURITY_CONTACT = "mailto:security@host.example"
    fields = dict(
        line.split(": ", 1) for line in client.get("/.well-known/security.txt").text.splitlines()
    )
    assert fields["Contact"] == "mailto:security@host.example"
    left = datetime.fromisoformat(fields["Expires"]) - datetime.now(UTC)
    assert timedelta(days=30) < left < timedelta(days=365)
    settings.SECURITY_CONTACT = ""
    assert client.get("/.well-known/security.txt").status_code == 404
