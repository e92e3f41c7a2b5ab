"""The formats of an answer. The fast path ends here: rows of a view become bytes."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from rest_framework.renderers import BaseRenderer

from publishing.api.encoding import to_json
from publishing.api.objects import RowObjects
from publishing.api.streams import stream_csv, stream_json_lines


class JSONRenderer(BaseRenderer):
    media_type, format, charset = "application/json", "json", None

    def render(self, data: Any, *context: Any) -> bytes:
        return to_json(data)


class StreamRenderer(BaseRenderer):
    """A whole list, streamed as the database hands out its rows."""

    def stream_rows(
        self, noun: type[RowObjects], rows: QuerySet, fields: list[str]
    ) -> Iterator[bytes]:
        raise NotImplementedError


class CSVRenderer(StreamRenderer):
    """A list as rows for a spreadsheet."""

    media_type, format = "text/csv", "csv"

    def stream_rows(
        self, noun: type[RowObjects], rows: QuerySet, fields: list[str]
    ) -> Iterator[bytes]:
        return stream_csv(noun, rows, fields)


class JSONLinesRenderer(StreamRenderer):
    """A list as one JSON object a line."""

    media_type, format = "application/x-ndjson", "jsonl"

    def stream_rows(
        self, noun: type[RowObjects], rows: QuerySet, fields: list[str]
    ) -> Iterator[bytes]:
        return stream_json_lines(noun, rows, fields)
