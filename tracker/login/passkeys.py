"""What we ask and say beyond the library of passkeys, whose refusals are in English alone."""

from typing import Any

from django.http import JsonResponse
from django.utils.translation import gettext_lazy as _
from django_otp_webauthn import exceptions, views

from publishing.fresh_login import PasswordNeeded, require_fresh_login


class OneSentenceMixin:
    """Whatever was wrong, staff read what to do next, and a stranger reads no more."""

    refusal: Any

    def handle_exception(self, exc: Exception) -> JsonResponse:
        if isinstance(exc, PasswordNeeded):
            exc = exceptions.NotVerified()
        answer = super().handle_exception(exc)  # type: ignore[misc]  # of the library's view
        return JsonResponse({"detail": self.refusal}, status=answer.status_code)


class BeginRegistrationView(OneSentenceMixin, views.BeginCredentialRegistrationView):
    """A session that was left open adds no passkey of somebody else to the account."""

    refusal = _("You have been here for too long. Open this page anew.")

    def check_can_register(self) -> None:
        require_fresh_login(self.request)


class CompleteLoginView(OneSentenceMixin, views.CompleteCredentialAuthenticationView):
    refusal = _("This passkey opens nothing here. Use another one, or your password.")
