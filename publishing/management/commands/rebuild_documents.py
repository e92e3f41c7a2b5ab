from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from publishing.ready_documents import count_differences, mark_all_documents, write_documents


class Command(BaseCommand):
    help = "Writes anew what is kept for readers. Meanwhile they are answered as ever, more slowly."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--only-over",
            action="store_true",
            help="write what time has changed since it was written, and leave the rest",
        )
        parser.add_argument(
            "--check",
            action="store_true",
            help="write nothing, and say whether what is kept is what a reading would give",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["check"]:
            self._check_documents()
            return
        if not options["only_over"]:
            mark_all_documents()
        written = write_documents()
        if options["verbosity"]:
            self.stdout.write(f"Documents written: {written}.")

    def _check_documents(self) -> None:
        if wrong := count_differences():
            rows = ", ".join(f"{noun}: {count}" for noun, count in wrong.items())
            raise CommandError(f"What is kept differs from the record ({rows}). Run it unchecked.")
        self.stdout.write("What is kept is what the record says.")
