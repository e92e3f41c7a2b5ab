"""Addresses that are refused before anything reads them."""

from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

Respond = Callable[[HttpRequest], HttpResponse]
LONGEST = 8192


def refuse_hostile_addresses(respond: Respond) -> Respond:
    """414 for an address of more than 8,192 bytes, 400 for one that is no text.

    Without it Django replaces bytes that are not UTF-8, and PostgreSQL breaks on a zero byte.
    """

    def refused(request: HttpRequest) -> HttpResponse:
        query = request.META.get("QUERY_STRING", "")
        if len(request.path_info.encode()) + len(query) > LONGEST:
            return HttpResponse("The address is too long.\n", content_type="text/plain", status=414)
        if not _is_text(query) or "\0" in request.path_info:
            raise BadRequest("The address is not a text in UTF-8.")
        return respond(request)

    return refused


def _is_text(query: str) -> bool:
    raw = unquote_to_bytes(query.encode("latin-1", "replace"))
    try:
        return "\0" not in raw.decode()
    except UnicodeDecodeError:
        return False
