"""Accounts to try the staff door with: one for each role, and a second administrator."""

import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.http.request import split_domain_port

from publishing.enums import Role
from publishing.models import Account
from tracker.management.commands.migrate import entered_as_owner
from tracker.roles import find_group

KEPT = Path(settings.BASE_DIR) / "var" / "staff_accounts.txt"
#: What one administrator asks for, another gives.
SECOND = "second-administrator"
LOCAL = {"127.0.0.1", "localhost", "[::1]", "testserver"}


class Command(BaseCommand):
    help = "Make the staff's accounts of a demo, for this machine alone, and print them."

    def handle(self, *args: Any, **options: Any) -> None:
        public = {split_domain_port(host)[0] or host for host in settings.ALLOWED_HOSTS} - LOCAL
        if public:
            raise CommandError(
                f"Accounts whose passwords lie in a file are for a demo: {', '.join(public)}"
                " in ALLOWED_HOSTS is no name of this machine alone."
            )
        with entered_as_owner("default"):
            made = [self._make_account(role.value, role) for role in Role]
            made += [self._make_account(SECOND, Role.ADMINISTRATOR)]
        if any(made):
            KEPT.parent.mkdir(exist_ok=True)
            KEPT.touch(mode=0o600)
            with KEPT.open("a", encoding="utf-8") as file:
                file.writelines(f"{line}\n" for line in made if line)
        self.stdout.write(f"Staff accounts (kept in {KEPT.relative_to(settings.BASE_DIR)}):")
        self.stdout.write(KEPT.read_text() if KEPT.exists() else "made earlier, elsewhere")

    def _make_account(self, name: str, role: Role) -> str:
        """A new account's line for the file, or nothing where the account is there."""
        if Account.objects.filter(username=name).exists():
            return ""
        password = secrets.token_urlsafe(15)
        account = Account.objects.create_user(
            name, password=password, is_active=True, is_staff=True
        )
        account.groups.add(find_group(role))
        return f"{name:<20} {password}"
