"""The reference data, into the database."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from tracker.management.commands.migrate import entered_as_owner
from tracker.reference import FOLDER, BadReferenceError, load_reference
from tracker.synthetic import is_synthetic


class Command(BaseCommand):
    help = "Load what is absent of the reference data; what was edited here stays as it is."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="print what would be done, and change nothing"
        )
        parser.add_argument("--from", dest="folder", type=Path, default=FOLDER, metavar="FOLDER")

    def handle(self, *args: Any, **options: Any) -> None:
        if is_synthetic():
            raise CommandError("This database holds a synthetic world: no real data enters it.")
        try:
            outcome = load_reference(options["folder"], is_rehearsal=options["check"])
        except BadReferenceError as error:
            raise CommandError(f"The reference data was not loaded.\n{error}") from error
        for line in outcome.differences:
            self.stdout.write(line)
        if outcome.inserted:
            self.stdout.write(self._summarise_inserted(outcome.inserted, options))
            if not options["check"] and not connection.in_atomic_block:
                take_stock()
        elif not outcome.differences:
            self.stdout.write("Reference data: nothing to do.")

    def _summarise_inserted(self, inserted: list[str], options: dict[str, Any]) -> str:
        if options["check"]:
            return "\n".join(f"{key}: would be inserted" for key in inserted)
        return f"Reference data: {len(inserted)} records inserted and published."


def take_stock() -> None:
    """Have the planner know at once what the tables hold: a page took a second before it did.

    Only the owner of the tables may ask for it.
    """
    with entered_as_owner("default"), connection.cursor() as cursor:
        cursor.execute("ANALYZE")
