"""Pages of prose: the data, about, safety. Each text stands whole in its language."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from publishing.api.problems import KINDS
from tracker.sections import Section

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


def data_page(request: HttpRequest, language: str) -> HttpResponse:
    problems = [{"name": name, **kind._asdict()} for name, kind in KINDS.items()]
    api = request.build_absolute_uri(reverse("api-root"))
    downloads = [(reverse(f"api-{noun}-list"), name) for noun, name in DOWNLOADS.items()]
    context = {"api": api, "downloads": downloads, "problems": problems}
    return render(request, "data/data.html", choose_text("data", language) | context)


def about_page(request: HttpRequest, language: str) -> HttpResponse:
    context = {"contact": settings.ABOUT_CONTACT}
    return render(request, "about/about.html", choose_text("about", language) | context)


def prose_page(request: HttpRequest, language: str, page: Section) -> HttpResponse:
    context = {"heading": page.heading}
    return render(request, "prose.html", choose_text(page.name, language) | context)


def choose_text(name: str, language: str) -> dict[str, str]:
    """The text of the page `name` in `language`, or in English where nobody has written it."""
    written = language if language in WRITTEN else "en"
    return {"prose": f"{name}/{written}.html", "prose_language": written}
