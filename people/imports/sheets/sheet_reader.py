"""The side that asks a child process to parse, and believes only text from it."""

import select
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from time import monotonic
from typing import IO, Any, cast

import orjson

from people.imports.sheets import limits
from people.imports.sheets.flaw_sentences import Unreadable
from people.imports.sheets.sheet_row import Flaw, SheetRow

ROOT = Path(__file__).parents[3]
COMMAND = [sys.executable, "-sBm", "people.imports.sheets.child"]
BLOCK = 2**20


class SheetReading(Iterator[SheetRow]):
    """The rows of one sheet, each read when the caller asks for it; `close` ends the reading early.

    `facts` of a text file: its `encoding`, whether that was `guessed`, its `delimiter`. `facts` of
    a workbook: the name of its `sheet`, and the names of the sheets left `unread`.
    """

    def __init__(self, file: IO[bytes]):
        self._waited = 0.0
        with _copy_unnamed(file) as held:
            self._child = subprocess.Popen(  # noqa: S603 - a command of ours, without a shell
                COMMAND,
                stdin=held,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=ROOT,
                env={},
                start_new_session=True,
            )
        self._lines = self._split_lines()
        self.facts: dict[str, Any] = self._next_answer()

    def __next__(self) -> SheetRow:
        answer = self._next_answer()
        if answer is None:
            self.close()
            raise StopIteration
        number, cells, flaws = answer
        return SheetRow(number, tuple(cells), {int(at): Flaw(flaw) for at, flaw in flaws.items()})

    def close(self) -> None:
        self._child.kill()
        cast(BufferedReader, self._child.stdout).close()
        self._child.wait()

    def __del__(self) -> None:
        if hasattr(self, "_child"):
            self.close()

    def _next_answer(self) -> Any:
        line = next(self._lines, None)
        if line is None:
            self.close()
            raise Unreadable(Flaw.TOO_MUCH_WORK)
        answer = orjson.loads(line)
        if isinstance(answer, dict) and "flaw" in answer:
            self.close()
            raise Unreadable(Flaw(answer["flaw"]), answer["line"])
        return answer

    def _split_lines(self) -> Iterator[bytes]:
        rest = b""
        while block := self._read_block():
            *lines, rest = (rest + block).split(b"\n")
            yield from lines

    def _read_block(self) -> bytes:
        """What the child wrote next; nothing once it ended, or kept us waiting too long in all."""
        pipe, asked = cast(BufferedReader, self._child.stdout), monotonic()
        ready, _, _ = select.select([pipe], [], [], max(0.0, limits.SECONDS - self._waited))
        self._waited += monotonic() - asked
        return pipe.read1(BLOCK) if ready else b""


def read_sheet(file: IO[bytes], *, name: str = "") -> SheetReading:
    """The rows of the first visible sheet of a CSV or XLSX file; the content tells which it is.

    The function reads `file` from its beginning. It raises Unreadable with a sentence, at once or
    at the row that cannot be read. Then the caller uses no row of the sheet.
    """
    return SheetReading(file)


def _copy_unnamed(file: IO[bytes]) -> IO[bytes]:
    """A copy without a name, so that the child holds one descriptor and learns no path."""
    copy = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
    size = 0
    file.seek(0)
    while block := file.read(BLOCK):
        size += len(block)
        if size > limits.FILE:
            copy.close()
            raise Unreadable(Flaw.TOO_LARGE)
        copy.write(block)
    copy.seek(0)
    return copy
