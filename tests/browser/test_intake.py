"""Issue 3: a list of 123 names goes from the clipboard to drafts in review, by keyboard alone."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.apps import apps
from playwright.sync_api import Page

from people.models import Person
from publishing.enums import Role, State
from publishing.models import Account, History
from releases.intake.lists import open_list
from releases.models import IntakeList, Member, Release, Wave
from tests.accounts import account
from tests.browser.staff import PASSWORD, log_in
from tests.factories import (
    NameFactory,
    OrganisationFactory,
    PersonFactory,
    SideFactory,
    SourceFactory,
    WaveFactory,
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, databases=["default", "public"]),
]
GIVEN = (
    "Абеляр",
    "Базыль",
    "Вінцэсь",
    "Гервасій",
    "Даніла",
    "Еўдакім",
    "Зянон",
    "Ігнат",
    "Кастусь",
)
STEMS = (
    "Аб",
    "Бор",
    "Вус",
    "Гар",
    "Дуб",
    "Ерм",
    "Жук",
    "Зух",
    "Кан",
    "Лып",
    "Мор",
    "Нос",
    "Пал",
    "Руд",
)
#: People who are known; the list has one of them twice, two whom nobody knows, and no name once.
KNOWN = 119


@pytest.fixture
def desk(people) -> Account:
    """A case worker; and those whom the list will name."""
    worker = account(Role.CASEWORKER)
    worker.set_password(PASSWORD)
    worker.save()
    for number in range(KNOWN):
        NameFactory(person=PersonFactory(note="Synthetic."), text=name(number), language="be")
    OrganisationFactory(code="synthetic", name_en="A synthetic office")
    return worker


def name(number: int) -> str:
    """A synthetic name; the words of no two are alike."""
    family = f"{STEMS[number % 14]}{'аеуыо'[number // 28]}{'рмлнткбдвз'[number % 10]}овіч"
    return f"{GIVEN[number % 9]} {family}"


def pasted() -> str:
    lines = [" ".join(reversed(name(number).split())) for number in range(KNOWN)]
    lines += [name(7), "Сымон Няведамскі", "Алаіза Нечаканая", "нехта без імя"]
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))


def tables() -> dict[str, list]:
    """Every row of every table of the rooms."""
    rooms = ("publishing", "sources", "people", "support", "releases")
    return {
        model._meta.db_table: list(
            model._base_manager.order_by("pk").values_list(
                *(
                    field.attname
                    for field in model._meta.concrete_fields
                    if field.name != "last_login"
                )
            )
        )
        for room in rooms
        for model in apps.get_app_config(room).get_models()
        if model._meta.managed
    }


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what is wanted has the focus."""
    for _ in range(400):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never came to {selector}")


def fill(page: Page, field: str, words: str) -> None:
    tab_to(page, f"#id_{field}")
    page.keyboard.type(words) if len(words) < 50 else page.keyboard.insert_text(words)


