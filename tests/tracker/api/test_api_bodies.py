"""The whole body of each list, with one record of each noun: what a field is called stays put."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.factories import (
    AnswerFactory,
    ClaimFactory,
    ConsentFactory,
    ContextEventFactory,
    CustodyFactory,
    DestinationFactory,
    LegFactory,
    NameFactory,
    OrganisationFactory,
    PartyFactory,
    PersonFactory,
    ProgrammeFactory,
    ReleaseFactory,
    SideFactory,
    SourceFactory,
    SpeakerFactory,
    StageFactory,
    WaveFactory,
)
from tests.factories.life import published
from tests.tracker.api.conftest import Get
from tests.tracker.api.nouns import LISTS

pytestmark = pytest.mark.django_db
BODIES = Path(__file__).with_name("bodies.json")
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


@pytest.fixture
def one_of_each() -> None:
    """A wave with its claim, its event, its question; a person who agreed to be shown, her way."""
    paper = published(OrganisationFactory(code="paper", kind="media", name_en="The Paper"))
    published(
        SourceFactory(
            publisher=paper, title="123 freed", address="https://paper.example/123",
            published_on="2025-12-14",
        )
    )  # fmt: skip
    wave = WaveFactory(slug="december", title_en="December", title_be="Снежань")
    PartyFactory(wave=wave, organisation=paper, role="mediator")
    SideFactory(wave=wave, number=1)
    published(wave)
    speaker = published(SpeakerFactory(code="speaker", organisation=paper, name_en="The Paper"))
    published(ClaimFactory(code="freed", wave=wave, speaker=speaker, printed="123 people"))
    event = ContextEventFactory(code="licence", title_en="A licence")
    StageFactory(event=event, kind="issued", on="2025-12~")
    published(event)
    published(AnswerFactory(slug="how-many", number=1))
    published(ProgrammeFactory(code="aid", organisation=paper, name_en="Aid"))
    somebody_shown()


def somebody_shown() -> None:
    country, city = (
        published(DestinationFactory(code=code, kind=kind, name_en=name))
        for code, kind, name in (("lt", "country", "Lithuania"), ("lt-vilnius", "city", "Vilnius"))
    )
    person = PersonFactory(visibility="named")
    NameFactory(person=person, text="Ядзвіга Прыклад", family="Прыклад", is_preferred=True)
    for group in ("name", "custody", "journey"):
        ConsentFactory(person=person, field_group=group)
    CustodyFactory(person=person, started="2021", ended="2025-12-13", ending="ended")
    LegFactory(person=person, origin=country, destination=city, departed_on="2025-12-14")
    published(person)
    published(ReleaseFactory(person=person, outside_wave_reason="alone"))


def without_ids(text: str) -> str:
    """Each id by the order in which ids first appear, and today as a word."""
    seen: dict[str, str] = {}
    text = ID.sub(lambda found: seen.setdefault(found[0], f"id-{len(seen) + 1}"), text)
    return text.replace(datetime.now(UTC).date().isoformat(), "today")


@pytest.mark.parametrize("name", ["", "me/", *(f"{name}/" for name in LISTS if name != "changes")])
@pytest.mark.usefixtures("one_of_each")
def test_the_whole_body_is_as_it_was(get: Get, name: str) -> None:
    body = json.loads(without_ids(get(name).text))
    assert body == json.loads(BODIES.read_text())[f"/api/v1/{name}"]


@pytest.mark.usefixtures("one_of_each")
def test_the_ledger_s_whole_body_is_as_it_was(get: Get) -> None:
    (wave,) = get("waves/").json()["results"]
    body = json.loads(without_ids(get(f"waves/{wave['id']}/ledger/").text))
    assert body == json.loads(BODIES.read_text())["/api/v1/waves/{id}/ledger/"]
