"""What the headers of an answer say of it: its licence, its day, its tag."""

from hashlib import sha256

from django.http import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response
from rest_framework.request import Request
from rest_framework.response import Response

LICENCE = "CC BY 4.0"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"
VARY = "Authorization, Accept, Accept-Language"


def as_of() -> str:
    """The day (UTC) that an answer speaks of."""
    return timezone.now().date().isoformat()


def tag_response(request: Request, response: Response) -> HttpResponseBase:
    """The rendered answer, or 304 where the client has these very bytes. The tag is their hash."""
    tag = f'"{sha256(response.render().content).hexdigest()[:32]}"'
    response.data = None  # of no more use, and kept alive by the view that holds its response
    response["ETag"] = tag
    # Opened as a page, it would lie on the reader's disk; a program asks for it otherwise.
    is_page = request.headers.get("Sec-Fetch-Dest", "empty") != "empty"
    response["Cache-Control"] = "no-store" if is_page else "private, no-cache"
    return get_conditional_response(request, etag=tag, response=response) or response


def describe_response(response: HttpResponseBase) -> None:
    """Licence and day, for formats whose body has no room for them."""
    licence = f'<{LICENCE_ADDRESS}>; rel="license"'
    response["Link"] = ", ".join(filter(None, [response.get("Link"), licence]))
    response["As-Of"] = as_of()
    response["Vary"] = VARY
