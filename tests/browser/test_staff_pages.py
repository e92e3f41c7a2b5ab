"""Every kind of page of the staff door, for a screen reader, in the dark and on a telephone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from publishing.enums import Role
from tests.accounts import account
from tests.browser.staff import log_in
from tests.factories import (
    AccessRequestFactory,
    NameFactory,
    PersonFactory,
    WaveCitationFactory,
    WaveFactory,
)
from tests.factories.life import public_source

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = (
    "",
    "releases/wave/",
    "releases/wave/add/",
    "releases/wave/{wave}/change/",
    "releases/wave/{wave}/delete/",
    "releases/wave/{wave}/act/submit/",
    "releases/claim/add/",
    "people/person/",
    "people/person/{person}/change/",
    "sources/source/{source}/change/",
    "sources/source/{source}/history/",
    "sources/source/{source}/act/withdraw/",
    "support/need/add/",
    "publishing/account/",
    "publishing/account/add/",
    "publishing/account/{account}/change/",
    "publishing/account/{account}/ask/",
    "publishing/accessrequest/{asked}/change/",
    "publishing/history/",
    "password_change/",
)


@pytest.fixture
def keys(people) -> dict[str, object]:
    person, wave, asked = PersonFactory(), WaveFactory(), AccessRequestFactory()
    NameFactory(person=person)
    WaveCitationFactory(wave=wave)
    account(Role.CASEWORKER, Role.ADMINISTRATOR.value)  # one person has both roles, and sees all
    rows = {"source": public_source(), "wave": wave, "person": person, "asked": asked}
    return {name: row.pk for name, row in rows.items()} | {"account": asked.account.pk}


def violations(page: Page) -> list[tuple[str, str, str]]:
    found = Axe().run(page).response["violations"]
    return [(page.url, one["id"], one["nodes"][0]["html"]) for one in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_staff_door_has_no_axe_violation(scheme, examined_page, people, keys):
    page = examined_page
    page.emulate_media(color_scheme=scheme)
    page.goto("/admin/login/")
    found = violations(page)
    log_in(page, Role.ADMINISTRATOR)
    for address in PAGES:
        page.goto("/admin/" + address.format(**keys))
        page.wait_for_load_state("networkidle")
        found += violations(page)
    assert found == []


def test_the_staff_door_fits_a_telephone(page, people, keys):
    log_in(page, Role.ADMINISTRATOR)
    page.set_viewport_size({"width": 320, "height": 640})
    too_wide = []
    for address in PAGES:
        page.goto("/admin/" + address.format(**keys))
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            too_wide.append(address)
    assert too_wide == []


def test_what_has_the_focus_is_seen(page, people):
    log_in(page, Role.ADMINISTRATOR)
    page.goto("/admin/releases/claim/add/")
    for _ in range(12):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", page.evaluate("document.activeElement.outerHTML")
