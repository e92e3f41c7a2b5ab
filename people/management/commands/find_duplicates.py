from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from people.duplicates.likely_pairs import AT_ONCE, compare_changed
from people.duplicates.models import Uncompared
from people.persons.models import Person


class Command(BaseCommand):
    help = "Compares everybody whose names or dates changed with all others, for the staff's queue."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--all", action="store_true", help="everybody, changed or not")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["all"]:
            marks = (Uncompared(key) for key in Person.objects.values_list("pk", flat=True))
            Uncompared.objects.bulk_create(marks, ignore_conflicts=True, batch_size=5000)
        total, done, begun = Uncompared.objects.count(), 0, timezone.now()
        while compared := compare_changed(AT_ONCE):
            done += compared
            if options["verbosity"] > 1:
                self.stdout.write(f"{done} of {total}")
        if options["verbosity"]:
            seconds = (timezone.now() - begun).total_seconds()
            self.stdout.write(f"Compared {done} people with all others in {seconds:.0f} s.")
