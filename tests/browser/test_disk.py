"""D3: what a real Chromium leaves on a reader's disk once it is closed."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import BrowserType, Page
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from tests.browser.conftest import CHROMIUM, QUIET

pytestmark = pytest.mark.browser

#: Typed by a reader as no page writes it, and found all the same.
TYPED = "bIaLiAtSkI"


@pytest.fixture(scope="module")
def site(reference_world: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    with django_db_blocker.unblock():
        server = LiveServer("127.0.0.1")
        yield server.url
        server.stop()


Open = Callable[[], AbstractContextManager[Page]]


@pytest.fixture
def opened(chromium: BrowserType, site: str, tmp_path: Path) -> Open:
    """A tab of a browser that keeps its profile, and that is closed as a reader closes it."""

    @contextmanager
    def opened() -> Iterator[Page]:
        context = chromium.launch_persistent_context(
            tmp_path,
            executable_path=CHROMIUM,
            args=[*QUIET, "--headless=new"],
            ignore_default_args=["--headless"],
            base_url=site,
        )
        yield context.new_page()
        context.close()

    return opened


def find_files(profile: Path, word: str) -> list[str]:
    """The files of a profile that hold a word, as the web writes it or as Windows does."""
    written = (word.encode(), word.encode("utf-16-le"))
    files = (each for each in profile.rglob("*") if each.is_file())
    return [each.name for each in files if any(text in each.read_bytes() for text in written)]


def search(page: Page) -> None:
    page.goto("/en/people/")
    page.locator("input[name=search]").fill(TYPED)
    page.locator("form.filters button").click()
    page.get_by_role("link", name="Bialiatski").first.wait_for()


def test_D3_a_name_that_was_searched_is_nowhere(tmp_path: Path, opened: Open) -> None:  # noqa: N802
    with opened() as page:
        search(page)
        page.goto("/en/waves/2025-12-13/")
    assert find_files(tmp_path, TYPED) == []
    assert "History" in find_files(tmp_path, "/en/waves/2025-12-13/")  # which is out of our hands


def test_D3_no_body_of_a_page_or_an_answer_is_kept(tmp_path: Path, opened: Open) -> None:  # noqa: N802
    with opened() as page:
        for address in ("/en/waves/2025-12-13/", "/api/v1/waves/", "/api/v1/organisations/"):
            page.goto(address)
    kept = find_files(tmp_path / "Default" / "Cache", "/api/v1/")
    assert kept + find_files(tmp_path / "Default" / "Cache", "/en/waves/") == []


def test_D3_a_form_of_before_leaves_the_name(tmp_path: Path, opened: Open) -> None:  # noqa: N802
    """The negative control: a name in an address, as a form that is not sent by POST has it."""
    with opened() as page:
        page.goto(f"/en/people/?search={TYPED}")
    assert find_files(tmp_path, TYPED) != []
