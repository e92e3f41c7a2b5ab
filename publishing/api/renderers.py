"""The formats of an answer. The fast path ends here: rows of a view become bytes."""

from typing import Any

from rest_framework.renderers import BaseRenderer

from publishing.api.encoding import to_json
from publishing.api.streams import stream_csv, stream_json_lines


class JSONRenderer(BaseRenderer):
    media_type, format, charset = "application/json", "json", None

    def render(self, data: Any, *context: Any) -> bytes:
        return to_json(data)


class CSVRenderer(BaseRenderer):
    """A whole list as rows for a spreadsheet, streamed as the database hands them out."""

    media_type, format = "text/csv", "csv"
    stream_rows = staticmethod(stream_csv)


class JSONLinesRenderer(BaseRenderer):
    """A whole list as one JSON object a line, streamed as the database hands them out."""

    media_type, format = "application/x-ndjson", "jsonl"
    stream_rows = staticmethod(stream_json_lines)
