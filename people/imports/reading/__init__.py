"""Sheets that strangers made, CSV or XLSX, read as rows of text and nothing else.

    for row in read(file, name="list.xlsx"):
        row.number, row.cells

The parsing runs in a child process that has no secrets, no files, no network, 512 MB of memory
and 30 seconds (reading/child.py); what it sends back is text. Formulas are never evaluated.
Nothing in this package needs Django but the sentences.
"""

from people.imports.reading.parent import Reading, read
from people.imports.reading.row import Row
from people.imports.reading.sentences import Unreadable, flaw_sentence

__all__ = ["Reading", "Row", "Unreadable", "flaw_sentence", "read"]
