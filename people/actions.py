"""What one person alone may do to somebody's record: take back what it shows."""

from django.utils import timezone
from django.utils.translation import gettext as _

from people.models import Consent
from publishing.actions import action
from publishing.actions.transaction import locked, refuse_if
from publishing.models import Account
from publishing.rules import WRITERS


def cannot_withdraw_consent(consent: Consent, by: Account) -> str | None:
    if not by.has_role(*WRITERS):
        return _("Your account may not withdraw consents.")
    if consent.withdrawn_at:
        return _("This consent was withdrawn already.")
    return None


def withdraw_consent(consent: Consent, *, by: Account, reason: str) -> Consent:
    """Record that somebody takes their consent back; what it showed is hidden at this second."""
    with action(by=by, reason=reason):
        consent = locked(consent)
        refuse_if(cannot_withdraw_consent(consent, by))
        consent.withdrawn_at = timezone.now()
        consent.save(update_fields=["withdrawn_at"])
        return consent
