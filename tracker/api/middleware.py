"""Around the whole API: a number for each request, and no error that is not a problem."""

from uuid import uuid4

from django.http import HttpRequest, HttpResponse

from publishing.api.problems import BY_STATUS, MEDIA_TYPE, answer_problem
from tracker.addresses import GetResponse

LARGEST_BODY = 1_000_000
#: Headers of a page of errors that say nothing true of the problem in its place.
OF_THE_BODY = {"Content-Length", "Content-Encoding", "ETag", "Last-Modified"}


def answer_errors_as_problems(respond: GetResponse) -> GetResponse:
    """Gives each request its id, and turns pages of errors into problems.

    Stands first, so that an error of any layer below comes out as JSON. The id is in the log, so
    it is ours: what a client calls a request may say who asks.
    """

    def answer_request(request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith("/api/"):
            return respond(request)
        request.request_id = number = str(uuid4())  # type: ignore[attr-defined]
        response = _as_problem(request, respond(request))
        response["Request-Id"] = number
        return response

    return answer_request


def refuse_large_bodies(respond: GetResponse) -> GetResponse:
    """413 for what the API would have to read before it can refuse it."""

    def refused(request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        is_known = length.isascii() and length.isdigit()
        if request.path_info.startswith("/api/") and not (is_known and int(length) <= LARGEST_BODY):
            return answer_problem(request, "body-too-large")
        return respond(request)

    return refused


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
