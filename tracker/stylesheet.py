"""One style sheet for the reader, one file per thing for us.

A page may cost few requests (a phone over Tor), so static/css/*.css is served joined, as
css/site.css. The cascade does not depend on the order of the files: tokens.css declares the
layers and comes first, every other file stands in a layer of its own.
"""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

ADDRESS = "css/site.css"
SOURCE = settings.BASE_DIR / "static" / "css"
JOINED = settings.BASE_DIR / "var" / "static"


def join_sheets() -> str:
    files = sorted(SOURCE.glob("*.css"), key=lambda file: (file.stem != "tokens", file.name))
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def write_sheet() -> Path:
    """Puts the joined sheet under var/ unless it stands there already, and says where."""
    file = JOINED / ADDRESS
    sheet = join_sheets()
    if not file.exists() or file.read_text(encoding="utf-8") != sheet:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(sheet, encoding="utf-8")
    return file


class JoinedSheet(BaseFinder):
    """Shows the joined sheet to collectstatic and to the server as if it were a static file."""

    def check(self, **kwargs) -> list:
        return []

    def find(self, path, find_all=False, **kwargs):  # as BaseFinder: a path, or a list of them
        if path != ADDRESS:
            return []
        return [str(write_sheet())] if find_all else str(write_sheet())

    def list(self, ignore_patterns) -> Iterator[tuple[str, FileSystemStorage]]:
        write_sheet()
        yield ADDRESS, FileSystemStorage(location=JOINED)
