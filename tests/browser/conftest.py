"""A real browser on a real server; skipped, with the reason, where there is no Chromium."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, BrowserType, Page, sync_playwright

from publishing.enums import Role
from tests.accounts import account
from tests.browser.staff import PASSWORD

if TYPE_CHECKING:
    from publishing.models import Account

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
).split()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    skip = pytest.mark.skip(reason="Chromium is not installed on this machine.")
    for item in items:
        if item.get_closest_marker("browser") and not CHROMIUM:
            item.add_marker(skip)


@pytest.fixture(scope="session")
def chromium() -> Iterator[BrowserType]:
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as play:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "yes")  # Playwright's loop is in this thread
        yield play.chromium


@pytest.fixture(scope="session")
def browser(chromium: BrowserType) -> Iterator[Browser]:
    with chromium.launch(executable_path=CHROMIUM, args=QUIET) as browser:
        yield browser


@pytest.fixture
def page(browser: Browser, live_server) -> Iterator[Page]:
    """One tab; what its page breaks (a script, the CSP) fails the test."""
    broken: list[str] = []
    with tab(browser, live_server.url) as page:
        page.on("pageerror", lambda error: broken.append(str(error)))
        page.on("console", lambda said: broken.append(said.text) if said.type == "error" else None)
        yield page
    assert broken == []


@pytest.fixture
def examined_page(browser: Browser, live_server) -> Iterator[Page]:
    """One tab for axe, which writes styles into the pages that it examines."""
    with tab(browser, live_server.url, bypass_csp=True) as page:
        yield page


@contextmanager
def tab(browser: Browser, address: str, **options: bool) -> Iterator[Page]:
    context = browser.new_context(base_url=address, locale="en", **options)
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def people(live_server) -> dict[Role, "Account"]:
    """An account of each role that writes, with a password to type."""
    found = {role: account(role) for role in (Role.EDITOR, Role.REVIEWER, Role.ADMINISTRATOR)}
    for one in found.values():
        one.set_password(PASSWORD)
        one.save()
    return found
