"""The importer in a browser: by the keyboard alone, with no axe violation, on a telephone."""

from collections.abc import Iterator
from threading import Event
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from people.admin import imports
from people.imports import plan_application
from people.imports.plan_application import apply_plan
from people.imports.planned_rows import PlannedRow
from people.models import Import, Person
from publishing.enums import Role
from tests.accounts import account
from tests.browser.staff import log_in
from tests.browser.test_staff_pages import violations
from tests.factories import NameFactory, SourceFactory
from tests.people.imports.desk import planned, somebody
from tests.people.imports.lists import as_csv, machine_rows

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


@pytest.fixture
def long_list(people, monkeypatch) -> Import:
    """A list of two rows, each of which is a batch."""
    monkeypatch.setattr(imports, "BATCH", 1)
    monkeypatch.setattr(plan_application, "BATCH", 1)
    return planned(*machine_rows(2, start=1))


@pytest.fixture
def go_on(monkeypatch) -> Iterator[Event]:
    """The second batch waits for this."""
    event, carry_out = Event(), plan_application._carry_out

    def waiting(listing: Import, rows: list[PlannedRow], *rest: Any) -> None:
        if rows[0].number == 3:
            event.wait(10)
        carry_out(listing, rows, *rest)

    monkeypatch.setattr(plan_application, "_carry_out", waiting)
    yield event
    event.set()


def begun(page: Page, listing: Import) -> Locator:
    """What the page of the commit tells, once it was asked for by the keyboard alone."""
    log_in(page, Role.EDITOR)
    page.goto(f"/admin/people/import/{listing.pk}/apply/")
    page.locator("[name=reason]").focus()
    page.keyboard.type("a long list")
    page.locator("button.default").press("Enter", no_wait_after=True)
    return page.locator(".import-steps")


def test_each_step_of_a_long_list_is_shown_in_place_of_the_one_before(page, long_list, go_on):
    told = begun(page, long_list)
    expect(told).to_have_text("1 of 2 rows are done.", use_inner_text=True)
    assert not Person.objects.exists()
    go_on.set()
    page.get_by_role("link", name="Back to the plan").press("Enter")
    page.wait_for_url("**/plan/")
    assert Person.objects.count() == 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_of_the_steps_has_no_axe_violation(scheme, examined_page, long_list, go_on):
    examined_page.emulate_media(color_scheme=scheme)
    begun(examined_page, long_list).get_by_role("progressbar").wait_for()
    found = violations(examined_page)
    go_on.set()
    examined_page.get_by_text("The list was imported.").wait_for()
    assert found + violations(examined_page) == []


def test_what_a_long_list_is_refused_for_is_told_on_a_telephone(page, long_list):
    apply_plan(long_list, by=account(Role.EDITOR))
    page.set_viewport_size({"width": 320, "height": 640})
    expect(begun(page, long_list)).to_contain_text("This list was imported already.")
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
