"""Requests that are refused before anything reads them."""

from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

Respond = Callable[[HttpRequest], HttpResponse]
LONGEST = 8192
READING = ["GET", "HEAD"]


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


def refuse_strange_methods(respond: Respond) -> Respond:
    """405 for all but reading; the staff door takes forms too, and the API speaks for itself."""

    def refused(request: HttpRequest) -> HttpResponse:
        taken = [*READING, "POST"] if request.path_info.startswith("/admin/") else READING
        if request.method not in taken and not request.path_info.startswith("/api/"):
            return HttpResponseNotAllowed(taken)
        return respond(request)

    return refused


def _is_text(query: str) -> bool:
    raw = unquote_to_bytes(query.encode("latin-1", "replace"))
    try:
        return "\0" not in raw.decode()
    except UnicodeDecodeError:
        return False
