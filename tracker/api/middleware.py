"""Around the whole API: a number for each request, and no error that is not a problem."""

import re
from uuid import uuid4

from django.http import HttpRequest, HttpResponse

from publishing.api.problems import BY_STATUS, MEDIA_TYPE, answer_problem
from tracker.addresses import GetResponse

GIVEN = re.compile(r"[A-Za-z0-9-]{8,64}")
LARGEST_BODY = 1_000_000
#: Headers of a page of errors that say nothing true of the problem in its place.
OF_THE_BODY = {"Content-Length", "Content-Encoding", "ETag", "Last-Modified"}


def answer_errors_as_problems(respond: GetResponse) -> GetResponse:
    """Gives each request its id (or keeps the client's), and turns pages of errors into problems.

    Stands first, so that an error of any layer below comes out as JSON.
    """

    def answer_request(request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith("/api/"):
            return respond(request)
        number = request.headers.get("Request-Id", "")
        number = number if GIVEN.fullmatch(number) else str(uuid4())
        request.request_id = number  # type: ignore[attr-defined]
        response = _as_problem(request, _refuse_large_body(request) or respond(request))
        response["Request-Id"] = number
        return response

    return answer_request


def _as_problem(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The response, or the same as a problem; what no reader of it needs is taken off."""
    status, kind = response.status_code, response.get("Content-Type", "")
    if status >= 400 and kind != MEDIA_TYPE:
        name = BY_STATUS.get(status, "internal" if status >= 500 else "bad-request")
        problem = answer_problem(request, name)
        problem.status_code = status
        problem["Content-Length"] = str(len(problem.content))
        for header in response.headers.keys() - {*problem.headers, *OF_THE_BODY}:
            problem[header] = response[header]
        return problem
    if 300 <= status < 400:
        del response["Content-Type"]
    if status < 400 and "html" not in kind:
        del response["Content-Language"]  # data is in seven languages at once
    return response


def _refuse_large_body(request: HttpRequest) -> HttpResponse | None:
    length = request.META.get("CONTENT_LENGTH") or "0"
    if length.isascii() and length.isdigit() and int(length) <= LARGEST_BODY:
        return None
    return answer_problem(request, "body-too-large")
