"""An administrator, made by the owner of the database: the first two have nobody to ask."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from publishing.admin.accounts import make_link
from publishing.enums import Role
from publishing.models import Account
from tracker.management.commands.migrate import entered_as_owner
from tracker.roles import find_group


class Command(BaseCommand):
    help = "Make an administrator, and print the path of a link that works once, within a day."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, username: str, **options: Any) -> None:
        with entered_as_owner("default"), transaction.atomic():
            if Account.objects.filter(username=username).exists():
                raise CommandError(f"There is an account {username} already.")
            account = Account.objects.create_user(username, is_active=True, is_staff=True)
            account.groups.add(find_group(Role.ADMINISTRATOR))
            self.stdout.write(f"{username} sets a password at {make_link(account)}")
