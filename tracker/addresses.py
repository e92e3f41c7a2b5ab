"""Requests that are refused before anything reads them."""

from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from django.core.exceptions import BadRequest, DisallowedHost
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

GetResponse = Callable[[HttpRequest], HttpResponse]
#: Less than gunicorn reads of a request line, so that it is ours to refuse.
LONGEST = 8000
READING = ["GET", "HEAD"]
FORMS = [*READING, "POST"]


def refuse_hostile_addresses(respond: GetResponse) -> GetResponse:
    """414 for an address of more than 8,000 bytes, 400 for one that is no text.

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


def refuse_strange_hosts(respond: GetResponse) -> GetResponse:
    """404 for the staff's addresses under any host name but their own, the public one too."""

    def refused(request: HttpRequest) -> HttpResponse:
        try:
            request.get_host()
        except DisallowedHost:
            return HttpResponse("There is nothing here.\n", content_type="text/plain", status=404)
        return respond(request)

    return refused


class StrangeMethods:
    """405 for what an address is not asked with; the API speaks for itself.

    The staff door takes forms. Of the pages, only one that says `csrf_exempt` does: it changes
    nothing, and a token would need a cookie.
    """

    def __init__(self, respond: GetResponse) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in FORMS and not request.path_info.startswith("/api/"):
            return HttpResponseNotAllowed(FORMS)
        return self.respond(request)

    def process_view(
        self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict
    ) -> HttpResponse | None:
        takes_forms = request.path_info.startswith(("/admin/", "/api/"))
        if request.method == "POST" and not takes_forms and not getattr(view, "csrf_exempt", False):
            return HttpResponseNotAllowed(READING)
        return None


def _is_text(query: str) -> bool:
    raw = unquote_to_bytes(query.encode("latin-1", "replace"))
    try:
        return "\0" not in raw.decode()
    except UnicodeDecodeError:
        return False
