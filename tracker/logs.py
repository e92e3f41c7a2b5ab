"""What the log may hold: where something broke, and never the words that it broke on."""

import logging
import sys
import traceback
from types import TracebackType
from typing import Any

from gunicorn.glogging import Logger

Failure = tuple[type[BaseException], BaseException, TracebackType | None]


class WithoutWords(logging.Formatter):
    """Of an exception, its kind and its places: its message may quote a name or a statement.

    Of a request to the API, the number that its answer gave to whoever tells us of it.
    """

    def format(self, record: logging.LogRecord) -> str:
        request = getattr(record, "request", None)
        number = getattr(request, "request_id", "")
        return f"{super().format(record)}\nrequest {number}" if number else super().format(record)

    def formatException(self, failure: Failure | tuple[None, None, None]) -> str:  # noqa: N802
        kind, _, where = failure
        frames = traceback.extract_tb(where)
        places = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        return "\n".join([*places, kind.__name__ if kind else ""])


class ServerLog(Logger):
    """What gunicorn writes down: of a request that failed neither its address nor its words."""

    def exception(self, msg: Any, *args: Any, **kwargs: Any) -> None:
        if msg == "Exception in worker process":  # nobody has asked for anything yet
            super().exception(msg, *args, **kwargs)
        else:
            failure = WithoutWords().formatException(sys.exc_info())
            self.error("A request failed.\n%s", failure)
