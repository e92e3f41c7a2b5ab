"""Sheets that strangers made, CSV or XLSX, read as rows of text and nothing else.

    for row in read_sheet(file, name="list.xlsx"):
        row.number, row.cells

The parsing runs in a child process that has no secrets, no files, no network, 512 MB of memory
and 30 seconds (sheets/child.py); what it sends back is text. Formulas are never evaluated.
Nothing in this package needs Django but the sentences.
"""

from people.imports.sheets.flaw_sentences import Unreadable, flaw_sentence
from people.imports.sheets.sheet_reader import SheetReading, read_sheet
from people.imports.sheets.sheet_row import SheetRow

__all__ = ["SheetReading", "SheetRow", "Unreadable", "flaw_sentence", "read_sheet"]
