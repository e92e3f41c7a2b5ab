from typing import Any

from django.core.management.base import BaseCommand, CommandError

from publishing.marks import count_unreadable


class Command(BaseCommand):
    help = "Says whether this server has the key of every mark of somebody who was forgotten."

    def handle(self, *args: Any, **options: Any) -> None:
        if lost := count_unreadable():
            raise CommandError(
                f"No key here made the marks of {lost} who were forgotten: a list can bring them"
                " back. Put the key of before into FORGOTTEN_KEY_FALLBACKS."
            )
