"""Where a visit begins, and where it ends in an error."""

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language


def healthz(request: HttpRequest) -> HttpResponse:
    """Alive: the process answers. Says nothing about the database."""
    return HttpResponse("alive\n", content_type="text/plain")


def redirect_to_timeline(request: HttpRequest) -> HttpResponse:
    """The timeline in the language that the browser asks for."""
    return HttpResponseRedirect(reverse("timeline", args=[get_language()]))


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Says what was wrong where we wrote the sentence ourselves."""
    reason = str(exception) if isinstance(exception, BadRequest) else ""
    return render(request, "400.html", {"reason": reason}, status=400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "403.html", status=403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    return render(request, "500.html", status=500)
