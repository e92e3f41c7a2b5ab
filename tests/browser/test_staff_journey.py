"""Issue 2: a wave with three claims and one person, by form alone, by two people."""

import re

import pytest
from playwright.sync_api import Locator, Page

from publishing.enums import Role, State
from releases.models import Claim, Wave
from sources.models import Source, Speaker
from tests.browser.staff import log_in
from tests.factories import SpeakerFactory, published
from tests.factories.life import public_source

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True, databases=["default", "public"]),
]


@pytest.fixture
def references(people) -> tuple[Source, Speaker]:
    """What the reference data brings: a public source, and who speaks."""
    source = public_source()
    return source, published(SpeakerFactory(organisation=source.publisher, name_en="The Office"))


def choose(page: Page, field: Locator, words: str, shown: str = "") -> None:
    """Type into a field that searches, and take what it finds."""
    field.locator("xpath=following-sibling::span").get_by_role("combobox").click()
    page.locator(".select2-container--open .select2-search__field").fill(words)
    page.locator(".select2-results__option", has_text=shown or words).first.click()


def add_citation(page: Page, source: Source) -> None:
    page.get_by_role("button", name=re.compile("Add another Citation", re.I)).click()
    choose(page, page.locator("#id_citations-0-source"), source.title)


def save(page: Page, button: str = "Save and continue editing") -> None:
    page.get_by_role("button", name=button, exact=True).click()
    assert page.locator(".errornote").count() == 0, page.locator(".errorlist").all_inner_texts()


def enter_person(page: Page, source: Source) -> None:
    page.goto("/admin/people/person/add/")
    page.get_by_role("button", name=re.compile("Add another Name", re.I)).click()
    page.locator("#id_names-0-text").fill("Ганна Прыклад")
    page.locator("#id_names-0-language").fill("be")
    add_citation(page, source)
    save(page, "Save")


def enter_wave(page: Page, source: Source) -> None:
    page.goto("/admin/releases/wave/add/")
    page.locator("#id_title_en").fill("Thirteenth of December")
    page.locator("#id_title_be").fill("Трынаццатага снежня")
    page.locator("#id_country").select_option("BY")
    page.locator("#id_released_on").fill("13 December 2025")
    page.get_by_role("button", name=re.compile("Add another Side", re.I)).click()
    page.locator("#id_sides-0-releasing").fill("by")
    page.locator("#id_sides-0-receiving").fill("ua, lt")
    add_citation(page, source)
    save(page)


def enter_member(page: Page) -> None:
    page.get_by_role("link", name="Its own parts and sources").first.click()
    page.get_by_role("button", name=re.compile("Add another Member", re.I)).click()
    choose(page, page.locator("#id_members-0-person"), "Ганна", "Г. П.")
    page.locator("#id_members-0-outcome").select_option("freed")
    save(page, "Save")


def enter_claim(page: Page, number: int, source: Source, speaker: Speaker) -> None:
    page.get_by_role("link", name="Add a claim").click()
    page.locator("#id_code").fill(f"december-{number}")
    page.locator("#id_measure").select_option("released")
    page.locator("#id_low").fill(str(number))
    page.locator("#id_high").fill(str(number))
    choose(page, page.locator("#id_speaker"), speaker.name_en)
    add_citation(page, source)
    save(page, "Save")


def test_a_wave_is_entered_by_form_reviewed_and_public_at_once(page, people, references):
    source, speaker = references
    log_in(page, Role.EDITOR)
    enter_person(page, source)
    enter_wave(page, source)
    enter_member(page)
    wave_page = page.url
    for number in (123, 115, 8):
        page.goto(wave_page)
        enter_claim(page, number, source, speaker)
    page.goto(wave_page)
    page.get_by_role("button", name="Save and send to review").click()
    page.get_by_role("button", name="Send to review").click()
    assert {claim.state for claim in Claim.objects.all()} == {State.IN_REVIEW}

    log_in(page, Role.REVIEWER)
    page.get_by_role("row", name=re.compile("^Waves Awaiting review")).get_by_role("link").click()
    page.get_by_role("link", name=re.compile("thirteenth-of-december")).click()
    page.get_by_role("link", name="Approve").click()
    page.get_by_label("Publish at once").check()
    page.get_by_role("button", name="Approve").click()
    assert Wave.objects.visible().get().sides.get().members.get().person.state == State.PUBLISHED
    page.goto("/en/")
    assert page.get_by_text("Thirteenth of December").count()
