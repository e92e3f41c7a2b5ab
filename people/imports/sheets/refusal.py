from people.imports.sheets.sheet_row import Flaw


class RefusedSheet(Exception):
    """Raised in the child: the sheet is not read, or not further. `line` where it is at one."""

    def __init__(self, flaw: Flaw, line: int = 0):
        self.flaw, self.line = flaw, line