def press(page: Page, selector: str) -> None:
    tab_to(page, selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def start(page: Page, *, is_new: bool) -> None:
    """Paste the list; the first time for a new wave and a new source, then for those."""
    page.goto("/admin/releases/intakelist/add/")
    fill(page, "text", pasted())
    if is_new:
        fill(page, "title", "Thirteenth of December")
        fill(page, "released_on", "13 December 2025")
        fill(page, "country", "Bela")
        fill(page, "publisher", "A synth")
        fill(page, "source_title", "A synthetic list")
        fill(page, "published_on", "13 December 2025")
    else:
        tab_to(page, "#id_side")
        page.keyboard.press("ArrowDown")
        tab_to(page, "#id_source")
        page.keyboard.press("ArrowDown")
    press(page, "form.intake-start button[type=submit]")


def test_a_list_is_decided_and_entered_by_keyboard_alone(page, desk):
    log_in(page, Role.CASEWORKER)
    start(page, is_new=True)
    press(page, "button[value=accept-matched]")
    assert "118 of 123 decided" in page.locator(".far").inner_text()
    press(page, "button[value=accept-new]")
    tab_to(page, "a.next")
    for key in ("Enter", "1", "1", "i"):  # each leads to the next that is undecided
        page.keyboard.press(key)
    with page.expect_navigation():
        page.keyboard.press("s")
    assert "123 of 123 decided" in page.locator(".far").inner_text()
    press(page, "button[value=enter]")
    before = History.objects.order_by("-id").first()
    press(page, "form button.default")
    assert Member.objects.count() == Release.objects.count() == 121
    assert Person.objects.count() == 121
    written = History.objects.filter(id__gt=before.pk).values_list("transaction", flat=True)
    assert len(set(written)) == 1

    log_in(page, Role.CASEWORKER)  # the first page looks for duplicates among who is new
    before = tables()
    start(page, is_new=False)
    press(page, "button[value=enter]")
    press(page, "form button.default")
    assert page.get_by_text("nothing has changed").count()
    assert tables() == before

    log_in(page, Role.EDITOR)
    page.goto(f"/admin/releases/intakelist/{IntakeList.objects.get().pk}/submit/")
    press(page, "form:not(#logout-form) button.default")
    assert Wave.objects.get().state == State.IN_REVIEW  # with its list
    assert {release.state for release in Release.objects.all()} == {State.IN_REVIEW}

    log_in(page, Role.CASEWORKER)
    before = tables()
    start(page, is_new=False)
    press(page, "button[value=enter]")
    assert page.get_by_text("The wave is not a draft and not yet public").count()
    assert page.locator("form button.default").count() == 0
    assert tables() == before


@pytest.fixture
def intake(desk) -> IntakeList:
    """A list of every kind of line."""
    for _ in range(2):
        NameFactory(person=PersonFactory(birth="1985"), text="Зянон Няведамы", language="be")
    text = "Спіс вызваленых:\n\n1. Няведамы Зянон (1961 г.н.) – настаўнік\n" + pasted()[:400]
    side = SideFactory(wave=WaveFactory(released_on="2025-12-13", crossed_on=None))
    return open_list(by=desk, side=side, source=SourceFactory(), text=text)[0]


def addresses(intake: IntakeList) -> list[str]:
    pages = ("change", "enter", "submit")
    return ["", "add/", *(f"{intake.pk}/{page}/" for page in pages)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "be", "ru"])
def test_the_pages_of_a_list_have_no_axe_violation(scheme, language, examined_page, intake):
    page = examined_page
    page.emulate_media(color_scheme=scheme)
    log_in(page, Role.CASEWORKER)
    page.set_extra_http_headers({"Accept-Language": language})
    found = []
    for address in addresses(intake):
        page.goto(f"/admin/releases/intakelist/{address}")
        answer = Axe().run(page).response["violations"]
        found += [(address, one["id"], one["nodes"][0]["html"]) for one in answer]
    assert found == []


def test_the_pages_of_a_list_fit_a_telephone(page, intake):
    log_in(page, Role.CASEWORKER)
    page.set_viewport_size({"width": 320, "height": 640})
    for address in addresses(intake):
        page.goto(f"/admin/releases/intakelist/{address}")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address


def test_a_key_acts_only_while_a_line_has_the_focus(page, intake):
    log_in(page, Role.CASEWORKER)
    page.goto(f"/admin/releases/intakelist/{intake.pk}/change/")
    page.keyboard.press("i")
    assert page.locator("input[value=ignored]:checked").count() == 0
    page.locator("#line-3").focus()
    page.keyboard.press("/")
    page.keyboard.type("in")
    assert page.locator("#find-3").input_value() == "in"
    assert page.locator("input[value=ignored]:checked").count() == 0
    page.keyboard.press("Escape")
    page.keyboard.press("i")
    assert page.locator("#line-3 input[value=ignored]").is_checked()
    assert re.search("not saved", page.locator(".far").inner_text())
