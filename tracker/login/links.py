"""What a one-time link leads to: a password that its owner alone knows."""

from typing import Any

from django import forms
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.views import PasswordResetConfirmView
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from django_otp import user_has_device

from publishing.models import Account
from tracker.login.factors import verify_code
from tracker.login.forms import CODE
from tracker.login.limits import give_back, take_attempt


class RedeemForm(SetPasswordForm):
    """The link alone changes nothing where the account has a second factor."""

    code = forms.CharField(label=_("Code"), max_length=40, widget=forms.TextInput(attrs=CODE))

    def __init__(self, user: Account, *args: Any, **kwargs: Any) -> None:
        super().__init__(user, *args, **kwargs)
        if not user_has_device(user):
            del self.fields["code"]

    def clean_code(self) -> str:
        code, name = self.cleaned_data["code"], self.user.get_username()
        if not take_attempt(name) or not verify_code(self.user, code):
            raise ValidationError(_("This is not the code of this moment. Try the next one."))
        give_back(name)
        return code


class RedeemLinkView(PasswordResetConfirmView):
    form_class = RedeemForm
    template_name = "admin/login/link.html"
    success_url = reverse_lazy("admin:login")
    title = _("Set your password")

    def get_user(self, uidb64: str) -> Account | None:
        account = super().get_user(uidb64)
        return account if account and account.is_active else None

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        """A link that opens nothing has no form: it may be nobody's."""
        if not self.validlink:
            more["form"] = None
        return super().get_context_data(**more)
