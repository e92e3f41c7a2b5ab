"""Pages by key: a place is a value of a sort column and an id, so nothing is counted or skipped."""

from collections.abc import Mapping
from typing import Any, NamedTuple
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from publishing.api import cursors
from publishing.public_reads import first_rows

Row = dict[str, Any]


class Order(NamedTuple):
    """The list, a name of its whitelist, its non-null sort column, and the direction."""

    list: str
    name: str
    column: str
    is_descending: bool


class Place(NamedTuple):
    """Right after (or before) a row, in an order."""

    is_backward: bool
    value: Any
    id: str


class Page(NamedTuple):
    rows: list[Row]
    next: str | None
    previous: str | None


def order_of(noun: str, text: str, orderings: Mapping[str, str]) -> Order:
    """The order that `name` or `-name` stands for; KeyError where it is not in the whitelist."""
    name = text.removeprefix("-")
    return Order(noun, text, orderings[name], text.startswith("-"))


def place_of(cursor: str, order: Order) -> Place:
    """Raises CursorError for a cursor that is not ours, or is of another list or order."""
    return Place(*cursors.unseal_place(cursor, order.list, order.name))


def cursor_of(row: Row, order: Order, is_backward: bool = False) -> str:
    """The cursor of the place right after a row, or before the row."""
    place = Place(is_backward, row[order.column], row["id"])
    return cursors.seal_place(list(place), order.list, order.name)


def page(rows: QuerySet, order: Order, place: Place | None, size: int) -> Page:
    """One page of dict rows, and the cursors of its neighbours. One query."""
    falls = order.is_descending != _is_backward(place)
    sign = "-" if falls else ""
    if place:
        rows = rows.filter(beyond(rows, order.column, place, falls))
    found = first_rows(rows.order_by(f"{sign}{order.column}", f"{sign}id"), size + 1)
    return bounded(list(found), order, place, size)


def bounded(found: list[Row], order: Order, place: Place | None, size: int) -> Page:
    """The page that begins a list of rows, which runs away from the place."""
    has_more, found = len(found) > size, found[:size]
    forward, backward = has_more, place is not None
    if _is_backward(place):
        found, forward, backward = found[::-1], True, has_more
    return Page(
        found,
        cursor_of(found[-1], order) if found and forward else None,
        cursor_of(found[0], order, is_backward=True) if found and backward else None,
    )


def _is_backward(place: Place | None) -> bool:
    return bool(place and place.is_backward)


def beyond(rows: QuerySet, column: str, place: Place, falls: bool) -> Q:
    """What lies on the far side of a place."""
    try:
        value = rows.model._meta.get_field(column).to_python(place.value)
    except ValidationError as error:
        raise cursors.CursorError from error
    far = "lt" if falls else "gt"
    tied = Q(**{column: value, f"id__{far}": UUID(place.id)})
    # The first condition is implied by the second, and is the one that an index can answer.
    return Q(**{f"{column}__{far}e": value}) & (Q(**{f"{column}__{far}": value}) | tied)
