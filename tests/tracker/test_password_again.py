# ruff: noqa: N802
"""B8, C12, C13: a session that was left open hides, erases and lets in nobody."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.urls import reverse
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from people.models import Consent, Person
from people.persons.admin.consent import WITHDRAW_CONSENT
from publishing import actions
from publishing.admin.accounts import LINK_MADE
from publishing.admin.stale_pages import read_version
from publishing.admin.transitions import TRANSITIONS
from publishing.enums import Role
from publishing.fresh_login import A_WHILE, PROVED
from publishing.models import AccessRequest, Account, ExpungeRequest, Tombstone
from sources.models import Organisation
from tests.accounts import account, open_account
from tests.factories import (
    AccountFactory,
    ConsentFactory,
    OrganisationFactory,
    PersonFactory,
    approved,
    published,
)
from tests.staff import address
from tracker.login import limits

pytestmark = pytest.mark.django_db
PASSWORD = "three unusual words"
FACTOR = "/admin/second-factor/"
REASON = {"reason": "Somebody asked for it."}
PUBLIC_REASON = {"reason": "safety", "note": "Somebody asked for it."}


class Act(NamedTuple):
    """Who does it, where, what they enter, and how it is seen that it is done."""

    role: Role
    url: str
    form: dict[str, str]
    is_done: Callable[[], bool]


def withdraw() -> Act:
    url = address(published(OrganisationFactory()), "act", "withdraw")
    return Act(Role.EDITOR, url, PUBLIC_REASON, lambda: not Organisation.objects.visible().exists())


def confirm_embargo() -> Act:
    waiting = approved(OrganisationFactory(embargo_condition="They are across."))
    done = Organisation.objects.filter(embargo_confirmed_at__isnull=False)
    url = address(waiting, "act", "confirm_embargo")
    form = REASON | {"version": read_version([waiting])}
    return Act(Role.ADMINISTRATOR, url, form, done.exists)


def ask_to_expunge() -> Act:
    url = address(OrganisationFactory(), "act", "ask_to_expunge")
    return Act(Role.REVIEWER, url, PUBLIC_REASON, ExpungeRequest.objects.exists)


def expunge() -> Act:
    by, words = account(Role.REVIEWER), PUBLIC_REASON
    asked = actions.ask_to_expunge(OrganisationFactory(), by=by, **words)
    url, form = address(asked, "change"), {"decision": "expunge"}
    return Act(Role.ADMINISTRATOR, url, form, Tombstone.objects.exists)


def withdraw_consent() -> Act:
    consent = ConsentFactory(person=PersonFactory())
    url = reverse("admin:people_consent_withdraw", args=[consent.pk])
    return Act(Role.EDITOR, url, REASON, Consent.objects.filter(withdrawn_at__isnull=False).exists)


def show_under_pseudonym() -> Act:
    person = published(PersonFactory(named=True))
    url = address(person, "act", "pseudonym")
    form = REASON | {"pseudonym": "Somebody", "given_on": "2025-01-01"}
    return Act(Role.EDITOR, url, form, Person.objects.filter(named_record=person.pk).exists)


def change_account() -> Act:
    url, form = address(AccountFactory(), "change"), {"username": "renamed"}
    done = Account.objects.filter(username="renamed")
    return Act(Role.ADMINISTRATOR, url, form, done.exists)


def invite() -> Act:
    url, form = address(Account, "add"), {"username": "invited", "note": "She is new."}
    return Act(Role.ADMINISTRATOR, url, form, Account.objects.filter(username="invited").exists)


def ask_for_access() -> Act:
    url, form = address(AccountFactory(), "ask"), {"note": "She is back."}
    return Act(Role.ADMINISTRATOR, url, form, AccessRequest.objects.exists)


def give_access() -> Act:
    newcomer, other = AccountFactory(), account(Role.ADMINISTRATOR, "other")
    asked = actions.ask_for_access(newcomer, by=other, note="She is new.")
    url, form = address(asked, "change"), {"decision": "give"}
    done = Account.objects.filter(pk=newcomer.pk, is_active=True)
    return Act(Role.ADMINISTRATOR, url, form, done.exists)


def make_link() -> Act:
    url = reverse("admin:auth_user_password_change", args=[open_account(AccountFactory()).pk])
    made = LogEntry.objects.filter(change_message=LINK_MADE)
    return Act(Role.ADMINISTRATOR, url, {"sent": "yes"}, made.exists)


def remove_factor() -> Act:
    owner = account(Role.EDITOR)
    factors = [TOTPDevice.objects.create(user=owner, name=name) for name in ("one", "two")]
    form = {"act": "remove", "factor": factors[0].persistent_id}
    return Act(Role.EDITOR, FACTOR, form, lambda: TOTPDevice.objects.count() == 1)


def make_recovery_codes() -> Act:
    TOTPDevice.objects.create(user=account(Role.EDITOR), name="one")
    return Act(Role.EDITOR, FACTOR, {"act": "codes"}, StaticToken.objects.exists)


ACTS = [withdraw, confirm_embargo, ask_to_expunge, expunge, withdraw_consent, show_under_pseudonym]
ACTS += [change_account, invite, ask_for_access, give_access, make_link]
ACTS += [remove_factor, make_recovery_codes]


def enter(act: Act, is_fresh: bool = False) -> Client:
    """A session of whoever does it, begun by a second factor where they have one."""
    member, client = account(act.role), Client()
    if not member.check_password(PASSWORD):
        member.set_password(PASSWORD)
        member.save()
    client.force_login(member)
    session = client.session
    for factor in TOTPDevice.objects.filter(user=member):
        session[DEVICE_ID_SESSION_KEY] = factor.persistent_id
    ago = timedelta(0) if is_fresh else A_WHILE
    session[PROVED] = (datetime.now(UTC) - ago).isoformat()
    session.save()
    return client


def is_asked(answer) -> bool:
    return 'name="password_again"' in answer.text


@pytest.fixture
def act(request) -> Act:
    return request.param()


every_act = pytest.mark.parametrize("act", ACTS, indirect=True, ids=lambda each: each.__name__)


@every_act
def test_C13_a_grave_act_in_a_session_left_open_asks_for_the_password(act):
    asked = enter(act).post(act.url, act.form)
    assert is_asked(asked)
    assert not act.is_done()
    assert all(f'name="{name}" value="{said}"' in asked.text for name, said in act.form.items())


@every_act
def test_C13_then_it_goes_on_with_what_was_entered(act):
    enter(act).post(act.url, act.form | {"password_again": PASSWORD})
    assert act.is_done()


@every_act
def test_C13_right_after_the_login_it_is_done_unasked(act):
    """The negative control: the same act, of somebody who proved who they are."""
    enter(act, is_fresh=True).post(act.url, act.form)
    assert act.is_done()


def test_C13_the_password_is_asked_once_in_ten_minutes():
    act = withdraw()
    client = enter(act)
    client.post(act.url, act.form | {"password_again": PASSWORD})
    assert not is_asked(client.post(act.url, act.form))


def test_C13_the_clock_begins_at_the_login_and_not_at_the_last_page(client, editor):
    client.force_login(editor)
    client.get("/admin/")
    began = client.session[PROVED]
    client.get("/admin/")
    assert client.session[PROVED] == began


def test_C13_what_hides_somebody_is_grave_on_every_page():
    """Of all records: what is urgent hides somebody, and nobody undoes that."""
    transitions = {WITHDRAW_CONSENT}
    for staff in admin.site._registry.values():
        transitions |= {*getattr(staff, "transitions", {}).values()}
    assert len(transitions) > len(TRANSITIONS)
    assert not [each.title for each in transitions if each.is_urgent and not each.is_grave]


def test_B8_ten_wrong_passwords_an_hour_and_the_right_one_waits():
    act = withdraw()
    client = enter(act)
    for _ in range(limits.BY_ONE_NAME):
        wrong = client.post(act.url, act.form | {"password_again": "wrong"})
        assert "This is not your password." in wrong.text
    waits = client.post(act.url, act.form | {"password_again": PASSWORD})
    assert "Too many attempts" in waits.text
    assert not act.is_done()


def test_B8_the_old_password_is_tried_ten_times_an_hour(editor):
    client = enter(withdraw())
    url, new = "/admin/password_change/", "four more unusual words"
    form = {"new_password1": new, "new_password2": new}
    for _ in range(limits.BY_ONE_NAME):
        assert "This is not your password." in client.post(url, form | {"old_password": "x"}).text
    assert "Too many attempts" in client.post(url, form | {"old_password": PASSWORD}).text
    editor.refresh_from_db()
    assert editor.check_password(PASSWORD)


def test_C12_a_session_left_open_adds_no_passkey():
    begin, act = reverse("otp_webauthn:credential-registration-begin"), remove_factor()
    old, fresh = enter(act), enter(act, is_fresh=True)
    assert (old.post(begin).status_code, fresh.post(begin).status_code) == (403, 200)
    assert is_asked(old.get(FACTOR))
    assert not is_asked(fresh.get(FACTOR))


def test_C13_nobody_who_is_not_in_is_asked_for_a_password(client, db):
    answer = client.post(address(Account, "add"), {"password_again": PASSWORD})
    assert answer.url.startswith("/admin/login/")
