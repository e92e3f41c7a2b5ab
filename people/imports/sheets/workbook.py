"""The first visible sheet of an XLSX workbook, by openpyxl, after archive.py let it pass."""

import datetime
from collections.abc import Iterator
from typing import BinaryIO

import openpyxl

from people.imports.sheets import archive, limits
from people.imports.sheets.refusal import RefusedSheet
from people.imports.sheets.sheet_row import Flaw

WorkbookCells = list[str | Flaw]

#: What openpyxl calls a formula and an error.
FLAWS = {"f": Flaw.FORMULA, "e": Flaw.ERROR_VALUE}


def read_workbook(file: BinaryIO) -> tuple[dict, Iterator[tuple[int, WorkbookCells]]]:
    """The names of the sheet and of those left unread, and the sheet's rows."""
    archive.open_archive(file)
    try:
        book = openpyxl.load_workbook(file, read_only=True, keep_links=False, keep_vba=False)
        visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    except MemoryError:
        raise
    except Exception as error:  # whatever the library trips over
        raise RefusedSheet(Flaw.DAMAGED) from error
    if not visible:
        raise RefusedSheet(Flaw.EMPTY)
    unread = [sheet.title for sheet in book.worksheets if sheet is not visible[0]]
    return {"sheet": visible[0].title, "unread": unread}, _read_rows(visible[0])


def _read_rows(sheet) -> Iterator[tuple[int, WorkbookCells]]:
    sheet.reset_dimensions()  # what the sheet claims of itself is not believed
    numbered = enumerate(sheet.iter_rows(max_col=limits.COLUMNS + 1), start=1)
    before = None
    while True:
        try:
            number, cells = next(numbered)
        except StopIteration:
            return
        except MemoryError:
            raise
        except Exception as error:  # of the library, of the archive, of the XML
            raise RefusedSheet(Flaw.DAMAGED) from error
        if number > limits.LAST_ROW:
            raise RefusedSheet(Flaw.MANY_ROWS)
        if cells is not before:  # rows that the file leaves out are one and the same tuple
            yield number, [_write_as_text(cell) for cell in cells]
        before = cells


def _write_as_text(cell) -> str | Flaw:
    """A cell as a reader of the sheet would copy it; dates by ISO 8601."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type in FLAWS:
        return FLAWS[cell.data_type]
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime.datetime):
        plain = value.time() == datetime.time()
        return value.date().isoformat() if plain else value.isoformat(sep=" ")
    if isinstance(value, float) and value.is_integer() and abs(value) < 10**15:
        return str(int(value))
    return str(value)
