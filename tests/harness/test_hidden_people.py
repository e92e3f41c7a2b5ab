"""L1, L2, L3, L6: nothing of people who are not shown is counted, compared or drawn in public.

Each test reads all that the public can read of a small world, changes somebody who is not shown by
the staff's own pages, and reads again: every byte is as it was.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.test import Client

from people.models import Person
from publishing.models import Proposal, Record
from tests.harness import crawl
from tests.harness.asking import ask
from tests.harness.connections import any_role, passing, past_every_guard, role, run
from tests.harness.routes import public_routes
from tests.harness.small_world import SLUG, SmallWorld
from tests.journeys.desk import Desk
from tests.journeys.forms import Form
from tests.staff import address

CLOCKS = {"edition", "settled"}  # they tell when something happened, and nothing of any record
NEW = "Synthetic Newcomer"


@pytest.fixture(scope="module")
def small(django_db_setup, django_db_blocker) -> Iterator[SmallWorld]:
    with django_db_blocker.unblock(), any_role():
        yield SmallWorld()


@pytest.fixture(scope="module")
def before(small: SmallWorld) -> dict[str, object]:
    return read_all(small)


def read_all(small: SmallWorld) -> dict[str, object]:
    """Every view, and every answer to every address: status, headers with the tag, and body."""
    told = {
        where: ask(where).said[:3]
        for route in public_routes()
        if "fixed" not in crawl.ROUTES.get(route.template, {})
        for where in crawl.addresses(route, small)
    }
    return read_views() | told


def read_views() -> dict[str, object]:
    return {f"view {name}": rows for name, rows in crawl.views().items() if name not in CLOCKS}


def changed(before: dict[str, object], after: dict[str, object]) -> set[str]:
    return {where for where in before | after if before.get(where) != after.get(where)}


def sign_in(account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def accept(small: SmallWorld) -> None:
    proposal = Proposal.objects.get(state="open")
    page = sign_in(small.reviewer).post(address(proposal, "change"), {"decision": "accept"})
    assert page.status_code == 302


def open_to_all(small: SmallWorld, desk: Desk, *records: Record) -> None:
    for record in records:
        desk.act("submit", record)
        Desk(sign_in(small.reviewer)).act("approve", record, publish=True)


def enter_newcomer(small: SmallWorld) -> Person:
    """Somebody with every trait that a figure asks for, entered and published by two people."""
    desk = Desk(sign_in(small.editor))
    leg = {"wave": SLUG, "number": 1, "kind": "crossing", "origin": "by", "destination": "lt"}
    life = {
        "citizenships": [{"country": "UA"}],
        "categories": [{"category": "journalist_and_media"}],
        "legs": [leg],
    }
    person = desk.person(NEW, life, sex="other", birth="2015")
    open_to_all(small, desk, person)
    member = desk.page(small.side).add("members", person=NEW, outcome="freed", is_verified=True)
    member.fill(reason="Named by their family.").send()
    accept(small)
    said = {"legal_basis": "amnesty", "documents": "confiscated", "released_on": "13 December 2025"}
    desk.release(NEW, "supervision", disposition="exchanged", **said)
    open_to_all(small, desk, person.releases.get())
    return person


def test_L1_one_more_hidden_person_changes_no_public_byte(small, before):  # noqa: N802
    with passing():
        enter_newcomer(small)
        assert run("SELECT count(*) FROM releases_recorded")[0][0] == 42
        assert changed(before, read_all(small)) == set()


def test_L3_nor_does_what_is_changed_or_taken_away_of_one(small, before):  # noqa: N802
    somebody = small.hidden[0]
    with passing():
        form = Desk(sign_in(small.editor)).page(somebody)
        form.fill(sex="male", birth="2010", reason="A letter from them.")
        form.add("citizenships", country="UA").send()
        accept(small)
        assert changed(before, read_all(small)) == set()
        withdrawal = Form(sign_in(small.reviewer), address(somebody, "act", "withdraw"))
        withdrawal.fill(reason="other").send()
        assert changed(before, read_all(small)) == set()


def without(somebody: Person) -> None:
    with past_every_guard():
        run("DELETE FROM releases_release WHERE person_id = %s", somebody.pk)
        run("DELETE FROM releases_member WHERE person_id = %s", somebody.pk)
        run("DELETE FROM releases_leg WHERE person_id = %s", somebody.pk)


def pinned(small: SmallWorld) -> list[Person]:
    """The people by whose absence something public can be told apart."""
    first, found = read_views(), []
    for somebody in small.hidden[:20]:
        with passing():
            without(somebody)
            found += [somebody] if changed(first, read_views()) else []
    return found


A_COUNT = "SELECT wave_id, traits, facts, count(*) FROM releases_recorded GROUP BY 1, 2, 3"


@contextmanager
def counted_in_public() -> Iterator[None]:
    with passing():
        with role("tracker_owner"):
            run(f"CREATE VIEW published.counted AS {A_COUNT}")
            run("GRANT SELECT ON published.counted TO tracker_public")
        yield


def test_L2_the_difference_between_two_worlds_pins_nobody(small):  # noqa: N802
    assert pinned(small) == []


def test_L2_a_count_in_public_pins_everybody(small):  # noqa: N802
    """The negative control."""
    with counted_in_public():
        assert len(pinned(small)) == 20


def test_L1_a_count_that_is_put_back_is_found_on_the_page_and_in_the_api(  # noqa: N802
    small, before, monkeypatch
):
    """The negative control: as if whoever is not shown were counted with those who are."""
    from releases import evidence
    from releases.ledger import ShownMember

    rows = run("SELECT side_id, is_verified FROM releases_recorded")
    counted = tuple(ShownMember(str(side), "named", verified) for side, verified in rows)
    monkeypatch.setattr(evidence, "_load_shown", lambda wave: counted)
    found = changed(before, read_all(small))
    assert {f"/en/waves/{SLUG}/", f"/api/v1/waves/{small.wave.pk}/ledger/"} <= found


def test_L6_a_wave_hints_at_nothing_before_it_opens(small, before):  # noqa: N802
    with passing():
        with past_every_guard():
            tomorrow = "now() + interval '1 day'"
            run(f"UPDATE releases_wave SET visible_from = {tomorrow} WHERE slug = %s", SLUG)
        unopened = read_all(small)
        with past_every_guard():
            run("DELETE FROM releases_release")
            run("DELETE FROM releases_leg")
            run("DELETE FROM releases_member")
        assert changed(unopened, read_all(small)) == set()
        assert changed(before, unopened)
