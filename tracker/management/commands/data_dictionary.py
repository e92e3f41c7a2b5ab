from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from tracker.data_dictionary import describe_dictionary

WRITTEN_TO = Path(settings.BASE_DIR) / "docs" / "data-dictionary.md"


class Command(BaseCommand):
    help = "Writes docs/data-dictionary.md from the classes and the models; needs no database."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        WRITTEN_TO.write_text(describe_dictionary(), encoding="utf-8")
