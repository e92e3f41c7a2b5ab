# ruff: noqa: N802
"""C12: a passkey is added and opens the door, in a real browser with a virtual authenticator."""

from base64 import b64encode
from collections.abc import Iterator
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from playwright.sync_api import Browser, CDPSession, Page, Route, expect

from publishing.enums import Role
from tests.browser.conftest import tab
from tests.browser.staff import log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OF_THE_DEVICE = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True}
WITH_ITS_OWNER = {"hasUserVerification": True, "isUserVerified": True}


class Device:
    """The authenticator that the browser takes for the device's own."""

    def __init__(self, page: Page) -> None:
        self.browser: CDPSession = page.context.new_cdp_session(page)
        self.browser.send("WebAuthn.enable")
        self.key = self.add()

    def add(self) -> str:
        options = OF_THE_DEVICE | WITH_ITS_OWNER
        made = self.browser.send("WebAuthn.addVirtualAuthenticator", {"options": options})
        return made["authenticatorId"]

    def read_credentials(self) -> list[dict[str, Any]]:
        asked = {"authenticatorId": self.key}
        return self.browser.send("WebAuthn.getCredentials", asked)["credentials"]

    def exchange(self, *credentials: dict[str, Any]) -> None:
        """Another device is held to the browser, with these credentials."""
        self.browser.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": self.key})
        self.key = self.add()
        for each in credentials:
            holds = {"authenticatorId": self.key, "credential": each}
            self.browser.send("WebAuthn.addCredential", holds)


@pytest.fixture
def page(browser: Browser, live_server) -> Iterator[Page]:
    """One tab; what is refused here is an error in its console too."""
    with tab(browser, live_server.url) as page:
        yield page


@pytest.fixture
def device(page: Page, people, live_server, settings) -> Device:
    """A device whose passkey was added on the page of the second factor."""
    settings.SECOND_FACTOR = True
    settings.OTP_WEBAUTHN_RP_ID = "localhost"
    settings.OTP_WEBAUTHN_ALLOWED_ORIGINS = [live_server.url]
    found = Device(page)
    log_in(page, Role.EDITOR)
    expect(page).to_have_title("Second factor | Release tracker · staff")
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.locator("#passkey-register-status-message")).to_have_text(
        "Registration successful!"
    )
    page.get_by_role("button", name="Go on").click()
    expect(page).to_have_title("Recovery codes | Release tracker · staff")
    page.get_by_role("link", name="Go on").click()
    expect(page).to_have_title("What waits | Release tracker · staff")
    return found


def log_out(page: Page) -> None:
    page.get_by_role("button", name="Log out").click()
    page.goto("/admin/login/?next=/admin/people/person/")


def use_passkey(page: Page) -> None:
    page.get_by_role("button", name="Log in with a passkey").click()


def assert_comes_after_its_texts(page: Page, address: str, button: str) -> None:
    """Whoever pressed it before them would see nothing happen."""
    late: list[Route] = []
    page.route("**/admin/passkeys/jsi18n/", lambda asked: late.append(asked))
    with page.expect_request_finished(lambda asked: "/otp_webauthn_" in asked.url):
        page.goto(address, wait_until="commit")
    page.wait_for_timeout(200)
    assert page.get_by_role("button", name=button).count() == 0
    late.pop().continue_()
    expect(page.get_by_role("button", name=button)).to_be_visible()


def test_the_button_that_adds_a_passkey_comes_after_its_texts(page, people, settings):
    settings.SECOND_FACTOR = True
    log_in(page, Role.EDITOR)
    expect(page).to_have_title("Second factor | Release tracker · staff")
    assert_comes_after_its_texts(page, "/admin/second-factor/", "Add a passkey")


def test_the_button_that_asks_for_a_passkey_comes_after_its_texts(page, settings):
    settings.SECOND_FACTOR = True
    assert_comes_after_its_texts(page, "/admin/login/", "Log in with a passkey")


def test_C12_a_passkey_opens_the_door_without_a_password(page, device):
    log_out(page)
    use_passkey(page)
    page.wait_for_url("**/admin/people/person/")


def test_C12_a_device_without_the_passkey_opens_nothing(page, device):
    device.exchange()
    log_out(page)
    use_passkey(page)
    said = page.locator("#passkey-verification-status-message")
    expect(said).to_have_text("Verification canceled or not allowed.")
    page.goto("/admin/")
    assert "/admin/login/" in page.url


def test_C12_a_device_that_forges_the_passkey_is_refused(page, device):
    """It knows all that is public of the passkey, and signs with a key of its own."""
    (passkey,) = device.read_credentials()
    own = ec.generate_private_key(ec.SECP256R1()).private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    device.exchange(passkey | {"privateKey": b64encode(own).decode()})
    log_out(page)
    use_passkey(page)
    said = page.locator("#passkey-verification-status-message")
    expect(said).to_contain_text("This passkey opens nothing here.")
    page.goto("/admin/")
    assert "/admin/login/" in page.url
