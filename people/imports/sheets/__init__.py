"""Sheets that strangers made, CSV or XLSX, read as rows of text and nothing else.

    for row in read_sheet(file, name="list.xlsx"):
        row.number, row.cells

A child process parses the sheet (sheets/child.py). It has no secrets, no files, no network, 512 MB
of memory and 30 seconds. What it sends back is text. It never evaluates a formula. Only the
sentences need Django.
"""

from people.imports.sheets.flaw_sentences import Unreadable, flaw_sentence
from people.imports.sheets.sheet_reader import SheetReading, read_sheet
from people.imports.sheets.sheet_row import SheetRow

__all__ = ["SheetReading", "SheetRow", "Unreadable", "flaw_sentence", "read_sheet"]
