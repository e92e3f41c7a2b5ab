"""A wave from another country is entered by form alone, and shows rightly."""

from typing import Any

import pytest
from django.test import Client

from publishing.admin import get_admin_url
from publishing.models import Account, Record
from releases.models import ContextEvent, Statement, Wave
from tests.journeys.desk import SOURCE, Desk
from tests.journeys.reading import words_of
from tests.releases.ledger.builders import gap

DAY = "1 March 2024"
COUNTRIES = {"ad": "Andorra", "mc": "Monaco", "lu": "Luxembourg"}
FREED = [f"Synthetic {name}" for name in "Abe Bea Cyd Dov Eda Fay Gus Hal".split()]
CHILDREN = ["Synthetic Jon", "Synthetic Kay"]
DECLINED, REFUSED, TURNED_BACK = "Synthetic Lev", "Synthetic Mia", "Synthetic Ned"
CONVICTS = [f"Synthetic {name}" for name in "Ora Pia Quy Rex Sue Tom Una Val".split()]
FIRST, SECOND = ("exchange", "exchange · 1"), ("exchange", "exchange · 2")


def life(*, is_stripped: bool = False, is_free: bool = True) -> dict[str, Any]:
    end = {"ended": DAY, "ending": "ended"} if is_free else {"ending": "not_ended"}
    stripped = {"ended": DAY, "how_ended": "stripped"} if is_stripped else {}
    return {
        "custodies": [{"ground": "sentence", "started": "2022", **end}],
        "citizenships": [{"country": "AD", **stripped}],
    }


def leg(number: int, origin: str, destination: str, kind: str) -> dict[str, Any]:
    places = {"origin": COUNTRIES[origin], "destination": COUNTRIES[destination]}
    return {"wave": "exchange", "number": number, "kind": kind, "departed_on": DAY, **places}


OUT = leg(1, "ad", "mc", "handover_or_exchange")
ON = leg(2, "mc", "lu", "flight_to_the_receiving_state")
BACK = [leg(2, "mc", "ad", "turned_back"), leg(3, "ad", "ad", "return_to_custody")]
HOME = leg(1, "lu", "ad", "handover_or_exchange")


def enter_people(desk: Desk) -> None:
    for name in FREED:
        desk.person(name, life(is_stripped=True) | {"legs": [OUT, ON]})
    for name in CHILDREN:
        desk.person(name, {"citizenships": [{"country": "LU"}], "legs": [OUT, ON]}, birth="2015")
    for name in (DECLINED, REFUSED):
        desk.person(name, life(is_free=False))
    desk.person(TURNED_BACK, life(is_free=False) | {"legs": [OUT, *BACK]})
    for name in CONVICTS:
        desk.person(name, life() | {"legs": [HOME]})


def enter_members(desk: Desk, wave: Wave) -> None:
    """An editor marks a child who came along as freed: it was no prisoner all the same."""
    first, second = wave.sides.order_by("number")
    came_along = {"role": "accompanying", "outcome": "freed"}
    desk.members(first, FREED, outcome="freed")
    desk.members(first, CHILDREN, **came_along)
    desk.members(first, [DECLINED], outcome="declined")
    desk.members(first, [REFUSED], outcome="refused_by_receiving_state")
    desk.members(first, [TURNED_BACK], outcome="turned_back")
    desk.members(second, CONVICTS, role="returned_convict", outcome="freed")
    said = {"released_on": DAY, "legal_basis": "exchange"}
    for name in FREED:
        desk.release(name, "citizenship_stripped", disposition="exchanged", **said)
    for name in CONVICTS:
        desk.release(name, disposition="handed_to_own_state", **said)


def enter_claims(desk: Desk) -> None:
    monitor, ministry = {"speaker": "Synthetic Monitor"}, {"speaker": "Synthetic Ministry"}
    desk.claim("out", 8, side=FIRST, measure="released", **monitor).send()
    desk.claim("out-officially", 10, side=FIRST, measure="released", **ministry).send()
    desk.claim("home", 8, side=SECOND, measure="released", **ministry).send()
    for measure, number in (("refused_to_leave", 1), ("refused_by_receiving_state", 1)):
        desk.claim(measure, number, side=FIRST, measure=measure, **monitor).send()
    desk.claim("stripped", 8, side=FIRST, measure="citizenship_stripped", **monitor).send()
    along = ("category", "accompanying")
    desk.claim("children", 2, along, side=FIRST, measure="crossed", **monitor).send()
    whole = desk.claim("whole", 16, wave="exchange", measure="released", **monitor)
    whole.add("sums", kind="whole").send("_continue")
    desk.sum_of("whole", "out", "home")


def enter_what_is_said(desk: Desk) -> ContextEvent:
    desk.form(Statement).fill(
        wave="exchange", field="other", value_en="Nobody was asked.", speaker="Synthetic Monitor"
    ).add("citations", source=SOURCE).send()
    event = desk.form(ContextEvent).fill(code="talks", kind="negotiation", title_en="The talks")
    event.add("stages", kind="announced", on=DAY, speaker="Synthetic Ministry")
    event.add(
        "links", wave="exchange", relation="condition", is_denied=True, speaker="Synthetic Monitor"
    )
    event.add("citations", source=SOURCE).send()
    return ContextEvent.objects.get()


def enter_the_exchange(desk: Desk) -> Wave:
    desk.who_says_so("Synthetic Monitor", "Synthetic Ministry")
    for code, name in COUNTRIES.items():
        desk.place(code, code.upper(), name)
    wave = desk.wave(
        "exchange", ("AD, SM", "LU, LI"), ("LU, LI", "AD"), country="AD", crossed_on=DAY
    )
    enter_people(desk)
    enter_members(desk, wave)
    enter_claims(desk)
    return wave


