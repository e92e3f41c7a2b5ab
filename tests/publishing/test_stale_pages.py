"""Nobody sends, approves or publishes what somebody changed since they read it."""

import pytest
from django.test import Client

from people.models import Name
from publishing.actions import send_back, submit
from publishing.admin import transition_page
from publishing.enums import State
from publishing.models import Account
from releases.models import Wave
from tests.factories import (
    ClaimCitationFactory,
    ClaimFactory,
    NameFactory,
    PersonFactory,
    WaveFactory,
    in_review,
    published,
)
from tests.staff import address

pytestmark = pytest.mark.django_db


@pytest.fixture
def second(reviewer: Account, client: Client) -> Client:
    client.force_login(reviewer)
    return client


def test_what_was_sent_again_is_read_again(second, editor):
    wave = in_review(WaveFactory(title_en="First"))
    url = address(wave, "act", "approve")
    version = second.get(url).context["version"]
    wave = send_back(wave, by=editor, reason="the title")
    wave.title_en = "Second"
    wave.save()
    submit(wave, by=editor)
    answer = second.post(url, {"version": version, "reason": "Typed at length"})
    said = answer.content.decode()
    assert answer.context["form"].non_field_errors()
    assert all(words in said for words in ("<ins>Second</ins>", "Typed at length"))
    assert Wave.objects.get().state == State.IN_REVIEW
    assert second.post(url, {"version": answer.context["version"]}).status_code == 302


def test_a_page_is_as_old_as_what_it_takes_along(second):
    wave = WaveFactory()
    claim = ClaimFactory(wave=wave)
    url = address(wave, "act", "submit")
    version = second.get(url).context["version"]
    ClaimCitationFactory(claim=claim)
    assert second.post(url, {"version": version}).status_code == 200
    assert Wave.objects.get().state == State.DRAFT


def test_a_part_that_is_gone_is_a_change(second):
    name = NameFactory(person=PersonFactory())
    url = address(name.person, "act", "submit")
    version = second.get(url).context["version"]
    Name.objects.all().delete()
    assert second.post(url, {"version": version}).status_code == 200


@pytest.mark.parametrize("version", ["", "x", "99999999999999999999-", "1-0"])
def test_a_page_that_was_never_opened_decides_nothing(version, second):
    wave = in_review(WaveFactory())
    assert second.post(address(wave, "act", "approve"), {"version": version}).status_code == 200
    assert Wave.objects.get().state == State.IN_REVIEW


def test_what_hides_a_record_is_never_held_up(second):
    wave = published(WaveFactory())
    second.post(address(wave, "act", "withdraw"), {"reason": "entered_in_error"})
    assert Wave.objects.get().state == State.WITHDRAWN


def test_without_the_check_an_old_page_approves(second, monkeypatch):
    monkeypatch.setattr(transition_page, "refuse_stale_page", lambda records, version: None)
    wave = in_review(WaveFactory())
    second.post(address(wave, "act", "approve"), {"version": "1-0"})
    assert Wave.objects.get().state == State.APPROVED
