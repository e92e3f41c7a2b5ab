from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

#: What an operator runs each night, in this order.
COMMANDS = (
    "clearsessions", "delete_expired_plans", "find_duplicates", "count_unshown", "check_marks",
    "rebuild_documents --only-over",
)  # fmt: skip


class Command(BaseCommand):
    help = f"Runs what is due each night: {', '.join(COMMANDS)}."

    def handle(self, *args: Any, **options: Any) -> None:
        for name in COMMANDS:
            call_command(*name.split(), verbosity=options["verbosity"], stdout=self.stdout)
