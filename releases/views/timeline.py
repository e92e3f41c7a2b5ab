"""The first page: how many are held, how many were released, and the waves, newest first."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from publishing.reading import one_moment


@one_moment()
def timeline(request: HttpRequest, language: str) -> HttpResponse:
    return render(request, "timeline/timeline.html", {})
