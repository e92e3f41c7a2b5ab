from enum import StrEnum
from typing import NamedTuple


class Flaw(StrEnum):
    """What is wrong with a sheet, or with one cell of it. Its sentence: flaw_sentences.py."""

    TOO_LARGE = "too_large"
    TOO_MUCH_WORK = "too_much_work"
    EMPTY = "empty"
    UNKNOWN_KIND = "unknown_kind"
    OLD_WORKBOOK = "old_workbook"
    NOT_A_WORKBOOK = "not_a_workbook"
    DAMAGED = "damaged"
    HOSTILE_ARCHIVE = "hostile_archive"
    LOCKED = "locked"
    HAS_ENTITIES = "has_entities"
    UNKNOWN_ENCODING = "unknown_encoding"
    OPEN_QUOTE = "open_quote"
    LONG_LINE = "long_line"
    MANY_ROWS = "many_rows"
    MANY_COLUMNS = "many_columns"
    LONG_CELL = "long_cell"
    # Of one cell: the first two are errors, the last a remark.
    FORMULA = "formula"
    ERROR_VALUE = "error_value"
    UNSEEN = "unseen"


#: Flaws of a cell after which it is used all the same.
REMARKS = {Flaw.UNSEEN}


class SheetRow(NamedTuple):
    """One row of a sheet as text; `number` is what a spreadsheet program shows beside it, from 1.

    `flaws`: column (from 0) → what is wrong with the cell. A cell with an error is "". Where the
    flaw is a remark, invisible signs were taken out. Empty cells at the end are left out.
    """

    number: int
    cells: tuple[str, ...]
    flaws: dict[int, Flaw]


def cell_address(number: int, column: int) -> str:
    """The address of a cell as spreadsheet programs write it: (12, 27) → "AB12"."""
    letters, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{number}"
