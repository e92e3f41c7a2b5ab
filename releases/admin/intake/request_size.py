"""Refuses a far too large paste in words, before Django reads it."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

#: Django itself answers a bare 400 above DATA_UPLOAD_MAX_MEMORY_SIZE, which is larger.
MOST_BYTES = 2_000_000
#: What is read and thrown away, so that a browser hears the answer; beyond it the line is cut.
MOST_DRAINED = 50_000_000
CHUNK = 1 << 16


def refuse_giants(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Redirect a too large request to its page with a sentence.

    This decorator stands outside all others, since the first access to a field reads the whole
    form. The admin's view inside it checks the CSRF token.
    """

    @csrf_exempt
    @wraps(view)
    def check_size(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        told = request.META.get("CONTENT_LENGTH") or ""
        length = int(told) if told.isdigit() else 0
        if request.method != "POST" or length <= MOST_BYTES:
            return view(request, *args, **kwargs)
        _drain_body(request, min(length, MOST_DRAINED))
        messages.error(request, _("That is far too much for a list. Split it into parts."))
        return redirect(request.path)

    return check_size


def _drain_body(request: HttpRequest, length: int) -> None:
    while length > 0 and (chunk := request.read(min(CHUNK, length))):
        length -= len(chunk)
