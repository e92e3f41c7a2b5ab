"""The text of an uploaded list: a text file as it stands, a workbook as it would be copied."""

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from people.imports import sheets
from people.imports.sheets.sheet_row import REMARKS, SheetRow, cell_address
from releases.intake.parser import MOST_LINES

#: A file of a thousand names with remarks, several times over.
MOST_BYTES = 1_000_000
WORKBOOK = ".xlsx"
KINDS = (".txt", ".csv", ".tsv", WORKBOOK)
ENCODINGS = ("utf-8-sig", "cp1251")
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_text(file: UploadedFile) -> str:
    """The text of a file; ValidationError with a sentence for what is no list."""
    name = (file.name or "").lower()
    if not name.endswith(KINDS):
        raise ValidationError(_("Such a file cannot be read here. Copy its rows and paste them."))
    if (file.size or 0) > MOST_BYTES:
        raise ValidationError(_("The file is larger than a megabyte."))
    return _copy_workbook(file) if name.endswith(WORKBOOK) else _decode_text(file.read())


def _decode_text(content: bytes) -> str:
    for encoding in ("utf-16",) if content[:2] in UTF_16_MARKS else ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ValidationError(_("The file cannot be read as text."))


def _copy_workbook(file: UploadedFile) -> str:
    """The rows with tabs between their cells, each in the line of its number in the sheet."""
    lines: list[str] = []
    rows = sheets.read_sheet(file, name=file.name or "")
    for row in rows:
        lines += [""] * (min(row.number, 2 * MOST_LINES) - 1 - len(lines))
        lines.append("\t".join(_read_cells(row)).rstrip("\t"))
        if len(lines) > 2 * MOST_LINES:  # too many for a list, as whoever counts them will say
            rows.close()
            break
    return "\n".join(lines)


def _read_cells(row: SheetRow) -> list[str]:
    for column, flaw in row.flaws.items():
        if flaw not in REMARKS:
            raise ValidationError(
                f"{cell_address(row.number, column)}: {sheets.flaw_sentence(flaw)}"
            )
    return [" ".join(cell.split()) for cell in row.cells]
