"""Somebody known in another script is found while typing, with the keyboard alone."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from people.models import NotTheSame, Person
from publishing.enums import Role
from tests.browser.staff import log_in
from tests.browser.test_staff_pages import violations
from tests.factories import NameFactory, PersonFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ADD, QUEUE = "/admin/people/person/add/", "/admin/people/likelyduplicate/"
MAY_BE = re.compile("may be the same")


@pytest.fixture
def known(people) -> Person:
    """An invented person, entered in Belarusian."""
    person = PersonFactory(note="Synthetic.", birth="1984")
    return NameFactory(person=person, text="Сінтэтык Прыкладаў", language="be").person


def press_until(page: Page, key: str, selector: str) -> None:
    """Go on with one key until something has the focus."""
    for _ in range(60):
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{key} never leads to {selector}")


def begin_name(page: Page) -> None:
    page.goto(ADD)
    press_until(page, "Tab", "#id_names-0-text")
    page.keyboard.type("Sintetyk Prykladau")


def test_the_warning_comes_while_typing_and_leads_to_the_known_person(page, known):
    log_in(page, Role.EDITOR)
    begin_name(page)
    expect(page.get_by_role("status").filter(has_text=MAY_BE)).to_be_attached()
    press_until(page, "Tab", "#likely a")
    assert page.evaluate("document.activeElement.textContent").startswith("Сінтэтык Прыкладаў")
    with page.context.expect_page() as opened:
        page.keyboard.press("Enter")
    assert str(known.pk) in opened.value.url
    assert page.locator("#id_names-0-text").input_value() == "Sintetyk Prykladau"


def test_none_of_them_is_said_by_keyboard_before_the_first_saving(page, known):
    log_in(page, Role.EDITOR)
    begin_name(page)
    expect(page.get_by_role("heading", name=MAY_BE)).to_be_visible()
    press_until(page, "Tab", "#none-of-them")
    page.keyboard.press("Space")
    press_until(page, "Tab", "button[name=_save]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/people/person/")
    assert known.pk in {NotTheSame.objects.get().first_id, NotTheSame.objects.get().second_id}


def test_without_script_the_form_comes_back_once(browser: Browser, live_server, known):
    context = browser.new_context(base_url=live_server.url, locale="en", java_script_enabled=False)
    page = context.new_page()
    log_in(page, Role.EDITOR)
    page.goto(ADD)
    page.locator("#id_names-0-text").fill("Sintetyk Prykladau")
    page.locator("#id_note").fill("kept")
    page.get_by_role("button", name="Save", exact=True).click()
    assert page.get_by_role("heading", name=MAY_BE).count() == 1
    assert page.locator("#id_names-0-text").input_value() == "Sintetyk Prykladau"
    assert page.locator("#id_note").input_value() == "kept"
    page.get_by_label("None of these is the same person").check()
    page.get_by_role("button", name="Save", exact=True).click()
    assert NotTheSame.objects.get().second
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_has_nothing_to_say(scheme, examined_page, known):
    page = examined_page
    page.emulate_media(color_scheme=scheme)
    log_in(page, Role.EDITOR)
    begin_name(page)
    expect(page.get_by_role("heading", name=MAY_BE)).to_be_visible()
    found = violations(page)
    other = NameFactory(text="Sintetyk Prykladau", language="en").person
    for text in ("Сінтэтычная Выдумка", "Sintetyčnaja Vydumka"):  # who agree as much
        NameFactory(text=text, language="")
    for address in (QUEUE, f"{QUEUE}{known.pk}/{other.pk}/not-the-same/"):
        page.goto(address)
        found += violations(page)
    page.goto(f"/admin/people/person/{other.pk}/change/")
    found += violations(page)
    assert found == []