@pytest.fixture
def desk(editor: Account, client: Client) -> Desk:
    client.force_login(editor)
    return Desk(client)


def open_to_all(desk: Desk, reviewer: Account, *records: Record) -> None:
    """The editor sends them to review; the reviewer approves and publishes; both leave."""
    for record in records:
        desk.act("submit", record)
    desk.client.force_login(reviewer)
    for record in records:
        desk.act("approve", record, publish=True)
    desk.client.logout()


def assert_both_sides_have_their_numbers(page: str) -> None:
    out, home = page.split("Side 2: Luxembourg, Liechtenstein", 1)
    out = out.split("Side 1: Andorra, San Marino", 1)[1]
    assert "claimed 8–10 According to Synthetic Ministry; Synthetic Monitor" in out
    assert "claimed 8 According to Synthetic Ministry" in home


def assert_the_page_tells_what_is_said_and_nothing_of_who_is_not_shown(page: str) -> None:
    assert "Synthetic Monitor denies that this was a condition of the release." in page
    assert "Nobody was asked." in page
    assert "Accompanying" not in page
    assert "recorded" not in page


def assert_staff_see_both_sides_beside_the_record(page: str) -> None:
    out, home = page.split("Side 2: Luxembourg, Liechtenstein", 1)
    assert "Claimed 8–10 Recorded 8 −2 … 0 Verified 0 −8 Public 0 by name, 0 by pseudonym −8" in out
    for role in ("Accompanying", "Declined to be released", "Turned back at the border"):
        assert role in out
    for what, recorded in (
        ("Released · Side 2: Luxembourg, Liechtenstein", 8),
        ("Released", 16),
        ("Refused to leave · Side 1: Andorra, San Marino", 1),
        ("Refused by the receiving state · Side 1: Andorra, San Marino", 1),
        ("Category: People who accompanied the released", 2),
        ("Citizenship stripped · Side 1: Andorra, San Marino", 8),
    ):
        assert f"{what} · recorded here: {recorded} " in home


def assert_the_ledger_tells_each_side(ledger: dict[str, Any]) -> None:
    out, home = ledger["counts"]
    assert out["claimed"] | {"preferred": ""} == {**gap(8, 10), "preferred": ""}
    assert home["public"] == {"named": 0, "pseudonym": 0, "verified": 0}
    assert [each["agreement"] for each in ledger["sums"]] == ["agree"]


def record_page(wave: Wave) -> str:
    return get_admin_url(wave, "record")


def test_an_exchange_in_two_directions_shows_rightly(desk: Desk, reviewer: Account) -> None:
    wave = enter_the_exchange(desk)
    open_to_all(desk, reviewer, wave, enter_what_is_said(desk))
    page = words_of(desk.client, "/en/waves/exchange/")
    assert_both_sides_have_their_numbers(page)
    assert_the_page_tells_what_is_said_and_nothing_of_who_is_not_shown(page)
    sides = desk.client.get(f"/api/v1/waves/{wave.pk}/").json()["sides"]
    assert [each["receiving"] for each in sides] == [["LU", "LI"], ["AD"]]
    assert_the_ledger_tells_each_side(desk.client.get(f"/api/v1/waves/{wave.pk}/ledger/").json())
    card = words_of(desk.client, "/en/")
    assert card.index("Side 1: Andorra") < card.index("Side 2: Luxembourg")
    desk.client.force_login(reviewer)
    assert_staff_see_both_sides_beside_the_record(words_of(desk.client, record_page(wave)))


def test_who_is_not_shown_is_neither_named_nor_counted(desk: Desk, reviewer: Account) -> None:
    desk.who_says_so("Synthetic Monitor")
    desk.person("Synthetic Abe", life())
    wave = desk.wave("alone", ("AD", "LU"), country="AD", crossed_on=DAY)
    desk.members(wave.sides.get(), ["Synthetic Abe"], outcome="freed")
    open_to_all(desk, reviewer, wave)
    assert "Shown by name public 0" in words_of(desk.client, "/en/waves/alone/")
    for url in ("/en/waves/alone/", "/en/people/", "/api/v1/people/", "/api/v1/releases/"):
        assert "Abe" not in desk.client.get(url).content.decode()


def test_a_wave_of_two_months_with_a_release_revoked(desk: Desk, reviewer: Account) -> None:
    desk.who_says_so("Synthetic Monitor")
    wave = desk.wave("spring", ("AD", "AD"), country="AD", released_on="1 March 2024 – 2 May 2024")
    again = {"ground": "sentence", "started": "9 May 2024", "ending": "not_ended"}
    twice = {"custodies": [*life()["custodies"], again]}
    for name, lived in (("Synthetic Abe", life()), ("Synthetic Bea", twice)):
        desk.person(name, lived)
    desk.members(wave.sides.get(), ["Synthetic Abe", "Synthetic Bea"], outcome="freed")
    for name in ("Synthetic Abe", "Synthetic Bea"):
        desk.release(name, "supervision", released_on=DAY, legal_basis="conditional_release")
    said = {"wave": "spring", "speaker": "Synthetic Monitor"}
    basis = ("legal_basis", "conditional_release")
    desk.claim("spring", 2, basis, measure="released", **said).send()
    desk.claim("again", 1, measure="re_arrested", **said).send()
    open_to_all(desk, reviewer, wave)
    page = words_of(desk.client, "/en/waves/spring/")
    assert "1 March – 2 May 2024" in page or "1 March 2024 – 2 May 2024" in page
    desk.client.force_login(reviewer)
    page = words_of(desk.client, record_page(wave))
    assert "Re-arrested · recorded here: 1" in page
    assert "Legal basis: Conditional early release · recorded here: 2" in page
