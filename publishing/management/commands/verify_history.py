from itertools import islice
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from publishing.seals import find_faults, get_head, holds_head

MOST_FAULTS = 100


class Command(BaseCommand):
    help = "Says whether the history is as it was written, and prints its head to keep elsewhere."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--head", help="a head that was printed before, which must still hold")

    def handle(self, *args: Any, **options: Any) -> None:
        faults = [str(fault) for fault in islice(find_faults(), MOST_FAULTS)]
        if options["head"] and not holds_head(options["head"]):
            faults.append(f"{options['head']} is no seal of it: it was cut off, or written anew")
        if faults:
            raise CommandError("\n".join(["The history is broken.", *faults]))
        self.stdout.write(get_head())
