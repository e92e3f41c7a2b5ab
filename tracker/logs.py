"""What the log may hold: where something broke, and never the words that it broke on."""

import logging
import traceback
from types import TracebackType

Failure = tuple[type[BaseException], BaseException, TracebackType | None]


class WithoutWords(logging.Formatter):
    """Of an exception, its kind and its places: its message may quote a name or a statement."""

    def formatException(self, failure: Failure | tuple[None, None, None]) -> str:  # noqa: N802
        kind, _, where = failure
        frames = traceback.extract_tb(where)
        places = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        return "\n".join([*places, kind.__name__ if kind else ""])
