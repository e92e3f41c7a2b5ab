"""What an account may do: one administrator asks for it, another gives it."""

from django.contrib.auth.models import Group
from django.db import connection
from django.utils.translation import gettext as _

from publishing import rules
from publishing.actions.transaction import Refused, action, lock_row, refuse_if
from publishing.history import attribute_changes
from publishing.models import AccessRequest, Account


def ask_for_access(account: Account, *, by: Account, note: str, role: str = "") -> AccessRequest:
    """Ask that an account has a role, or without one that it is opened; `note` says who it is."""
    with action(by=by):
        account = lock_row(account)
        refuse_if(rules.cannot_ask_for_access(account, by, role))
        if not note.strip():
            raise Refused(_("Say who this is, and why."))
        group = Group.objects.get(name=role) if role else None
        return AccessRequest.objects.create(account=account, role=group, note=note, asked_by=by)


def give_access(request: AccessRequest, *, by: Account) -> None:
    """Give, as a second administrator, what was asked for; who is let in begins without roles."""
    with action(by=by):
        refuse_if(rules.cannot_give_access(request, by))
        with connection.cursor() as cursor:
            cursor.execute("SELECT publishing_give_access(%s)", [request.pk])


def decline_access(request: AccessRequest, *, by: Account) -> None:
    """Take a request off the queue; the account stays as it is."""
    with attribute_changes(by=by):
        refuse_if(rules.cannot_decline_access(request, by))
        request.delete()
