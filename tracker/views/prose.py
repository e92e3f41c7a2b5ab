"""Pages of prose: the data, about, safety. Each text stands whole in its language."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from publishing.api.problems import KINDS

#: The languages that the texts are written in; the others get English, marked as such.
WRITTEN = ("be", "ru", "en")

#: The lists of the API that can be taken as a whole.
DOWNLOADS = {
    "waves": _("Waves"),
    "claims": _("Figures, as somebody gave them"),
    "people": _("People who are shown"),
    "releases": _("Releases of people who are shown"),
    "legs": _("Journeys of people who are shown"),
    "destinations": _("Destinations"),
    "events": _("Context events"),
    "answers": _("Questions and answers"),
    "programmes": _("Programmes of help"),
    "organisations": _("Organisations"),
    "sources": _("Sources"),
}


def prose(request: HttpRequest, name: str, language: str, **context: object) -> HttpResponse:
    """The page `name`, with its text in `language` or in English."""
    written = language if language in WRITTEN else "en"
    text = {"prose": f"{name}/{written}.html", "prose_language": written}
    return render(request, f"{name}/{name}.html", {**text, **context})


def data(request: HttpRequest, language: str) -> HttpResponse:
    problems = [{"name": name, **kind._asdict()} for name, kind in KINDS.items()]
    api = request.build_absolute_uri("/api/v1/")
    downloads = DOWNLOADS.items()
    return prose(request, "data", language, api=api, downloads=downloads, problems=problems)


def about(request: HttpRequest, language: str) -> HttpResponse:
    return prose(request, "about", language, contact=settings.ABOUT_CONTACT)


def safety(request: HttpRequest, language: str) -> HttpResponse:
    return prose(request, "safety", language)
