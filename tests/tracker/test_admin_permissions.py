"""What an account may not see or change is not in its pages, whatever it sends."""

from collections.abc import Iterator

import pytest
from django.contrib import admin
from django.db.models import Max, Model
from django.http import HttpRequest
from django.test import Client, RequestFactory

from publishing.enums import Role, State
from publishing.models import Account, History, Record, Tombstone
from releases.models import Wave
from tests.accounts import account
from tests.factories import ContactFactory, NeedFactory, WaveFactory, in_review
from tests.factories.life import cited
from tests.repository.constraints.rows import FACTORIES
from tests.staff import address

pytestmark = pytest.mark.django_db
#: No login that serves makes a row of these.
WRITTEN_BY_THE_DATABASE = (History, Tombstone)
NOBODY = "00000000-0000-4000-8000-000000000007"


def entered(who: Account) -> Client:
    client = Client()
    client.force_login(who)
    return client


def request_of(who: Account) -> HttpRequest:
    request = RequestFactory().get("/")
    request.user = who
    return request


def list_unseen(who: Account) -> Iterator[type[Model]]:
    """The nouns of the staff door that the account may not view."""
    for model, staff in admin.site._registry.items():
        is_made = model in FACTORIES and model not in WRITTEN_BY_THE_DATABASE
        if is_made and not staff.has_view_or_change_permission(request_of(who)):
            yield model


@pytest.mark.parametrize("role", [Role.EDITOR, Role.REVIEWER, Role.CASEWORKER])
def test_C5_the_history_of_what_is_not_seen_is_closed(role):  # noqa: N802
    who = account(role)
    client, unseen = entered(who), [*list_unseen(who)]
    answers = {
        model.__name__: client.get(address(FACTORIES[model](), "history")).status_code
        for model in unseen
    }
    assert len(answers) > 2
    assert {name: code for name, code in answers.items() if code not in (403, 404)} == {}


def test_C5_the_history_of_what_is_seen_opens(editor):  # noqa: N802
    assert entered(editor).get(address(WaveFactory(), "history")).status_code == 200


@pytest.mark.parametrize("role", [Role.EDITOR, Role.REVIEWER])
def test_C3_no_form_offers_what_the_account_may_not_see(role):  # noqa: N802
    NeedFactory(notes="canary-of-a-need")
    ContactFactory(value="canary-of-a-contact")
    client = entered(account(role))
    records = [model for model in admin.site._registry if issubclass(model, Record)]
    pages = [client.get(address(model, "add")).content.decode() for model in records]
    assert any("<form" in page for page in pages)
    assert not any("canary-of" in page for page in pages)


def test_C3_the_canaries_are_seen_by_whom_they_are_for(caseworker):  # noqa: N802
    contact = ContactFactory(value="canary-of-a-contact")
    page = entered(caseworker).get(address(contact, "change")).content.decode()
    assert "canary-of-a-contact" in page


def send_many(who: Account, chosen: list[object], query: str = "", **more: str) -> set[object]:
    """Send the chosen to review from their list; the rows that the history tells of."""
    last = History.objects.aggregate(last=Max("id"))["last"]
    url = address(Wave, "changelist") + query
    asked = {"action": "submit_each", "_selected_action": chosen}
    entered(who).post(url, asked | more)
    return {*History.objects.filter(id__gt=last).values_list("row_id", flat=True)}


def test_C8_sending_many_touches_and_tells_only_what_may_be_sent(editor):  # noqa: N802
    ready, left = cited(WaveFactory()), cited(WaveFactory())
    reviewed = in_review(WaveFactory())
    assert send_many(editor, [ready.pk, reviewed.pk, NOBODY]) == {ready.pk}
    left.refresh_from_db()
    assert left.state == State.DRAFT


def test_C8_all_of_a_list_are_all_that_its_filter_shows(editor):  # noqa: N802
    lithuanian, other = cited(WaveFactory(country="LT")), cited(WaveFactory(country="BY"))
    in_review(WaveFactory(country="LT"))
    touched = send_many(editor, [lithuanian.pk], "?state=draft", select_across="1")
    assert touched == {lithuanian.pk, other.pk}


def test_C8_who_may_send_nothing_touches_nothing(caseworker):  # noqa: N802
    assert send_many(caseworker, [cited(WaveFactory()).pk]) == set()
