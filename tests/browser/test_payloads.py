# ruff: noqa: N802
"""C14: what somebody entered runs nowhere, on no page of the readers and on none of the staff."""

import re
from collections.abc import Iterator

import pytest
from csp.decorators import csp_exempt
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from playwright.sync_api import Browser, Page

from people.persons.public_names import renew_public_names
from publishing.actions.transaction import check_guards
from publishing.enums import Role
from tests.accounts import account
from tests.browser import payloads
from tests.browser.conftest import tab
from tests.browser.staff import PASSWORD
from tests.harness import admin_access, crawl
from tests.harness.connections import any_role, past_every_guard
from tests.harness.nouns import NOUNS, Anchors
from tests.harness.routes import public_routes
from tests.harness.worlds import BOUNDARIES, Planted, World, set_columns, walk
from tests.repository.constraints.rows import FACTORIES
from tracker.urls.both import handler400, handler403, handler404, handler500
from tracker.urls.both import urlpatterns as served

__all__ = ["handler400", "handler403", "handler404", "handler500"]

DOORS = ["default", "public"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, databases=DOORS)]
WATCH = """
    window.broken = [];
    document.addEventListener("securitypolicyviolation", event =>
        window.broken.push(`${event.violatedDirective}: ${event.sample || event.blockedURI}`));
"""
SEEN = """() => [
    ...window.broken,
    ...(window.ran ? [`payload ${window.ran} ran`] : []),
    ...[...document.querySelectorAll("[data-planted]")].map(each => each.outerHTML),
]"""
STAFF = re.compile(r"admin/(\w+/\w+/(<object_id>/change/)?|people/person/<object_id>/.*)?$")
OPENED = ("text/html", "image/svg+xml")


BROKEN = "escapes-nothing/"


def draw_as_it_is(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"<title>x</title><p>{payloads.ALL}")


urlpatterns = [
    *served,
    path(BROKEN, draw_as_it_is),
    path(f"{BROKEN}without-a-policy/", csp_exempt()(draw_as_it_is)),
]


@pytest.fixture
def watched(browser: Browser, live_server, settings) -> Iterator[Page]:
    """One tab that notes what breaks the policy, what ran, and what opened a dialog."""
    settings.ROOT_URLCONF = __name__
    with tab(browser, live_server.url) as page:
        page.context.add_init_script(WATCH)
        page.on("dialog", lambda dialog: pytest.fail(f"{page.url} opened a dialog"))
        yield page


@pytest.fixture
def world() -> World:
    """Every noun, published, and a row of every other table, with payloads in all of it."""
    with any_role(is_kept=True):
        author, second = account(Role.EDITOR), account(Role.REVIEWER)
        found = World(Anchors(author))
        rows = {noun: write(f"zz{noun}qq", found.anchors, author) for noun, write in NOUNS.items()}
        found.planted = [Planted(noun, "published", row, "") for noun, row in rows.items()]
        check_guards()
        with past_every_guard():
            for model, factory in FACTORIES.items():
                if not model._default_manager.exists():
                    factory()
            walk(found.anchors.records(), second)
            walk([*rows.values()], second)
        renew_public_names()
        taken = payloads.plant()
        for one in [*found.anchors.records(), *rows.values()]:
            set_columns(one, BOUNDARIES["condition_met"].partition(",")[2])
    assert len(taken) > 100, taken
    return found


def look(page: Page, addresses: list[str]) -> list[str]:
    """What was seen on these pages that no page should have; each page is there."""
    found = []
    for address in addresses:
        answer = page.goto(address)
        assert answer.status < 500, address
        found += [f"{address} {each}" for each in page.evaluate(SEEN)]
    return found


def list_public(world: World) -> list[str]:
    """What a browser draws: each page, and each picture on its own."""
    found = []
    for route in public_routes():
        if route.template.startswith(BROKEN):
            continue
        for address in crawl.addresses(route, world):
            answer = Client().get(address, headers={"accept": "text/html"})
            if answer.status_code == 200 and answer["Content-Type"].startswith(OPENED):
                found.append(address)
    return found


def log_in_as_everybody(page: Page) -> None:
    """Somebody in every role: no page is left out because a role is missing."""
    everybody = [account(role, "everybody") for role in Role][-1]
    everybody.set_password(PASSWORD)
    everybody.save()
    page.goto("/admin/login/?next=/admin/")
    page.get_by_label("Username").fill("everybody")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in", exact=True).click()


def test_C14_no_payload_runs_on_any_page(watched, world):
    public = list_public(world)
    staff = [url for template, url in admin_access.list_addresses() if STAFF.fullmatch(template)]
    assert "/waves/" in str(public), public
    assert len(staff) > 60
    log_in_as_everybody(watched)
    assert look(watched, [*public, *staff]) == []


def test_C14_a_page_that_escapes_nothing_is_caught_with_a_policy_and_without(watched):
    """The negative control."""
    broken = look(watched, [f"/{BROKEN}"])
    ran = look(watched, [f"/{BROKEN}without-a-policy/"])
    assert any("script-src" in each for each in broken)
    assert not any(" ran" in each for each in broken)
    assert any(" ran" in each for each in ran)
    assert any("data-planted" in each for each in ran)
