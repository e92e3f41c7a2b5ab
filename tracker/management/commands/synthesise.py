"""A synthetic world, for measures of speed and for trying things out."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from publishing.ready_documents import write_documents
from tracker.synthetic import holds_real_records, is_synthetic
from tracker.synthetic.world import synthesise_world


class Command(BaseCommand):
    help = "Fill an empty database with invented people; refused where there are real records."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--people", type=int, default=1200, metavar="N")
        parser.add_argument("--seed", type=int, default=1, metavar="S")
        parser.add_argument(
            "--bare", action="store_true", help="People and their names alone: no custody, no wave."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if holds_real_records():
            raise CommandError("This database holds real records: no invented person enters it.")
        if is_synthetic():
            raise CommandError("This database holds a synthetic world already.")
        if options["people"] < 1:
            raise CommandError("--people is a number of 1 or more.")
        start = time.monotonic()
        rows = synthesise_world(options["people"], options["seed"], is_bare=options["bare"])
        write_documents()  # more than one commit writes
        self.stdout.write(
            f"Synthetic world: {rows['people_person']} people, {sum(rows.values())} rows,"
            f" {time.monotonic() - start:.0f} s."
        )
