"""A real browser on a real server; skipped, with the reason, where there is no Chromium."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

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
def browser() -> Iterator[Browser]:
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as play:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "yes")  # Playwright's loop is in this thread
        with play.chromium.launch(executable_path=CHROMIUM, args=QUIET) as browser:
            yield browser


@pytest.fixture
def page(browser: Browser, live_server) -> Iterator[Page]:
    """One tab; what its page breaks (a script, the CSP) fails the test."""
    context = browser.new_context(base_url=live_server.url, locale="en")
    context.set_default_timeout(5000)
    page = context.new_page()
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.on("console", lambda said: broken.append(said.text) if said.type == "error" else None)
    yield page
    context.close()
    assert not [said for said in broken if "favicon" not in said]
