"""The public pages in a real browser: readable by all, light, and silent about the reader."""

import gzip
import re
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Response
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from tracker.sections import SECTIONS

pytestmark = pytest.mark.browser

DETAILS = (
    "waves/2025-12-13/",
    "waves/2025-12-13/ledger/",
    "waves/2025-09-11/",
    "people/*",
    "destinations/*",
)
PAGES = ("", *(f"{section.name}/" for section in SECTIONS[1:]), *DETAILS, "nowhere/")
LANGUAGES = ("be", "ru", "en")
NARROW, WIDE = {"width": 320, "height": 568}, {"width": 1280, "height": 900}
MOST_BYTES, MOST_REQUESTS, MOST_WORDS = 50_000, 4, 60
ABOVE_THE_FOLD = """() => {
    const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    let seen = "";
    while (texts.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(texts.currentNode);
        const box = range.getBoundingClientRect();
        const isShown = texts.currentNode.parentElement.checkVisibility();
        if (isShown && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight)
            seen += " " + texts.currentNode.data;
    }
    return seen;
}"""


@pytest.fixture(scope="module")
def site(reference_world: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The site with the reference data, entered by its own two doors."""
    with django_db_blocker.unblock():
        server = LiveServer("127.0.0.1")
        yield server.url
        server.stop()


@pytest.fixture
def context(browser: Browser, site: str) -> Iterator[BrowserContext]:
    context = browser.new_context(base_url=site, viewport=NARROW, locale="en")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def visit(page: Page, language: str, address: str) -> Response:
    """Open an address below the language; `people/*` is the last one that the list links to."""
    within, is_one_of, _ = address.partition("*")
    answer = page.goto(f"/{language}/{within}")
    if is_one_of:
        linked = page.locator(f'main a[href^="/{language}/{within}"]').last.get_attribute("href")
        answer = page.goto(str(linked))
    assert answer is not None
    return answer


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("address", PAGES)
def test_everybody_can_read_it(page: Page, language: str, address: str) -> None:
    visit(page, language, address)
    for size in (NARROW, WIDE):
        page.set_viewport_size(size)
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("address", PAGES)
def test_nothing_is_wider_than_the_smallest_phone(page: Page, address: str) -> None:
    visit(page, "be", address)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


@pytest.mark.parametrize("address", PAGES)
def test_it_is_light_and_asks_nobody_else(context: BrowserContext, site: str, address: str) -> None:
    answers: list[Response] = []
    opened = visit(context.new_page(), "en", address).url
    page = context.new_page()
    page.on("response", lambda answer: answers.append(answer))
    page.goto(opened, wait_until="networkidle")
    assert all(answer.url.startswith(site) for answer in answers)
    assert len(answers) <= MOST_REQUESTS
    assert sum(len(gzip.compress(answer.body())) for answer in answers) <= MOST_BYTES


@pytest.mark.parametrize("address", PAGES)
def test_it_leaves_nothing_on_the_device(page: Page, context: BrowserContext, address: str) -> None:
    answer = visit(page, "be", address)
    assert answer.headers["cache-control"] == "no-store"
    assert context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_a_cookie_would_be_seen(page: Page, context: BrowserContext) -> None:
    page.goto("/en/")
    page.evaluate("document.cookie = 'a=b'")
    assert context.cookies()


@pytest.mark.parametrize("address", PAGES[:-1])
def test_without_script_it_says_the_same(browser: Browser, site: str, address: str) -> None:
    said: list[Any] = []
    for is_on in (True, False):
        context = browser.new_context(base_url=site, java_script_enabled=is_on)
        page = context.new_page()
        visit(page, "en", address)
        said.append(page.inner_text("main"))
        context.close()
    assert said[0] == said[1]
    assert said[0].strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_screen_answers_in_few_words(page: Page, language: str) -> None:
    page.goto(f"/{language}/")
    seen = re.findall(r"[\w,.]*\w", page.evaluate(ABOVE_THE_FOLD))
    assert any("250" in word for word in seen)
    assert any("167" in word for word in seen)
    assert len(seen) <= MOST_WORDS, seen
