"""What is true of every address: its language, its slash, and what may be kept of its answer."""

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.middleware.common import CommonMiddleware
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request, override

from publishing.languages import LANGUAGES
from tracker.addresses import GetResponse


def language_of_the_address(respond: GetResponse) -> GetResponse:
    """The first word of an address is its language; without one, Accept-Language chooses.

    No cookie is set, and an address with a language never redirects to another.
    """

    def in_its_language(request: HttpRequest) -> HttpResponse:
        first = request.path_info.removeprefix("/").partition("/")[0]
        is_said = first in LANGUAGES
        language = first if is_said else get_language_from_request(request)
        with override(language):
            request.LANGUAGE_CODE = language  # type: ignore[attr-defined]
            response = respond(request)
        response.headers.setdefault("Content-Language", language)
        if not is_said:
            patch_vary_headers(response, ["Accept-Language"])
        return response

    return in_its_language


def nothing_is_kept(respond: GetResponse) -> GetResponse:
    """A page may be a risk to have: `no-store`, unless an answer says otherwise itself."""

    def tell_to_keep_nothing(request: HttpRequest) -> HttpResponse:
        response = respond(request)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return tell_to_keep_nothing


def nothing_is_shared(respond: GetResponse) -> GetResponse:
    """Another site can neither load an answer of ours nor share a process with it."""

    def tell_to_share_nothing(request: HttpRequest) -> HttpResponse:
        response = respond(request)
        response.headers["Cross-Origin-Embedder-Policy"] = "require-corp"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        return response

    return tell_to_share_nothing


class SameMethodElsewhere(HttpResponsePermanentRedirect):
    """308: the same request, at the address that has moved for good."""

    status_code = 308


class Slashes(CommonMiddleware):
    """An address without its last slash answers 308 to the one with it."""

    response_redirect_class = SameMethodElsewhere


class DatabaseTimeouts:
    """503 with `Retry-After` where the database is away, or took longer than it may.

    PostgreSQL ends a statement of the public role after two seconds: nothing is wrong with the
    request, and the same one may be answered a little later.
    """

    def __init__(self, respond: GetResponse) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.respond(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if not isinstance(error, OperationalError):
            return None
        response = render(request, "503.html", status=503)
        response["Retry-After"] = "10"
        return response
