from typing import Any

from django.core.management.base import BaseCommand

from releases.unshown_counts import renew_counts


class Command(BaseCommand):
    help = "Counts, at most once a week, how many people of each closed wave are not shown."

    def handle(self, *args: Any, **options: Any) -> None:
        renewed = renew_counts()
        if options["verbosity"]:
            self.stdout.write(f"Counted {renewed} waves anew.")
