"""M2 to M5: old addresses, remembered decisions, nothing wider than before, two at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from random import Random
from threading import Barrier

import pytest
from django.db import connection, connections, transaction
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from people.merging import policy
from people.merging.actions import merge, undo
from people.merging.decisions import say_not_the_same, take_back
from people.models import Consent, Merge, Name, Person
from publishing.actions import Refused, accept, withdraw
from publishing.enums import Role, WithdrawalReason
from publishing.models import Account
from tests.accounts import account
from tests.factories import (
    ConsentFactory,
    ContactFactory,
    CustodyFactory,
    MemberFactory,
    NameFactory,
    PersonFactory,
    PublicRoleCitationFactory,
    SideFactory,
    merged,
    published,
)
from tests.people.merging_worlds import World
from tests.repository.constraints.holding import settle, undone

pytestmark = pytest.mark.django_db
SAME = "The same day of birth."


def named(text: str = "Synthetic Somebody", **options) -> Person:
    return PersonFactory(named=True, name__text=text, **options)


# --- M2


def answers(client: Client, *people: Person) -> list[tuple[int, str]]:
    return [
        (answer.status_code, answer.get("Location", ""))
        for person in people
        for address in (f"/en/people/{person.pk}/", f"/api/v1/people/{person.pk}/")
        for answer in [client.get(address)]
    ]


def at(person: Person) -> list[tuple[int, str]]:
    return [(308, f"/en/people/{person.pk}/"), (308, f"/api/v1/people/{person.pk}/")]


def undo_it(done: Merge, reviewer: Account) -> None:
    accept(undo(done, by=account(Role.EDITOR), reason="They are two."), by=reviewer)


def test_M2_old_ids_lead_to_who_stays_in_one_step_and_come_back(client, reviewer):  # noqa: N802
    a, b, c = (published(named(f"Synthetic {word}")) for word in "ABC")
    before = answers(client, a, b, c)
    assert {status for status, _where in before} == {200}
    first, second = merged(a, b), None
    assert answers(client, a) == at(b)
    second = merged(b, c)
    assert answers(client, a, b) == at(c) * 2
    undo_it(second, reviewer)
    assert answers(client, a) == at(b)
    undo_it(first, reviewer)
    assert answers(client, a, b, c) == before


def test_M2_an_old_id_leads_to_nobody_who_is_hidden(client, reviewer):  # noqa: N802
    stays, goes = published(named()), published(named())
    merged(goes, stays)
    assert answers(client, goes) == at(stays)
    withdraw(stays, by=reviewer, reason=WithdrawalReason.SAFETY)
    assert {status for status, _where in answers(client, goes)} == {410}


# --- M3


def test_M3_two_people_are_not_merged_until_that_is_taken_back(editor):  # noqa: N802
    one, other = PersonFactory.create_batch(2)
    decision = say_not_the_same(one, other, by=editor, reason="Born in two years.")
    with pytest.raises(Refused, match="two people"):
        merge(one, other, by=editor, reason=SAME)
    with pytest.raises(Refused, match="decided already"):
        say_not_the_same(other, one, by=editor, reason="Again.")
    take_back(decision, by=editor, reason="It was a misprint.")
    assert isinstance(merge(one, other, by=editor, reason=SAME), Merge)


def test_M3_the_decision_is_about_whoever_was_merged_into_them(editor):  # noqa: N802
    one, other, third = PersonFactory.create_batch(3)
    say_not_the_same(one, other, by=editor, reason="Born in two years.")
    merged(one, third)
    with pytest.raises(Refused, match="two people"):
        merge(third, other, by=editor, reason=SAME)


def test_M3_a_decision_taken_after_the_proposal_holds_it_up(editor, reviewer):  # noqa: N802
    one, other = published(named()), published(named())
    proposal = merge(one, other, by=editor, reason=SAME)
    say_not_the_same(one, other, by=reviewer, reason="Born in two years.")
    with pytest.raises(Refused, match="two people"):
        accept(proposal, by=reviewer)


# --- M4


def shown() -> dict:
    with connections["public"].cursor() as cursor:
        cursor.execute("SELECT id, shown_as, shows_custody, shows_journey FROM published.person")
        return {row[0]: row[1:] for row in cursor.fetchall()}


def counted() -> int:
    with connections["public"].cursor() as cursor:
        cursor.execute("SELECT coalesce(sum(people), 0) FROM published.recorded")
        return cursor.fetchone()[0]


def belonging() -> int:
    """Published people who stand for themselves, once for each wave that they belong to."""
    people = Person.objects.filter(state="published", merged_into=None)
    waves = people.filter(memberships__side__wave__state="published")
    return waves.values("pk", "memberships__side__wave").distinct().count()


@settings(
    max_examples=8,
    deadline=None,
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
    stays, goes = published(named("Synthetic Shown")), PersonFactory()
    NameFactory(person=goes, text="Zzcanary Hidden")
    published(goes)
    assert "Synthetic Shown" in client.get("/en/people/").text
    merged(goes, stays)
    for address in ("/en/people/", "/api/v1/people/", f"/en/people/{stays.pk}/"):
        text = client.get(address).text
        assert "Zzcanary" not in text
        assert "Synthetic Shown" not in text


def test_M4_a_consent_taken_back_while_the_proposal_waited_holds_it_up(reviewer):  # noqa: N802
    people = [named(), named()]
    for person in people:
        ConsentFactory(person=person, field_group="custody")
    stays, goes = map(published, people)
    proposal = merge(stays, goes, by=account(Role.EDITOR), reason=SAME)
    Consent.objects.filter(person=goes, field_group="custody").update(withdrawn_at=timezone.now())
    settle()
    with pytest.raises(Refused, match="show more than was shown"):
        accept(proposal, by=reviewer)


def test_M4_a_row_added_while_the_proposal_waited_holds_it_up(reviewer):  # noqa: N802
    stays, goes = published(named()), published(named())
    proposal = merge(stays, goes, by=account(Role.EDITOR), reason=SAME)
    ContactFactory(person=goes)
    settle()
    with pytest.raises(Refused, match="Something was added"):
        accept(proposal, by=reviewer)


def test_M4_who_lost_their_basis_meanwhile_is_not_shown_again_by_an_undo(editor):  # noqa: N802
    stays, goes = named(), PersonFactory()
    settle()
    done = merge(stays, goes, by=editor, reason=SAME)
    Consent.objects.filter(person=stays).update(withdrawn_at=timezone.now())
    undo(done, by=editor, reason="They are two.")
    stays.refresh_from_db()
    assert stays.visibility == "count_only"


NOW = timezone.now()
TOMORROW, LATER = NOW + timedelta(days=1), NOW + timedelta(days=9)


def side(visibility: str = "named", **options) -> policy.Shown:
    return policy.Shown(visibility, **options)


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
    assert policy.visibility(stays, goes) == after


def given_to(name: str, **options) -> policy.Shown:
    return side(agreements=(policy.Agreement(name, "custody", "public", **options),))


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
    found = policy.stricter(given_to("mine"), theirs, NOW)
    assert (found.withdrawn, found.expires) == (withdrawn, expires)


def test_M4_the_later_embargo_and_the_earlier_end_win():  # noqa: N802
    found = policy.stricter(
        side(visible_from=TOMORROW), side(visible_from=LATER, visible_until=LATER), NOW
    )
    assert (found.visible_from, found.visible_until) == (LATER, LATER)


# --- M5


def at_once(*acts) -> list[str]:
    """Do these on connections of their own at the same moment; what each was told."""
    barrier = Barrier(len(acts))

    def run(act) -> str:
        try:
            barrier.wait()
            act()
        except Refused as refused:
            return " ".join(refused.messages)
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def lose(told: list[str]) -> list[str]:
    return [sentence for sentence in told if sentence]


@pytest.mark.django_db(transaction=True)
def test_M5_of_two_overlapping_merges_one_wins_and_the_other_is_told(editor):  # noqa: N802
    a, b, c = PersonFactory.create_batch(3)
    told = at_once(
        lambda: merge(b, a, by=editor, reason=SAME), lambda: merge(c, b, by=editor, reason=SAME)
    )
    assert lose(told) in ([], ["One of them is merged already; undo that first."])
    living = Person.objects.filter(merged_into=None)
    assert Person.objects.exclude(merged_into=None).exclude(merged_into__in=living).count() == 0


@pytest.mark.django_db(transaction=True)
def test_M5_of_two_merges_of_one_pair_one_wins_and_the_other_is_told(editor):  # noqa: N802
    a, b = PersonFactory.create_batch(2)
    told = at_once(
        lambda: merge(b, a, by=editor, reason=SAME), lambda: merge(a, b, by=editor, reason=SAME)
    )
    assert lose(told) == ["One of them is merged already; undo that first."]
    assert Merge.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_M5_of_two_accepted_proposals_one_wins_and_the_other_is_told(editor, reviewer):  # noqa: N802
    with transaction.atomic():
        a, b = published(named()), published(named())
    proposals = [merge(*pair, by=editor, reason=SAME) for pair in ((a, b), (b, a))]
    told = at_once(*(lambda one=one: accept(one, by=reviewer) for one in proposals))
    assert len(lose(told)) == 1
    assert Merge.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_M5_what_is_written_to_the_absorbed_at_once_is_moved_or_refused(editor):  # noqa: N802
    stays, goes = PersonFactory.create_batch(2)

    def write() -> None:
        from publishing.actions import action

        with action(by=editor):
            Name.objects.create(person=goes, text="Synthetic Late", language="be")

    at_once(lambda: merge(stays, goes, by=editor, reason=SAME), write)
    assert not Name.objects.filter(person=goes).exists()


def test_undo_goes_from_the_last_to_the_first(editor):
    a, b, c = PersonFactory.create_batch(3)
    first = merged(a, b)
    merged(c, b)
    with pytest.raises(Refused, match="Undo the later one first"):
        undo(first, by=editor, reason="They are two.")


def test_whoever_is_merged_is_not_written(editor):
    stays, goes = PersonFactory.create_batch(2)
    merged(goes, stays)
    with pytest.raises(Refused, match="merged already"):
        merge(PersonFactory(), goes, by=editor, reason=SAME)
    with pytest.raises(Refused, match="merged already"):
        say_not_the_same(goes, stays, by=editor, reason="Two.")


def test_a_custody_that_certainly_overlaps_stays_behind(editor):
    stays, goes = PersonFactory.create_batch(2)
    CustodyFactory(person=stays, started="2021-01-01", ending="not_ended")
    late = CustodyFactory(person=goes, started="2022-01-01", ending="not_ended")
    settle()
    merge(stays, goes, by=editor, reason=SAME)
    late.refresh_from_db()
    assert late.person == goes


def test_the_public_role_of_another_is_not_carried_over(editor):
    stays, goes = PersonFactory(), PersonFactory()
    role = PublicRoleCitationFactory(public_role__person=goes).public_role
    settle()
    merge(stays, goes, by=editor, reason=SAME)
    role.refresh_from_db()
    assert role.person == goes
