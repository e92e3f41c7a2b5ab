"""Errors as RFC 9457 problems: what went wrong, where, and nothing of what is hidden."""

from collections.abc import Iterable
from typing import Any, NamedTuple

import orjson
from django.http import Http404, HttpRequest, HttpResponse
from rest_framework.exceptions import APIException, AuthenticationFailed, MethodNotAllowed

DOCS = "/api/v1/docs/"
MEDIA_TYPE = "application/problem+json"


class Kind(NamedTuple):
    """A kind of problem; `meaning` stands on the page that its `type` leads to."""

    status: int
    title: str
    meaning: str


KINDS = {
    "bad-request": Kind(
        400,
        "The request cannot be read",
        "The address is not UTF-8, holds a character that no text has, or names another host."
        " Letters outside ASCII are percent-encoded: curl -G --data-urlencode 'search=Алесь' does.",
    ),
    "bad-parameter": Kind(
        400,
        "A parameter is unknown or has a value that cannot be used",
        "Every wrong parameter is listed in errors. Nothing is guessed and nothing is ignored.",
    ),
    "bad-body": Kind(
        400,
        "The body is not what this address takes",
        "What is wrong is listed in errors, each with a JSON pointer into the body.",
    ),
    "bad-key": Kind(
        401,
        "The key is not good",
        "It is unknown, expired or revoked. What is public needs none: ask without Authorization.",
    ),
    "not-found": Kind(
        404,
        "There is nothing at this address",
        "No such address, or no such record among what you may see.",
    ),
    "method-not-allowed": Kind(
        405,
        "This address does not take this method",
        "Most are only read, with GET or HEAD; the header Allow lists what works.",
    ),
    "not-acceptable": Kind(
        406,
        "There is no such format",
        "Accept application/json, text/csv or application/x-ndjson.",
    ),
    "gone": Kind(
        410,
        "The record is no longer public",
        "It was public and was withdrawn. The reason is a neutral code and says nothing more.",
    ),
    "body-too-large": Kind(
        413, "The body is too large", "Of all addresses only match takes one, of 100,000 bytes."
    ),
    "address-too-long": Kind(414, "The address is too long", "At most 8,000 bytes."),
    "unsupported-media-type": Kind(415, "The body is of another kind", "Send application/json."),
    "too-many-requests": Kind(429, "Too many requests", "Wait as long as Retry-After says."),
    "internal": Kind(
        500, "Something broke on our side", "Tell us the instance, which is in our log."
    ),
    "unavailable": Kind(
        503, "The answer took too long", "Ask for less, or again after Retry-After."
    ),
}
OF_OURS = ("bad-parameter", "bad-body")
BY_STATUS = {kind.status: name for name, kind in KINDS.items() if name not in OF_OURS}


class Problem(APIException):
    """Raised in a view, answers as the kind of problem that `name` names.

    `errors` are dicts of `parameter`, `pointer` and `detail`; `reason` is a code.
    """

    def __init__(
        self,
        name: str,
        detail: str = "",
        errors: Iterable[dict[str, str]] = (),
        reason: str | None = None,
    ) -> None:
        super().__init__(detail)
        self.name, self.errors, self.reason = name, list(errors), reason
        self.status_code = KINDS[name].status


def describe_parameter(parameter: str, detail: str) -> dict[str, str]:
    """One entry of `errors`: the parameter, a pointer to it and what is wrong."""
    return {"parameter": parameter, "pointer": f"#/{parameter}", "detail": detail}


def raise_bad_parameters(errors: Iterable[dict[str, str]]) -> None:
    """Raise the problem of bad parameters if there is any."""
    if errors := list(errors):
        raise Problem("bad-parameter", "Correct the parameters listed in errors.", errors)


def write_problem(number: str, name: str, **more: Any) -> bytes:
    """The body that tells a problem of the request with this number."""
    kind = KINDS[name]
    return orjson.dumps(
        {
            "type": f"{DOCS}#{name}",
            "title": kind.title,
            "status": kind.status,
            "detail": more.pop("detail", "") or kind.meaning,
            "instance": f"urn:uuid:{number}",
            "errors": more.pop("errors", []),
            **more,
        }
    )


def answer_problem(request: HttpRequest, name: str, **more: Any) -> HttpResponse:
    """The answer to `request` that tells a problem."""
    body = write_problem(getattr(request, "request_id", ""), name, **more)
    response = HttpResponse(body, content_type=MEDIA_TYPE, status=KINDS[name].status)
    response["Cache-Control"] = "private, no-store"
    response["Vary"] = "Authorization, Accept, Accept-Language"
    response["Content-Language"] = "en"
    return response


def handle_exception(error: Exception, context: dict[str, Any]) -> HttpResponse | None:
    """What REST framework calls with an exception of a view; None leaves it unhandled."""
    request = context["request"]._request
    if isinstance(error, Problem):
        more = {"reason": error.reason} if error.reason else {}
        return answer_problem(
            request, error.name, detail=str(error.detail), errors=error.errors, **more
        )
    if isinstance(error, Http404):
        return answer_problem(request, "not-found")
    status = getattr(error, "status_code", 500)
    if status not in BY_STATUS or status >= 500:
        return None
    response = answer_problem(request, BY_STATUS[status])
    if isinstance(error, MethodNotAllowed):
        response["Allow"] = ", ".join(context["view"].allowed_methods)
    if isinstance(error, AuthenticationFailed):
        response["WWW-Authenticate"] = context["view"].get_authenticate_header(context["request"])
    return response
