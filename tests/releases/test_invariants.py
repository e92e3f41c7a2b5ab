"""What the guards across rows let pass: only what is certainly wrong is refused."""

import pytest

from releases.models import Claim
from tests.factories import (
    ClaimFactory,
    ClaimScopeFactory,
    DerivedTermFactory,
    DestinationFactory,
    LegFactory,
    MemberFactory,
    PersonFactory,
    ReleaseFactory,
    SideFactory,
    SumFactory,
    SumPartFactory,
    published,
)
from tests.repository.constraints.holding import refusal

pytestmark = pytest.mark.django_db
JUMP = "releases_leg_starts_where_the_last_one_ended"
OUTSIDE = "releases_release_falls_within_its_wave"
PREFERRED = "releases_claim_one_is_preferred"


@pytest.fixture
def lithuania(db):
    return DestinationFactory(kind="country")


@pytest.fixture
def vilnius(lithuania):
    return DestinationFactory(within=lithuania)


@pytest.fixture
def embassy(vilnius):
    return DestinationFactory(kind="embassy", within=vilnius)


def onward(end, start, **values) -> str:
    """What refuses a second leg from `start` after a first one to `end`."""
    leg = LegFactory(destination=end)
    return refusal(lambda: LegFactory(person=leg.person, number=2, origin=start, **values))


def test_a_leg_starts_where_the_last_one_ended(vilnius):
    assert onward(vilnius, vilnius) == ""


def test_or_within_it_or_around_it_at_any_depth(lithuania, embassy):
    assert onward(lithuania, embassy) == ""
    assert onward(embassy, lithuania) == ""


def test_but_not_in_a_neighbour_of_it(vilnius, lithuania):
    assert onward(vilnius, DestinationFactory(within=lithuania)) == JUMP


def test_or_it_says_why(vilnius):
    assert onward(vilnius, DestinationFactory(), break_reason="not known") == ""


def test_a_leg_that_goes_leaves_no_jump(vilnius):
    person, third = PersonFactory(), DestinationFactory()
    LegFactory(person=person, number=1, destination=vilnius)
    middle = LegFactory(person=person, number=2, origin=vilnius, destination=third)
    LegFactory(person=person, number=3, origin=third)
    assert refusal(middle.delete) == JUMP


def test_two_people_travel_apart(vilnius):
    LegFactory(destination=vilnius)
    assert refusal(lambda: LegFactory(number=2)) == ""


@pytest.mark.parametrize(
    ("first", "second", "is_refused"),
    [
        ("2025-12-13", "2025-12-13", False),
        ("2025-12-13", "2025-12", False),
        ("2025-12", "2025-12-01", False),
        ("2025-12-13", "XXXX", False),
        ("2025-12-13", None, False),
        ("2025-12-13~", "2025-12-11", False),
        ("2025-12-13", "2025-12-12", True),
        ("2025-12", "../2025-11", True),
        ("2025-12", "2025-11~", False),
    ],
)
def test_numbers_are_contradicted_only_by_dates_that_are_certain(first, second, is_refused):
    leg = LegFactory(departed_on=first)
    expected = "releases_leg_numbers_follow_their_dates" if is_refused else ""
    again = {"number": 2, "origin": leg.destination, "departed_on": second}
    assert refusal(lambda: LegFactory(person=leg.person, **again)) == expected


@pytest.mark.parametrize(
    ("released_on", "expected"),
    [
        ("2025-12-12", ""),  # the decree's day begins the wave
        ("2025-12-14", ""),  # the border's day ends it
        ("2025-12", ""),
        ("XXXX", ""),
        (None, ""),
        ("2025-12-11", OUTSIDE),
        ("2025-12-15", OUTSIDE),
        ("2026", OUTSIDE),
    ],
)
def test_a_release_can_fall_between_all_dates_of_its_wave(released_on, expected):
    dates = {"decided_on": "2025-12-12", "released_on": "2025-12-13", "crossed_on": "2025-12-14"}
    member = MemberFactory(
        side__wave=SideFactory(**{f"wave__{k}": v for k, v in dates.items()}).wave
    )
    assert refusal(lambda: ReleaseFactory(member=member, released_on=released_on)) == expected


@pytest.mark.parametrize(
    ("wave", "released_on", "expected"),
    [
        ({"released_on": "2025-06", "is_open": True}, "2026-02", ""),
        ({"released_on": "2025-06", "is_open": True}, "2025-05", OUTSIDE),
        ({"released_on": "2025-06/2025-08"}, "2025-07-15", ""),
        ({"released_on": "XXXX"}, "1999", ""),
        ({"released_on": "2025-06", "decided_on": "XXXX"}, "2020", ""),
    ],
)
def test_an_open_wave_has_no_end_and_an_unknown_date_bounds_nothing(wave, released_on, expected):
    member = MemberFactory(side=SideFactory(**{f"wave__{k}": v for k, v in wave.items()}))
    assert refusal(lambda: ReleaseFactory(member=member, released_on=released_on)) == expected


def test_a_release_outside_its_wave_says_why():
    reason = {"released_on": "2026-05", "outside_wave_reason": "He refused and came home later."}
    assert refusal(lambda: ReleaseFactory(member=MemberFactory(), **reason)) == ""


def test_a_release_outside_any_wave_needs_no_member():
    assert refusal(ReleaseFactory) == ""


def preferred(**values) -> Claim:
    return ClaimFactory(is_preferred=True, preferred_reason_en="It names its method.", **values)


def test_another_scope_is_another_key():
    claim = ClaimScopeFactory(claim=preferred()).claim
    assert refusal(lambda: preferred(wave=claim.wave)) == ""


def test_the_order_of_a_scope_has_no_meaning():
    first = preferred()
    for value in ("female", "male"):
        ClaimScopeFactory(claim=first, value=value)

    def again() -> None:
        second = preferred(wave=first.wave)
        for value in ("male", "female"):
            ClaimScopeFactory(claim=second, value=value)

    assert refusal(again) == PREFERRED


@pytest.mark.parametrize("other", [{"as_of": "2025-12-20"}, {"period_start": "2025-12"}])
def test_another_time_is_another_figure(other):
    claim = preferred()
    assert refusal(lambda: preferred(wave=claim.wave, **other)) == ""


def test_the_same_words_said_later_have_the_same_key():
    claim = preferred()
    assert refusal(lambda: preferred(wave=claim.wave, said_on="2025-12-20")) == PREFERRED


def test_a_country_has_its_preferred_figure_too():
    def held() -> Claim:
        return preferred(about_wave=False, country="BY", measure="held", as_of="2025-12-31")

    held()
    assert refusal(held) == PREFERRED


def test_a_derived_figure_is_published_on_its_inputs_alone():
    claim = published(DerivedTermFactory().claim)
    assert claim.state == "published"
    assert not claim.citations.exists()


def test_a_derived_figure_may_be_a_part_of_what_it_is_not_made_of():
    derived = DerivedTermFactory().claim
    assert refusal(lambda: SumPartFactory(sum=SumFactory(), claim=derived)) == ""


def test_a_total_may_have_many_sums():
    total = SumFactory().total
    assert refusal(lambda: SumPartFactory(sum=SumFactory(total=total))) == ""
