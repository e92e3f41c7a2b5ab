# ruff: noqa: N802
"""C11: an administrator alone opens no account and gives no role; two do."""

import re
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django_otp.plugins.otp_totp.models import TOTPDevice

from publishing.actions import approve
from publishing.enums import Role, State
from publishing.models import AccessRequest, Account, History
from tests.accounts import account, open_account
from tests.factories import (
    AccessRequestFactory,
    AccountFactory,
    ContactFactory,
    OrganisationFactory,
    in_review,
)
from tests.hostile.asking import staff
from tests.staff import address, send
from tracker.reference.accounts import make_accounts

pytestmark = pytest.mark.django_db
PASSWORD = "three unusual words"
INDEX, LOGIN = "/admin/", "/admin/login/"
#: What any form of an account could be asked for.
EVERYTHING = {
    "is_active": "on", "is_staff": "on", "is_superuser": "on", "role": "reviewer", "note": "Do.",
    "decision": "give", "password1": PASSWORD, "password2": PASSWORD, "usable_password": "true",
    "new_password1": PASSWORD, "new_password2": PASSWORD, "user_permissions": [1],
}  # fmt: skip


@pytest.fixture
def desk(administrator) -> Client:
    return enter(administrator)


def enter(who: Account) -> Client:
    """Logged in with a second factor, as everybody is."""
    device, _is_new = TOTPDevice.objects.get_or_create(user=who, name="authenticator")
    client = Client()
    client.force_login(who)
    session = client.session
    session["otp_device_id"] = device.persistent_id
    session.save()
    return client


def has_logged_in(name: str) -> bool:
    client = Client()
    client.post(LOGIN, {"username": name, "password": PASSWORD, "code": "", "next": INDEX})
    return "_auth_user_id" in client.session


def list_access() -> set[tuple[str, str | None]]:
    """Who is let in, and who of them may do what."""
    opened = Account.objects.filter(is_active=True)
    staff = opened.filter(is_staff=True).values_list("username")
    return {(name, "in") for (name,) in staff} | {*opened.values_list("username", "groups__name")}


def list_roads(row: Account | AccessRequest) -> Iterator[str]:
    """Every address that is about the account, or the request."""
    place, key = f"admin/publishing/{row._meta.model_name}/", str(row.pk)
    for route in staff():
        if route.template.startswith(place):
            yield from route.filled(**{blank: [key] for blank in route.blanks})


def try_everything(client: Client) -> set[str]:
    """Send all that could be sent to every address of every account and request; the links."""
    links: set[str] = set()
    groups = [*Group.objects.values_list("pk", flat=True)]
    for row in [*Account.objects.all(), *AccessRequest.objects.all()]:
        for url in list_roads(row):
            name = "second-self" if url.endswith("add/") else getattr(row, "username", "")
            sent = EVERYTHING | {"username": name, "groups": groups}
            page = client.post(url, sent, follow=True).content.decode()
            links |= {*re.findall(r"<code>http://testserver(/admin/link/[^<]+)</code>", page)}
    return links


def redeem(link: str) -> None:
    client = Client()
    form = client.get(link, follow=True).request["PATH_INFO"]
    client.post(form, {"new_password1": PASSWORD, "new_password2": PASSWORD})


def test_C11_one_administrator_alone_lets_nobody_in_by_any_road(desk, settings):
    settings.SECOND_FACTOR = True
    for name in ("without-a-factor", "another"):
        account(Role.REVIEWER, name)
    TOTPDevice.objects.create(user=Account.objects.get(username="another"), name="authenticator")
    former = AccountFactory(username="former")
    AccessRequestFactory(account=former, asked_by=Account.objects.get(username="administrator"))
    before = list_access()
    for _time in range(2):  # what was asked at first could be given then
        for link in try_everything(desk):
            redeem(link)
    assert AccessRequest.objects.filter(account__username="second-self").exists()
    assert TOTPDevice.objects.filter(user__username="another").exists()
    assert list_access() - before == set()
    assert [each.username for each in Account.objects.all() if has_logged_in(each.username)] == []


def test_C11_two_administrators_let_somebody_in_who_then_approves(desk, settings):
    settings.SECOND_FACTOR = True
    other = enter(account(Role.ADMINISTRATOR, "other"))
    desk.post(address(Account, "add"), {"username": "newcomer", "note": "She begins today."})
    newcomer = Account.objects.get(username="newcomer")
    give(other, newcomer)
    page = desk.post(reverse("admin:auth_user_password_change", args=[newcomer.pk])).content
    redeem(re.findall(r"<code>http://testserver(/admin/link/[^<]+)</code>", page.decode())[0])
    assert has_logged_in("newcomer")
    desk.post(address(newcomer, "ask"), {"role": "reviewer", "note": "She reviews."})
    give(other, newcomer)
    assert not newcomer.groups.exists()  # before she has a second factor
    enter(newcomer)
    give(other, newcomer)
    record = approve(in_review(OrganisationFactory()), by=newcomer)
    assert record.state == State.APPROVED
    given = AccessRequest.objects.values_list("asked_by__username", "given_by__username")
    assert set(given) == {("administrator", "other")}


def give(by: Client, to: Account) -> None:
    asked = AccessRequest.objects.get(account=to, given_at=None)
    by.post(address(asked, "change"), {"decision": "give"})


@pytest.mark.parametrize("whose", ["own", "reference"])
def test_C11_an_administrator_does_not_touch(whose, desk, administrator):
    one = administrator if whose == "own" else make_accounts()[0]
    page = address(one, "change")
    assert desk.post(page, {"username": "another"}).status_code == 403
    assert desk.post(address(one, "ask"), EVERYTHING).status_code == 403
    assert desk.get(page).status_code == 200


def test_C11_one_administrator_closes_an_account_and_takes_a_role_away(desk):
    one, two = account(Role.EDITOR, "one"), account(Role.EDITOR, "two")
    send(desk, address(one, "change"), is_active="")
    send(desk, address(two, "change"), groups=[])
    assert not Account.objects.get(pk=one.pk).is_active
    assert not two.groups.exists()


def test_C11_a_request_is_declined_and_the_account_stays(desk):
    asked = AccessRequestFactory(account=open_account(AccountFactory()), note="Somebody's cousin.")
    page = address(asked, "change")
    assert "Somebody&#x27;s cousin." in desk.get(page).content.decode()
    assert desk.post(page, {"decision": "burn"}).status_code == 404
    desk.post(page, {"decision": "decline"})
    assert not AccessRequest.objects.exists()


def test_a_request_that_is_refused_keeps_what_was_typed(desk):
    one = AccountFactory()
    AccessRequestFactory(account=one)
    page = desk.post(address(one, "ask"), {"note": "She is back."}).content.decode()
    assert "Somebody asked for it already." in page
    assert "She is back." in page


def test_F6_the_history_of_everything_shows_no_case(desk):
    contact, organisation = ContactFactory(), OrganisationFactory()
    shown = desk.get(address(History, "changelist")).context["cl"].queryset
    assert shown.filter(row_id=organisation.pk).exists()
    assert History.objects.filter(row_id=contact.pk).exists()
    assert not shown.filter(row_id=contact.pk).exists()
