"""What one person alone may do to somebody's record: take back what it shows."""

from django.utils import timezone
from django.utils.translation import gettext as _

from people.persons.models import Consent
from publishing.actions import action
from publishing.actions.transaction import lock_row, refuse_if
from publishing.models import Account
from publishing.rules import WRITERS


def cannot_withdraw_consent(consent: Consent, by: Account) -> str | None:
    if not by.has_role(*WRITERS):
        return _("Your account may not withdraw consents.")
    if consent.withdrawn_at and not _ended_with_a_merge(consent):
        return _("This consent was withdrawn already.")
    return None


def _ended_with_a_merge(consent: Consent) -> bool:
    """Whether the undo of a merge would revive it, unless its person takes it back themselves."""
    ended = consent.person.merges.filter(
        undone_at__isnull=True, moves__row_id=consent.pk, moves__column_name="withdrawn_at"
    )
    moment = Consent._meta.get_field("withdrawn_at")
    moments = ended.values_list("moves__new", flat=True)
    return any(moment.to_python(new) == consent.withdrawn_at for new in moments)


def withdraw_consent(consent: Consent, *, by: Account, reason: str) -> Consent:
    """Record that somebody takes their consent back; what it showed is hidden at this second."""
    with action(by=by, reason=reason):
        consent = lock_row(consent)
        refuse_if(cannot_withdraw_consent(consent, by))
        consent.withdrawn_at = timezone.now()
        consent.save(update_fields=["withdrawn_at"])
        return consent
