"""The importer in a browser: by the keyboard alone, with no axe violation, on a telephone."""

import pytest
from playwright.sync_api import Page

from people.models import Import, Person
from publishing.enums import Role
from tests.browser.staff import log_in
from tests.browser.test_staff_pages import violations
from tests.factories import NameFactory, SourceFactory
from tests.people.imports.desk import planned, somebody
from tests.people.imports.lists import as_csv

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def pages(people) -> list[str]:
    NameFactory(text="Zymaski Synta", family="Zymaski", given="Synta")
    listing = planned(somebody(), somebody(id="8", name="Kuraski Testa", birthday="soon"))
    own = [f"/admin/people/import/{listing.pk}/{page}/" for page in ("plan", "apply", 2, 3)]
    return [*own, "/admin/people/import/", "/admin/people/import/read/"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_of_an_import_have_no_axe_violation(scheme, examined_page, pages):
    examined_page.emulate_media(color_scheme=scheme)
    log_in(examined_page, Role.EDITOR)
    found = []
    for address in pages:
        examined_page.goto(address)
        found += violations(examined_page)
    assert found == []


def test_the_pages_of_an_import_fit_a_telephone(page, pages):
    log_in(page, Role.EDITOR)
    page.set_viewport_size({"width": 320, "height": 640})
    too_wide = []
    for address in pages:
        page.goto(address)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            too_wide.append(address)
    assert too_wide == []


def test_a_list_becomes_drafts_by_the_keyboard_alone(page: Page, people, tmp_path):
    source, file = SourceFactory(), tmp_path / "list.csv"
    file.write_bytes(as_csv([somebody()]))
    log_in(page, Role.EDITOR)
    page.goto("/admin/people/import/read/")
    page.set_input_files("[name=file]", file)  # the system's own dialogue takes keys
    page.locator("[name=source]").focus()
    page.keyboard.type(source.title)
    page.locator("button.default").press("Enter")
    page.get_by_role("link", name="Import the list").press("Enter")
    page.locator("[name=reason]").focus()
    page.keyboard.type("a list of theirs")
    page.locator("button.default").press("Enter")
    page.wait_for_url("**/plan/")
    assert (Import.objects.get().state, Person.objects.get().state) == ("applied", "draft")
