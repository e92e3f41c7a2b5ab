"""The formats of an answer, and how a request chooses one."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import orjson
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request

from publishing.api.problems import refuse, wrong


class JSON(BaseRenderer):
    media_type, format, charset = "application/json", "json", None

    def render(self, data: Any, *context: Any) -> bytes:
        return to_json(data)


class CSV(BaseRenderer):
    """A list as rows for a spreadsheet; written by `publishing.api.exports`."""

    media_type, format = "text/csv", "csv"


class JSONLines(BaseRenderer):
    """A list as one JSON object a line; written by `publishing.api.exports`."""

    media_type, format = "application/x-ndjson", "jsonl"


class Negotiation(DefaultContentNegotiation):
    """`?format=` before Accept. An unknown format is a bad parameter and not a missing page."""

    def filter_renderers(
        self, renderers: Sequence[BaseRenderer], wanted: str
    ) -> list[BaseRenderer]:
        known = [renderer for renderer in renderers if renderer.format == wanted]
        if not known:
            names = ", ".join(renderer.format for renderer in renderers)
            refuse([wrong("format", f"One of: {names}.")])
        return known

    def select_renderer(
        self, request: Request, renderers: Sequence[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        wanted = request.query_params.get("format")
        if wanted is None:
            return super().select_renderer(request, renderers, format_suffix)
        chosen = self.filter_renderers(renderers, wanted)[0]
        return chosen, chosen.media_type


def to_json(data: Any) -> bytes:
    return orjson.dumps(data, default=number)


def number(value: Any) -> int | float:
    """A decimal as JSON has it: whole where it is whole."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(type(value))
