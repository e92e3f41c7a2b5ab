"""What is wrong with a sheet, in words for the person who sent it."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy

from people.imports.sheets.sheet_row import Flaw

SENTENCES = {
    Flaw.TOO_LARGE: gettext_lazy("The file is larger than a list may be: 200 MB, unpacked 256 MB."),
    Flaw.TOO_MUCH_WORK: gettext_lazy(
        "Reading this file takes more memory or time than a list may take. Save it as CSV, or"
        " split it."
    ),
    Flaw.EMPTY: gettext_lazy("There are no rows in the file."),
    Flaw.UNKNOWN_KIND: gettext_lazy("This is neither a CSV file nor an XLSX workbook."),
    Flaw.OLD_WORKBOOK: gettext_lazy(
        "This is an old workbook (.xls), or one with a password. Save it as .xlsx without a"
        " password, or as CSV."
    ),
    Flaw.NOT_A_WORKBOOK: gettext_lazy("This archive is not an XLSX workbook."),
    Flaw.DAMAGED: gettext_lazy("The workbook is damaged. Open it, save it anew and try again."),
    Flaw.HOSTILE_ARCHIVE: gettext_lazy(
        "The workbook is packed as no spreadsheet program packs it. It was not opened."
    ),
    Flaw.LOCKED: gettext_lazy("The workbook has a password. Save it without one."),
    Flaw.HAS_ENTITIES: gettext_lazy("The workbook defines XML entities. It was not opened."),
    Flaw.UNKNOWN_ENCODING: gettext_lazy(
        "The encoding of the text is neither UTF-8 nor UTF-16 nor Windows-1251. Save it as UTF-8."
    ),
    Flaw.OPEN_QUOTE: gettext_lazy("Quotation marks do not match near line %(line)s."),
    Flaw.LONG_LINE: gettext_lazy("Line %(line)s is longer than a row of a list may be."),
    Flaw.MANY_ROWS: gettext_lazy(
        "There are more rows than a list may have: 1,000,000 in a CSV file, 100,000 in a workbook."
    ),
    Flaw.MANY_COLUMNS: gettext_lazy("Row %(line)s has more than 200 columns."),
    Flaw.LONG_CELL: gettext_lazy("Row %(line)s has a cell of more than 32,767 characters."),
    Flaw.FORMULA: gettext_lazy(
        "The cell holds a formula. Formulas are not evaluated: paste the value."
    ),
    Flaw.ERROR_VALUE: gettext_lazy("The cell holds an error of the spreadsheet program."),
    Flaw.UNSEEN: gettext_lazy("Invisible characters were taken out of the cell."),
}


class Unreadable(ValidationError):
    """A sheet that is refused whole, with the sentence for the person who sent it."""

    def __init__(self, flaw: Flaw, line: int = 0):
        self.flaw = flaw
        super().__init__(str(SENTENCES[flaw]) % {"line": line}, code=flaw)


def flaw_sentence(flaw: Flaw) -> str:
    """What is wrong with a cell, in words."""
    return str(SENTENCES[flaw])
