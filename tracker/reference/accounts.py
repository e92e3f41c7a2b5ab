"""The two accounts under which reference data is written and approved."""

from django.contrib.auth.hashers import make_password

from publishing.enums import Role
from publishing.models import Account
from tracker.roles import find_group

AUTHOR, APPROVER = "reference-author", "reference-approver"


def make_accounts() -> tuple[Account, Account]:
    """Author and approver: two names in the history that nobody can log in with."""
    return make_unusable_account(AUTHOR, Role.EDITOR), make_unusable_account(
        APPROVER, Role.REVIEWER
    )


def make_unusable_account(name: str, role: Role) -> Account:
    """An account that acts in the history alone: inactive, not staff, without a password."""
    account, is_new = Account.objects.get_or_create(
        username=name,
        defaults={"is_active": False, "is_staff": False, "password": make_password(None)},
    )
    if is_new:
        account.groups.add(find_group(role))
    return account
