"""The form of login, and that by which an authenticator is taken on."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import authenticate
from django.contrib.auth.forms import PasswordChangeForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django_otp.models import Device
from django_otp.plugins.otp_totp.models import TOTPDevice

from publishing.models import Account
from tracker.login.factors import list_factors, verify_code, verify_recovery_code
from tracker.login.limits import give_back, one_at_a_time, take_attempt

CODE = {"autocomplete": "one-time-code", "autocapitalize": "off", "spellcheck": "false"}


class LoginForm(AdminAuthenticationForm):
    """Name, password and code at once: what is wrong among them is not told."""

    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs=CODE),
        help_text=_("From your authenticator, or a recovery code. At your first login, none."),
    )
    error_messages = {
        "invalid_login": _("This name, password and code do not belong together."),
        "inactive": _("This name, password and code do not belong together."),
        "too_many": _(
            "Too many attempts within an hour. A passkey or a recovery code still lets you in."
        ),
        "busy": _("Too many people log in at this moment. Try again."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not settings.SECOND_FACTOR:
            del self.fields["code"]

    def clean(self) -> dict[str, Any]:
        username = self.cleaned_data.get("username", "")
        password = self.cleaned_data.get("password", "")
        if not username or not password:
            return self.cleaned_data
        account, device = self.authenticate_within_limits(username, password)
        self.confirm_login_allowed(account)
        if device:
            account.otp_device = device  # type: ignore[attr-defined]  # django_otp reads it
        self.user_cache = account
        return self.cleaned_data

    def authenticate_within_limits(
        self, username: str, password: str
    ) -> tuple[Account, Device | None]:
        """The account and its second factor; nobody guesses a recovery code, so it has no limit."""
        code, device = self.cleaned_data.get("code", ""), None
        if not take_attempt(username):
            account = Account.objects.filter(username=username).first()
            device = verify_recovery_code(account, code) if account else None
            if device is None:
                raise self.make_error("too_many")
        account = self.authenticate_alone(username, password)
        device = device or self.find_device(account, code)
        give_back(username)
        return account, device

    def authenticate_alone(self, username: str, password: str) -> Account:
        with one_at_a_time() as is_turn:
            if not is_turn:
                raise self.make_error("busy")
            account = authenticate(self.request, username=username, password=password)
        if not isinstance(account, Account):
            raise self.make_error("invalid_login")
        return account

    def find_device(self, account: Account, code: str) -> Device | None:
        """None for whoever has no second factor yet, and is let in to set one up."""
        if not settings.SECOND_FACTOR or not list_factors(account):
            return None
        if device := verify_code(account, code):
            return device
        raise self.make_error("invalid_login")

    def make_error(self, name: str) -> ValidationError:
        return ValidationError(self.error_messages[name], code=name)


def verify_own_password(account: Account, password: str) -> None:
    """Whoever found a session open tries no more passwords than somebody at the door."""
    name = account.get_username()
    if not take_attempt(name):
        raise ValidationError(
            _(
                "Too many attempts within an hour. Log out, and log in with a passkey or a recovery"
                " code."
            )
        )
    with one_at_a_time() as is_turn:
        if not is_turn:
            raise ValidationError(LoginForm.error_messages["busy"])
        if not account.check_password(password):
            raise ValidationError(_("This is not your password."))
    give_back(name)


class PasswordAgainForm(forms.Form):
    """Asks whoever is logged in for their password, before a grave act."""

    password_again = forms.CharField(
        label=_("Your password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "autofocus": True}),
    )

    def __init__(self, *args: Any, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account = account

    def clean_password_again(self) -> None:
        verify_own_password(self.account, self.cleaned_data["password_again"])


class NewPasswordForm(PasswordChangeForm):
    """Django's, with a limit on how often the old password is tried."""

    required_css_class = "required"

    def clean_old_password(self) -> str:
        verify_own_password(self.user, self.cleaned_data["old_password"])
        return self.cleaned_data["old_password"]


class AuthenticatorForm(forms.Form):
    """The first code of an authenticator shows that it was set up as it should be."""

    code = forms.CharField(label=_("Code"), max_length=10, widget=forms.TextInput(attrs=CODE))

    def __init__(self, *args: Any, device: TOTPDevice, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.device = device

    def clean_code(self) -> str:
        code = self.cleaned_data["code"].replace(" ", "")
        if not self.device.verify_token(code):
            raise ValidationError(_("This is not the code of this moment. Try the next one."))
        return code
