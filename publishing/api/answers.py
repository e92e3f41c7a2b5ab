"""An answer's bytes and what its headers say of them."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response

from publishing.api.formats import to_json
from publishing.api.paging import Page

LICENCE = "CC BY 4.0"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"
VARY = "Authorization, Accept, Accept-Language"


def as_of() -> str:
    """The day (UTC) that an answer speaks of."""
    return timezone.now().date().isoformat()


def json_answer(
    request: HttpRequest, data: Any, *links: str, kind: str = "application/json"
) -> HttpResponseBase:
    """`data` as JSON, or 304 where the client has these very bytes. The tag is their hash."""
    body = to_json(data)
    tag = f'"{sha256(body).hexdigest()[:32]}"'
    response = HttpResponse(body, content_type=kind)
    response["ETag"] = tag
    response["Cache-Control"] = "private, no-cache"
    describe(response, *links)
    return get_conditional_response(request, etag=tag, response=response) or response


def list_answer(
    request: HttpRequest,
    found: Page,
    results: Sequence[Any],
    parameter: str = "cursor",
    **more: Any,
) -> HttpResponseBase:
    """A page of a list, with the addresses of its neighbours in the body and in Link."""
    cursors = {"first": "", "next": found.next, "prev": found.previous}
    links = {rel: address(request, parameter, cursor) for rel, cursor in cursors.items()}
    data = {
        "results": results,
        "next": links["next"],
        "previous": links["prev"],
        **more,
        "as_of": as_of(),
        "licence": LICENCE,
    }
    return json_answer(
        request, data, *(f'<{url}>; rel="{rel}"' for rel, url in links.items() if url)
    )


def address(request: HttpRequest, parameter: str, cursor: str | None) -> str | None:
    """The address asked for, at another place of its list; None without a place."""
    if cursor is None:
        return None
    asked = {name: text for name, text in request.GET.items() if name != parameter}
    query = urlencode(asked | ({parameter: cursor} if cursor else {}))
    return request.build_absolute_uri(f"{request.path}?{query}" if query else request.path)


def describe(response: HttpResponseBase, *links: str) -> None:
    """Licence, day and neighbours, for formats whose body has no room for them."""
    response["Link"] = ", ".join([*links, f'<{LICENCE_ADDRESS}>; rel="license"'])
    response["As-Of"] = as_of()
    response["Vary"] = VARY
