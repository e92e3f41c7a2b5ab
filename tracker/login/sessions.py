"""When a session ends, and what the browser forgets then."""

from datetime import UTC, datetime, timedelta
from typing import TypeVar

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from publishing.fresh_login import PROVED
from tracker.addresses import GetResponse

HttpResponseT = TypeVar("HttpResponseT", bound=HttpResponse)
LONGEST = timedelta(hours=12)
SINCE = "since"


def end_long_sessions(respond: GetResponse) -> GetResponse:
    """Twelve hours after the login a session is over, however busy it was."""

    def answer_request(request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith("/admin/"):  # a page of readers asks for no session
            return respond(request)
        note_login(request)
        if request.user.is_authenticated and is_too_long(request):
            logout(request)
        answer = respond(request)
        note_login(request)
        return answer

    return answer_request


def note_login(request: HttpRequest) -> None:
    """When the session began, and when its owner last proved who they are."""
    if request.user.is_authenticated:
        for key in (SINCE, PROVED):
            request.session.setdefault(key, datetime.now(UTC).isoformat())


def is_too_long(request: HttpRequest) -> bool:
    return datetime.now(UTC) - datetime.fromisoformat(request.session[SINCE]) >= LONGEST


def is_verified(request: HttpRequest) -> bool:
    """Whether a second factor let this session in; `OTPMiddleware` says which."""
    return getattr(request.user, "otp_device", None) is not None


def forget_everything(answer: HttpResponseT) -> HttpResponseT:
    """The browser drops what it keeps of the staff's pages."""
    answer.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return answer
