"""The one number about people who are not shown moves by five, and once a week at most."""

import pytest
from django.core.management import call_command

from people.models import Person
from publishing.actions.transitions import withdraw
from publishing.enums import Role
from releases.models import UnshownCount, Wave
from releases.projections import PublishedWave
from tests.accounts import account
from tests.factories import MemberFactory, PersonFactory, SideFactory, published
from tests.harness.connections import run

pytestmark = pytest.mark.django_db


def a_wave(hidden: int, *, is_open: bool = False) -> Wave:
    side = SideFactory(wave__is_open=is_open)
    for _each in range(hidden):
        MemberFactory(side=side, person=published(PersonFactory()))
    return published(side.wave)


def told(wave: Wave) -> int | None:
    call_command("count_unshown", verbosity=0)
    return PublishedWave.objects.get(pk=wave.pk).more_in_record


@pytest.mark.parametrize(("hidden", "number"), [(9, None), (14, 10)])
def test_L1_the_number_is_rounded_down_and_silent_below_ten(hidden, number):  # noqa: N802
    assert told(a_wave(hidden)) == number


def test_L3_the_number_waits_for_a_week():  # noqa: N802
    wave = a_wave(16)
    assert told(wave) == 15
    for person in Person.objects.all()[:9]:
        withdraw(person, by=account(Role.REVIEWER), reason="other")
    run("UPDATE releases_unshowncount SET counted_on = current_date - 6")
    assert told(wave) == 15
    run("UPDATE releases_unshowncount SET counted_on = current_date - 7")
    assert told(wave) is None
    assert UnshownCount.objects.get().people == 0


def test_an_open_wave_is_not_counted():
    assert told(a_wave(10, is_open=True)) is None
    assert not UnshownCount.objects.exists()


def test_the_page_of_the_wave_says_it(client):
    wave = a_wave(11)
    told(wave)
    page = client.get(f"/en/waves/{wave.slug}/").content.decode()
    assert "About 10 more are in our record." in page
