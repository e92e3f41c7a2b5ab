"""Languages, slashes and errors: what is true of every address."""

from typing import Any

import pytest
from django.test import Client

from publishing.languages import LANGUAGES

pytestmark = pytest.mark.django_db


def test_the_root_chooses_by_accept_language(client: Client) -> None:
    answer = client.get("/", headers={"accept-language": "be,ru;q=0.5"})
    assert (answer.status_code, answer["Location"]) == (302, "/be/")
    assert "Accept-Language" in answer["Vary"]


def test_a_language_that_we_lack_gets_english(client: Client) -> None:
    assert client.get("/", headers={"accept-language": "ja"})["Location"] == "/en/"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_address_is_in_its_own_language(client: Client, language: str) -> None:
    page = client.get(f"/{language}/", headers={"accept-language": "de,ru"})
    assert page.status_code == 200
    assert f'<html lang="{language}"' in page.text
    assert "Language" not in page.headers.get("Vary", "")


def test_a_page_leaves_nothing_behind(client: Client) -> None:
    page = client.get("/be/", headers={"cookie": "django_language=ru"})
    assert not page.cookies
    assert page["Cache-Control"] == "no-store"
    assert '<html lang="be"' in page.text


def test_a_page_names_itself_in_every_language(client: Client) -> None:
    page = client.get("/pl/?year=2025").text
    for language in (*LANGUAGES, "x-default"):
        assert f'hreflang="{language}"' in page
    assert 'hreflang="uk" href="http://testserver/uk/?year=2025"' in page


def test_a_missing_slash_is_put_back_with_308(client: Client) -> None:
    answer = client.get("/be")
    assert (answer.status_code, answer["Location"]) == (308, "/be/")


def test_what_is_nowhere_is_said_in_the_language_of_the_address(client: Client) -> None:
    page = client.get("/lt/nowhere/", headers={"accept-language": "de"})
    assert page.status_code == 404
    assert '<html lang="lt"' in page.text


def test_a_host_that_is_not_ours_is_a_400(client: Client, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["testserver"]
    assert client.get("/be/", headers={"host": "elsewhere.example"}).status_code == 400


def test_a_star_is_no_address_and_breaks_nothing(client: Client) -> None:
    assert client.generic("GET", "/", PATH_INFO="*").status_code == 404


@pytest.mark.parametrize("address", ["/en/" + "a" * 7_900, "/en/?x=" + "a" * 7_900, "/en/nowhere/"])
def test_a_page_repeats_no_long_address_and_none_that_is_nowhere(
    client: Client, address: str
) -> None:
    page = client.get(address).text
    assert "a" * 50 not in page
    assert "nowhere" not in page
    assert 'hreflang="uk" href="http://testserver/uk/"' in page
