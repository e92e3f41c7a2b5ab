"""Pages by key, in REST framework's slot `pagination_class`.

A place is a value of a sort column and an id, so that nothing is counted or skipped.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import urlencode
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response

from publishing.api.cursors import CursorError, seal_place, unseal_place
from publishing.api.encoding import JsonObject
from publishing.api.filter_schema import as_query_parameter
from publishing.api.problems import describe_parameter, raise_bad_parameters
from publishing.api.responses import LICENCE, as_of
from publishing.public_reads import first_rows

ADDRESS = {"type": ["string", "null"], "format": "uri"}


class Order(NamedTuple):
    """The list, a name of its whitelist, its non-null sort column, and the direction."""

    list: str
    name: str
    column: str
    is_descending: bool

    def flip(self) -> "Order":
        return self._replace(is_descending=not self.is_descending)

    @property
    def columns(self) -> tuple[str, str]:
        sign = "-" if self.is_descending else ""
        return f"{sign}{self.column}", f"{sign}id"


class Place(NamedTuple):
    """Right after (or before) a row, in an order."""

    is_backward: bool
    value: Any
    id: str


class Page(NamedTuple):
    rows: list[JsonObject]
    next: str | None
    previous: str | None


class KeysetPagination(BasePagination):
    """A page, and the addresses of its neighbours in the body and in Link."""

    cursor_query_param = "cursor"
    page_size_query_param = "page_size"
    page_size, max_page_size = 50, 100

    def paginate_queryset(
        self, queryset: Any, request: Request, view: Any = None
    ) -> list[JsonObject]:
        """One page of dict rows. One query."""
        self.request, self.order = request, view.get_order()
        self.place = self.parse_place(request.query_params)
        size = self.parse_page_size(request.query_params)
        found = self.read_rows(queryset, size + 1)
        page = bound_page(found, self.order, self.place, size)
        # The rows are not kept: view and request hold each other, and would hold them as well
        # until the garbage collector comes.
        self.next, self.previous = page.next, page.previous
        return page.rows

    def parse_place(self, values: Mapping[str, str]) -> Place | None:
        name = self.cursor_query_param
        if name not in values:
            return None
        try:
            return Place(*unseal_place(values[name], self.order.list, self.order.name))
        except CursorError:
            fault = describe_parameter(name, "Not a cursor of this list in this order.")
            raise_bad_parameters([fault])
            raise

    def parse_page_size(self, values: Mapping[str, str]) -> int:
        """How many rows a page may have, 1 to 100."""
        text = values.get(self.page_size_query_param, str(self.page_size))
        size = int(text) if text.isascii() and text.isdigit() and len(text) <= 3 else 0
        if not 1 <= size <= self.max_page_size:
            name, most = self.page_size_query_param, self.max_page_size
            raise_bad_parameters([describe_parameter(name, f"A whole number from 1 to {most}.")])
        return size

    def read_rows(self, queryset: QuerySet, size: int) -> list[JsonObject]:
        """The rows from the place on; of a place before a row, the nearest first."""
        if self.place:
            queryset = queryset.filter(lies_beyond(queryset, self.order, self.place))
        if is_backward(self.place):
            queryset = queryset.order_by(*self.order.flip().columns)
        return list(first_rows(queryset, size))

    def get_paginated_response(self, data: list[Any], **more: Any) -> Response:
        links = self.get_links()
        envelope = {"next": links["next"], "previous": links["prev"], **more}
        body = {"results": data, **envelope, "as_of": as_of(), "licence": LICENCE}
        link = ", ".join(f'<{address}>; rel="{rel}"' for rel, address in links.items() if address)
        return Response(body, headers={"Link": link})

    def get_links(self) -> dict[str, str | None]:
        return {
            "first": self.build_address(""),
            "next": self.build_address(self.next),
            "prev": self.build_address(self.previous),
        }

    def build_address(self, cursor: str | None) -> str | None:
        """The address asked for, at another place of its list; None without a place."""
        if cursor is None:
            return None
        name, request = self.cursor_query_param, self.request
        values = {key: text for key, text in request.query_params.items() if key != name}
        query = urlencode(values | ({name: cursor} if cursor else {}))
        return request.build_absolute_uri(f"{request.path}?{query}" if query else request.path)

    def get_schema_operation_parameters(self, view: Any) -> list[JsonObject]:
        size = {"type": "integer", "minimum": 1, "maximum": self.max_page_size}
        place = {"type": "string", "pattern": "^[A-Za-z0-9_-]+$"}
        return [
            as_query_parameter(self.page_size_query_param, {**size, "default": self.page_size}),
            as_query_parameter(self.cursor_query_param, place),
        ]

    def get_paginated_response_schema(self, schema: JsonObject) -> JsonObject:
        properties = {
            "results": schema,
            "next": ADDRESS,
            "previous": ADDRESS,
            "as_of": {"type": "string", "format": "date"},
            "licence": {"const": LICENCE},
        }
        return {"type": "object", "required": list(properties), "properties": properties}


def parse_order(noun: str, text: str, ordering_fields: Mapping[str, str]) -> Order:
    """The order that `name` or `-name` stands for, of the list's own names."""
    name = text.removeprefix("-")
    if name not in ordering_fields:
        names = f"One of {', '.join(ordering_fields)}, also with a minus sign."
        raise_bad_parameters([describe_parameter("ordering", names)])
    return Order(noun, text, ordering_fields[name], text.startswith("-"))


def make_cursor(row: JsonObject, order: Order, is_backward: bool = False) -> str:
    """The cursor of the place right after a row, or before the row."""
    return seal_place([is_backward, row[order.column], row["id"]], order.list, order.name)


def bound_page(found: list[JsonObject], order: Order, place: Place | None, size: int) -> Page:
    """The page that begins a list of rows, which runs away from the place."""
    has_more, found = len(found) > size, found[:size]
    forward, backward = has_more, place is not None
    if is_backward(place):
        found, forward, backward = found[::-1], True, has_more
    return Page(
        found,
        make_cursor(found[-1], order) if found and forward else None,
        make_cursor(found[0], order, is_backward=True) if found and backward else None,
    )


def is_backward(place: Place | None) -> bool:
    return bool(place and place.is_backward)


def lies_beyond(rows: QuerySet, order: Order, place: Place) -> Q:
    """What lies on the far side of a place."""
    column = order.column
    try:
        value = rows.model._meta.get_field(column).to_python(place.value)
    except ValidationError as error:
        raise CursorError from error
    far = "lt" if order.is_descending != place.is_backward else "gt"
    tied = Q(**{column: value, f"id__{far}": UUID(place.id)})
    # The first condition is implied by the second, and is the one that an index can answer.
    return Q(**{f"{column}__{far}e": value}) & (Q(**{f"{column}__{far}": value}) | tied)
