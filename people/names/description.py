from datetime import date
from typing import NamedTuple

from people.names.written import WrittenName

#: The earliest and the latest day that an inexact date can mean; None is an open end.
Span = tuple[date | None, date | None]


class Description(NamedTuple):
    """What is known of one person, to be compared with another description.

    `held`: spans of custody. Any of it may be empty; a name is the least.
    """

    names: tuple[WrittenName, ...]
    born: Span | None = None
    died: Span | None = None
    held: tuple[Span, ...] = ()
