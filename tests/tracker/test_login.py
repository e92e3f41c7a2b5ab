"""B8, C12, C13: who gets through the staff's door, how often it may be tried, and until when."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from unittest import mock

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from publishing.enums import Role
from publishing.models import Account, LoginAttempts
from tests.accounts import account, open_account
from tracker.login import factors, limits

pytestmark = pytest.mark.django_db
LOGIN, INDEX, FACTOR = "/admin/login/", "/admin/", "/admin/second-factor/"
PASSWORD = "three unusual words"
COOKIE = "__Host-session"
WRONG = "This name, password and code do not belong together."


@pytest.fixture(autouse=True)
def second_factor(settings) -> None:
    settings.SECOND_FACTOR = True


@pytest.fixture
def member(db) -> Account:
    found = account(Role.EDITOR, "member")
    found.set_password(PASSWORD)
    found.save()
    return found


@pytest.fixture
def authenticator(member: Account) -> TOTPDevice:
    return TOTPDevice.objects.create(user=member, name="authenticator")


def code_of(device: TOTPDevice, later: int = 0) -> str:
    """The code that the authenticator shows, so many steps from now."""
    totp = TOTP(device.bin_key)
    totp.time = datetime.now(UTC).timestamp() + 30 * later
    return f"{totp.token():06}"


def log_in(client: Client, code: str = "", password: str = PASSWORD, name: str = "member"):
    return client.post(LOGIN, {"username": name, "password": password, "code": code, "next": INDEX})


def is_in(client: Client) -> bool:
    return client.get(INDEX).status_code == 200


# --- C12: the second factor


def test_C12_a_password_and_a_code_open_the_door(client, authenticator):  # noqa: N802
    assert log_in(client, code_of(authenticator)).status_code == 302
    assert is_in(client)


@pytest.mark.parametrize("code", ["", "000000", "x" * 16, "0000000000000000"])
def test_C12_a_password_alone_opens_nothing(code, client, authenticator):  # noqa: N802
    assert WRONG in log_in(client, code).content.decode()
    assert not is_in(client)


def test_C12_without_the_requirement_it_does(client, member, settings):  # noqa: N802
    """The negative control, and how the demo is."""
    settings.SECOND_FACTOR = False
    log_in(client)
    assert is_in(client)


def test_C12_a_code_opens_once(client, authenticator):  # noqa: N802
    code = code_of(authenticator)
    log_in(client, code)
    other = Client()
    assert WRONG in log_in(other, code).content.decode()
    assert not is_in(other)


def test_C12_whoever_has_none_sets_one_up_before_anything_else(client, member):  # noqa: N802
    log_in(client)
    assert client.get(INDEX, follow=True).request["PATH_INFO"] == FACTOR
    device = TOTPDevice.objects.get(user=member, confirmed=False)
    assert "is not the code" in send_code(client, "000000").content.decode()
    page = send_code(client, code_of(device)).content.decode()
    assert len(re.findall(r"<code>([0-9a-f]{16})</code>", page)) == factors.RECOVERY_CODES
    assert is_in(client)


def send_code(client: Client, code: str):
    return client.post(FACTOR, {"act": "confirm", "code": code})


def test_C12_nobody_adds_a_second_factor_by_the_password_alone(client, authenticator):  # noqa: N802
    client.force_login(authenticator.user)
    for act in ("confirm", "codes", "remove"):
        assert client.post(FACTOR, {"act": act}).url == reverse("admin:login")
    begin = reverse("otp_webauthn:credential-registration-begin")
    assert client.post(begin).status_code == 403
    assert not is_in(client)


def test_C12_every_address_of_the_staff_asks_for_it(client, member):  # noqa: N802
    client.force_login(member)
    paths = [INDEX, "/admin/password_change/", "/admin/jsi18n/", "/admin/people/person/add/"]
    assert {client.get(path).status_code for path in paths} == {302}


def test_C12_a_recovery_code_opens_once_and_only_its_hash_is_kept(client, authenticator):  # noqa: N802
    codes = factors.make_recovery_codes(authenticator.user)
    with connection.cursor() as cursor:
        cursor.execute("SELECT token FROM otp_static_statictoken")
        assert not {row[0] for row in cursor.fetchall()} & set(codes)
    log_in(client, codes[0])
    assert is_in(client)
    assert WRONG in log_in(Client(), codes[0]).content.decode()


def test_C12_the_last_second_factor_stays(client, authenticator):  # noqa: N802
    log_in(client, code_of(authenticator))
    client.post(FACTOR, {"act": "remove", "factor": authenticator.persistent_id})
    assert TOTPDevice.objects.filter(pk=authenticator.pk).exists()


@pytest.mark.parametrize(("language", "said"), [("be", "Правяраем"), ("ru", "Проверяем")])
def test_C12_the_passkeys_speak_the_language_of_their_page(language, said, client):  # noqa: N802
    url = reverse("otp_webauthn:js-i18n-catalog")
    words = client.get(url, headers={"accept-language": language}).text
    assert json.dumps(said)[1:-1] in words


def test_C12_no_page_of_the_admin_shows_a_second_factor(client):  # noqa: N802
    from django.contrib import admin

    assert not [model for model in admin.site._registry if "otp" in model._meta.app_label]


# --- B8: how often


def test_B8_after_ten_attempts_even_the_right_password_waits(client, authenticator):  # noqa: N802
    for _ in range(limits.BY_ONE_NAME):
        assert WRONG in log_in(client, password="wrong").content.decode()
    page = log_in(client, code_of(authenticator)).content.decode()
    assert "Too many attempts" in page
    assert not is_in(client)


def test_B8_the_owner_still_gets_in_by_a_recovery_code(client, authenticator):  # noqa: N802
    code = factors.make_recovery_codes(authenticator.user)[0]
    for _ in range(limits.BY_ONE_NAME + 1):
        log_in(client, password="wrong")
    log_in(client, code)
    assert is_in(client)


def test_B8_a_name_that_nobody_has_is_limited_alike_and_is_not_kept(client):  # noqa: N802
    for _ in range(limits.BY_ONE_NAME):
        log_in(client, name="nobody-of-ours")
    assert "Too many attempts" in log_in(client, name="Nobody-of-ours").content.decode()
    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(l::text, ' ') FROM publishing_loginattempts l")
        assert "nobody" not in cursor.fetchone()[0].casefold()


def test_B8_all_names_together_have_a_limit(client, member, monkeypatch):  # noqa: N802
    monkeypatch.setattr(limits, "BY_ANY", 3)
    for number in range(3):
        log_in(client, name=f"name-{number}")
    assert "Too many attempts" in log_in(client).content.decode()


def test_B8_an_hour_later_and_after_a_success_the_count_begins_anew(client, authenticator):  # noqa: N802
    for _ in range(limits.BY_ONE_NAME):
        log_in(client, password="wrong")
    LoginAttempts.objects.update(since=datetime.now(UTC) - limits.WINDOW - timedelta(seconds=1))
    log_in(client, code_of(authenticator))
    assert is_in(client)
    assert set(LoginAttempts.objects.values_list("count", flat=True)) == {0}


@pytest.mark.django_db(transaction=True)
def test_B8_attempts_in_parallel_are_counted_one_by_one():  # noqa: N802
    def attempt(number: int) -> bool:
        try:
            return limits.take_attempt("somebody")
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(attempt, range(40))) == limits.BY_ONE_NAME


def test_B8_a_counter_that_is_read_before_it_is_written_lets_more_through():  # noqa: N802
    """The negative control: without a lock, two that come together read the same count."""
    LoginAttempts.objects.create(key="any", since=datetime.now(UTC), count=0)
    first, second = (LoginAttempts.objects.get(key="any") for _ in range(2))
    for row in (first, second):
        row.count += 1
        row.save()
    assert LoginAttempts.objects.get(key="any").count == 1


def test_B8_one_password_is_hashed_at_a_time(client, member, monkeypatch):  # noqa: N802
    monkeypatch.setattr(limits, "PATIENCE", 0.01)
    with limits.one_at_a_time(), mock.patch("tracker.login.forms.authenticate") as hashing:
        assert "Too many people" in log_in(client).content.decode()
    assert not hashing.called


# --- C13: sessions


def test_C13_a_session_has_a_new_id_and_ends_when_nobody_uses_it(client, authenticator):  # noqa: N802
    client.get(LOGIN)
    before = client.session.session_key
    log_in(client, code_of(authenticator))
    assert client.session.session_key != before
    assert client.session.get_expiry_age() == 30 * 60
    with mock.patch(
        "django.utils.timezone.now", return_value=datetime.now(UTC) + timedelta(minutes=31)
    ):
        assert not is_in(client)


def test_C13_twelve_hours_after_the_login_it_is_over_however_busy(client, authenticator):  # noqa: N802
    log_in(client, code_of(authenticator))
    assert is_in(client)
    session = client.session
    session["since"] = (datetime.now(UTC) - timedelta(hours=11, minutes=59)).isoformat()
    session.save()
    assert is_in(client)
    session = client.session
    session["since"] = (datetime.now(UTC) - timedelta(hours=12)).isoformat()
    session.save()
    assert not is_in(client)
    assert "_auth_user_id" not in client.session


def test_C13_a_logout_clears_the_browser_and_kills_the_session(client, authenticator):  # noqa: N802
    log_in(client, code_of(authenticator))
    stolen = client.cookies[COOKIE].value
    answer = client.post(reverse("admin:logout"))
    assert answer["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    thief = Client()
    thief.cookies[COOKIE] = stolen
    assert not is_in(thief)


def test_C13_the_staff_get_one_cookie_that_ends_with_the_browser(client, authenticator):  # noqa: N802
    log_in(client, code_of(authenticator))
    assert set(client.cookies) == {COOKIE}
    cookie = client.cookies[COOKIE]
    said = (cookie["secure"], cookie["httponly"], cookie["samesite"], cookie["max-age"])
    assert said == (True, True, "Strict", "")


@pytest.mark.parametrize(
    "target", ["https://elsewhere.example/", "//elsewhere.example", "javascript:x"]
)
def test_C13_a_bad_next_leads_to_what_waits(target, client, authenticator):  # noqa: N802
    form = {"username": "member", "password": PASSWORD, "code": code_of(authenticator)}
    assert client.post(LOGIN, form | {"next": target}).url == INDEX


# --- Links: how somebody gets a password without anybody else knowing it


@pytest.fixture
def invited(db) -> Account:
    return open_account(Account.objects.create_user("invited"))


def make_link(settings, of: Account, by: Account) -> str:
    """What the page of the account shows to `by`, who logs in as tests do."""
    settings.SECOND_FACTOR = False
    door = Client()
    door.force_login(by)
    page = door.post(f"/admin/publishing/account/{of.pk}/password/", follow=True).content.decode()
    settings.SECOND_FACTOR = True
    found = re.search(r"<code>http://testserver(/admin/link/[^<]+)</code>", page)
    return found[1] if found else ""


def redeem(link: str, **more: str) -> Client:
    client = Client()
    form = client.get(link).url
    client.post(form, {"new_password1": PASSWORD, "new_password2": PASSWORD, **more})
    return client


def test_C12_an_invitation_opens_once_and_leads_to_a_second_factor(  # noqa: N802
    invited, administrator, settings
):
    link = make_link(settings, invited, administrator)
    client = redeem(link)
    log_in(client, name="invited")
    assert client.get(INDEX, follow=True).request["PATH_INFO"] == FACTOR
    assert "used up" in Client().get(link).content.decode()


@pytest.mark.parametrize(("has_code", "is_changed"), [(True, True), (False, False)])
def test_C12_a_forgotten_password_is_set_with_the_second_factor(  # noqa: N802
    has_code, is_changed, authenticator, administrator, settings
):
    member = authenticator.user
    before = member.password
    code = code_of(authenticator) if has_code else "000000"
    redeem(make_link(settings, member, administrator), code=code)
    member.refresh_from_db()
    assert (member.password != before) is is_changed


def test_C12_a_link_that_is_nobodys_is_refused_as_one_that_is_used_up(  # noqa: N802
    invited, administrator, settings
):
    link = make_link(settings, invited, administrator)
    Account.objects.filter(pk=invited.pk).update(is_active=False)
    token = link.split("/")[-2]
    for address in (link, f"/admin/link/OTk5OTk5/{token}/", "/admin/link/%FF%FE/%FF%FE/"):
        for answer in (Client().get(address), Client().post(address)):
            assert answer.status_code == 200
            assert "used up" in answer.content.decode()


@pytest.mark.parametrize("of", ["administrator", "closed", "with roles"])
def test_C11_a_link_is_no_way_to_be_somebody_else(of, member, administrator, settings):  # noqa: N802
    accounts = {
        "administrator": administrator,
        "closed": Account.objects.create_user("closed"),
        "with roles": member,  # who has no second factor that would be asked for
    }
    assert make_link(settings, accounts[of], administrator) == ""


def test_C11_nobody_sets_the_password_of_somebody_else(member, administrator, settings):  # noqa: N802
    settings.SECOND_FACTOR, before = False, member.password
    door = Client()
    door.force_login(administrator)
    form = {"password1": "another long one", "password2": "another long one"}
    door.post(f"/admin/publishing/account/{member.pk}/password/", form)
    member.refresh_from_db()
    assert member.password == before
