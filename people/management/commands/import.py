"""A list of people, from a file: the plan, and with `--commit` exactly that plan."""
# ruff: noqa: N999 - the word of the contract

import sys
from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from people.imports.enums import ImportVerdict
from people.imports.list_formats import FORMATS
from people.imports.models import Import, ImportRow, SavedMapping
from people.imports.plan import count_verdicts, plan_all, read_list
from people.imports.plan_application import apply_by_steps, count_rows_to_apply
from people.imports.remarks import Remark
from publishing.models import Account
from sources.models import Source

#: Rows of each verdict that are told; all of them stand in the admin.
TOLD = 50
WIDTH = 40


class Command(BaseCommand):
    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file", type=Path, metavar="FILE", help="a CSV file or an XLSX workbook"
        )
        parser.add_argument("--format", default="", choices=["", *FORMATS], metavar="FORMAT")
        parser.add_argument("--mapping", default="", help="the title of a saved mapping of columns")
        parser.add_argument("--source", required=True, help="the source: its id or its address")
        parser.add_argument("--by", required=True, metavar="USERNAME", help="who imports")
        parser.add_argument("--reason", default="", help="kept in the history")
        parser.add_argument("--commit", action="store_true", help="carry out the plan")

    def handle(self, *args: Any, **options: Any) -> None:
        by = _get_first(Account.objects.filter(username=options["by"], is_active=True), "account")
        mapping = (
            _get_first(SavedMapping.objects.filter(title=options["mapping"]), "saved mapping")
            if options["mapping"]
            else None
        )
        try:
            listing = self._plan_list(by, _find_source(options["source"]), mapping, options)
            if options["commit"]:
                total = count_rows_to_apply(listing)
                for step in apply_by_steps(listing, by=by, reason=options["reason"]):
                    self._draw_bar(step.done, total)
                self.stdout.write("Imported.")
        except ValidationError as error:
            raise CommandError("\n".join(error.messages)) from error
        if ImportRow.objects.filter(listing=listing, verdict=ImportVerdict.ERROR).exists():
            raise CommandError("Rows with errors were left out.", returncode=2)

    def _plan_list(
        self, by: Account, source: Source, mapping: SavedMapping | None, options: dict[str, Any]
    ) -> Import:
        try:
            with options["file"].open("rb") as file:
                listing = read_list(
                    file, name=options["file"].name, by=by, source=source,
                    format=options["format"], mapping=mapping,
                )  # fmt: skip
        except OSError as error:
            raise CommandError(f"{options['file']}: {error.strerror}") from error
        total = sum(count_verdicts(listing).values())
        for left in plan_all(listing, by=by):
            self._draw_bar(total - left, total)
        self._print_plan(listing)
        return listing

    def _print_plan(self, listing: Import) -> None:
        for verdict, count in count_verdicts(listing).items():
            self.stdout.write(f"{ImportVerdict(verdict).label}: {count}")
        rows = ImportRow.objects.filter(listing=listing).exclude(
            verdict__in=[ImportVerdict.UNCHANGED, ImportVerdict.NEW]
        )
        for row in rows.order_by("verdict", "number")[:TOLD]:
            self.stdout.write(f"row {row.number}: {ImportVerdict(row.verdict).label}")
            for field, old, new, how in row.changes:
                self.stdout.write(f"  {field}: {old or '—'} → {new} ({how})")
            for remark in (Remark(*each) for each in row.remarks):
                self.stdout.write(f"  {remark.cell_address(row.number)}: {remark.as_sentence()}")
            for candidate in row.candidates:
                self.stdout.write(f"  {candidate['person']} ({candidate['score']})")

    def _draw_bar(self, done: int, total: int) -> None:
        if not sys.stderr.isatty() or not total:
            return
        filled = WIDTH * done // total
        end = "\n" if done >= total else ""
        self.stderr.write(f"\r[{'#' * filled}{'.' * (WIDTH - filled)}] {done}/{total}", ending=end)


def _find_source(given: str) -> Source:
    try:
        return _get_first(Source.objects.filter(pk=UUID(given)), "source")
    except ValueError:
        return _get_first(Source.objects.filter(address=given), "source")


def _get_first(rows: Any, noun: str) -> Any:
    row = rows.first()
    if row is None:
        raise CommandError(f"There is no such {noun}.")
    return row
