from typing import Any

from django.core.management.base import BaseCommand

from people.imports.expiry import delete_expired_imports
from releases.intake.expiry import delete_expired_lists


class Command(BaseCommand):
    help = "Deletes what lists said that nobody imported or entered within 30 days."

    def handle(self, *args: Any, **options: Any) -> None:
        deleted = delete_expired_imports() + delete_expired_lists()
        if options["verbosity"]:
            self.stdout.write(f"Deleted what nobody entered of {deleted} lists.")
