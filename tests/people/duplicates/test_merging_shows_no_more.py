"""M4: no merge shows more of anybody than was shown before, or counts anybody twice."""

from datetime import timedelta
from random import Random

import pytest
from django.db import connection, connections
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from people.duplicates.merging import policy
from people.duplicates.merging.actions import merge_people, undo_merge
from people.models import Consent, Merge, Person
from publishing.actions import Refused, accept
from publishing.enums import Role
from tests.accounts import account
from tests.factories import (
    ConsentFactory,
    ContactFactory,
    MemberFactory,
    NameFactory,
    PersonFactory,
    SideFactory,
    merged,
    published,
)
from tests.people.duplicates.merging_worlds import World
from tests.repository.constraints.holding import settle, undone

pytestmark = pytest.mark.django_db
SAME = "The same day of birth."


def shown() -> dict:
    with connections["public"].cursor() as cursor:
        cursor.execute("SELECT id, shown_as, shows_custody, shows_journey FROM published.person")
        return {row[0]: row[1:] for row in cursor.fetchall()}


def counted() -> int:
    """Everybody of our record who belongs to a public wave, as staff count them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM releases_recorded")
        return cursor.fetchone()[0]


def belonging() -> int:
    """Published people who stand for themselves, once for each wave that they belong to."""
    people = Person.objects.filter(state="published", merged_into=None)
    waves = people.filter(memberships__side__wave__state="published")
    return waves.values("pk", "memberships__side__wave").distinct().count()


@settings(
    max_examples=8,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(number=st.integers(0, 2**32))
def test_M4_no_merge_shows_more_than_before_or_counts_anybody_twice(number):  # noqa: N802
    with undone():
        world = World(Random(number))
        for wave in {side.wave for side in world.sides}:
            published(wave)
        before = shown()
        world.merge()
        assert counted() == belonging()
        for done in Merge.objects.all():
            after = shown()
            assert done.absorbed_id not in after
            if flags := after.get(done.survivor_id):
                mine = before[done.survivor_id]
                theirs = before.get(done.absorbed_id, mine)  # a draft was shown in no way
                assert flags[0] == mine[0] == theirs[0]
                assert all(
                    not now or (was and also)
                    for now, was, also in zip(flags[1:], mine[1:], theirs[1:], strict=True)
                )


def test_M4_one_person_on_one_wave_is_counted_once():  # noqa: N802
    wave = (first := SideFactory()).wave
    second = SideFactory(wave=wave, number=2)
    stays, goes = PersonFactory(), PersonFactory()
    MemberFactory(side=first, person=stays), MemberFactory(side=second, person=goes)
    stays, goes = published(stays), published(goes)
    published(wave)
    assert counted() == 2
    merged(goes, stays)
    assert counted() == 1


def test_M4_a_name_that_was_only_counted_is_on_no_page(client):  # noqa: N802
    stays = published(PersonFactory(named=True, name__text="Synthetic Shown"))
    goes = PersonFactory()
    NameFactory(person=goes, text="Zzcanary Hidden")
    published(goes)
    assert "Synthetic Shown" in client.get("/en/people/").text
    merged(goes, stays)
    for address in ("/en/people/", "/api/v1/people/", f"/en/people/{stays.pk}/"):
        text = client.get(address).text
        assert "Zzcanary" not in text
        assert "Synthetic Shown" not in text


def test_M4_a_consent_taken_back_while_the_proposal_waited_holds_it_up(reviewer):  # noqa: N802
    people = [PersonFactory(named=True), PersonFactory(named=True)]
    for person in people:
        ConsentFactory(person=person, field_group="custody")
    stays, goes = map(published, people)
    proposal = merge_people(stays, goes, by=account(Role.EDITOR), reason=SAME)
    Consent.objects.filter(person=goes, field_group="custody").update(withdrawn_at=timezone.now())
    settle()
    with pytest.raises(Refused, match="show more than was shown"):
        accept(proposal, by=reviewer)


def test_M4_a_row_added_while_the_proposal_waited_holds_it_up(reviewer):  # noqa: N802
    stays, goes = published(PersonFactory(named=True)), published(PersonFactory(named=True))
    proposal = merge_people(stays, goes, by=account(Role.EDITOR), reason=SAME)
    ContactFactory(person=goes)
    settle()
    with pytest.raises(Refused, match="Something was added"):
        accept(proposal, by=reviewer)


def test_M4_who_lost_their_basis_meanwhile_is_not_shown_again_by_an_undo(editor):  # noqa: N802
    stays, goes = PersonFactory(named=True), PersonFactory()
    settle()
    done = merge_people(stays, goes, by=editor, reason=SAME)
    Consent.objects.filter(person=stays).update(withdrawn_at=timezone.now())
    undo_merge(done, by=editor, reason="They are two.")
    stays.refresh_from_db()
    assert stays.visibility == "count_only"


NOW = timezone.now()
TOMORROW, LATER = NOW + timedelta(days=1), NOW + timedelta(days=9)


def side(visibility: str = "named", **options) -> policy.Exposure:
    return policy.Exposure(visibility, **options)


@pytest.mark.parametrize(
    ("stays", "goes", "after"),
    [
        (side(), side(), "named"),
        (side(), side("count_only"), "count_only"),
        (side("count_only"), side(), "count_only"),
        (side(), side("pseudonym", pseudonym="Sparrow"), "count_only"),
        (side("pseudonym", pseudonym="Sparrow"), side("pseudonym", pseudonym="Crow"), "count_only"),
        (side("pseudonym", pseudonym="Crow"), side("pseudonym", pseudonym="Crow"), "pseudonym"),
        (side(is_public_figure=True), side(), "count_only"),
        (side(), side(is_public_figure=True), "named"),
    ],
)
def test_M4_the_stricter_visibility_wins(stays, goes, after):  # noqa: N802
    assert policy.decide_visibility(stays, goes) == after


def given_to(name: str, **options) -> policy.Exposure:
    return side(agreements=(policy.ConsentTerms(name, "custody", "public", **options),))


@pytest.mark.parametrize(
    ("theirs", "withdrawn", "expires"),
    [
        (given_to("theirs"), [], {}),
        (side(), ["mine"], {}),
        (given_to("theirs", withdrawn_at=NOW), ["mine"], {}),
        (given_to("theirs", expires_at=NOW), ["mine"], {}),
        (given_to("theirs", expires_at=TOMORROW), [], {"mine": TOMORROW}),
        (side("count_only"), [], {}),
        (side(is_public_figure=True), [], {}),
    ],
)
def test_M4_the_stricter_consent_wins(theirs, withdrawn, expires):  # noqa: N802
    found = policy.decide_stricter(given_to("mine"), theirs, NOW)
    assert (found.withdrawn, found.expires) == (withdrawn, expires)


def test_M4_the_later_embargo_and_the_earlier_end_win():  # noqa: N802
    found = policy.decide_stricter(
        side(visible_from=TOMORROW), side(visible_from=LATER, visible_until=LATER), NOW
    )
    assert (found.visible_from, found.visible_until) == (LATER, LATER)
