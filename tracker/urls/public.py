"""Every address of the public site: pages, feeds, the API, and what machines ask for."""

from django.contrib.sitemaps.views import sitemap
from django.urls import URLPattern, URLResolver, include, path, register_converter
from django.urls.converters import StringConverter

from publishing.languages import LANGUAGES
from tracker.sections import PROSE
from tracker.sitemaps import SITEMAPS
from tracker.urls.probes import handler400, handler403, handler404, handler500, probes
from tracker.views import doors, machines, prose

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


class Language(StringConverter):
    """The first word of a page's address; the view gets it as `language`."""

    regex = "|".join(LANGUAGES)


register_converter(Language, "language")

pages: list[URLPattern | URLResolver] = [
    path("", include("releases.urls")),
    path("", include("support.urls")),
    path("data/", prose.data_page, name="data"),
    path("about/", prose.about_page, name="about"),
    *(path(f"{page.name}/", prose.prose_page, {"page": page}, name=page.name) for page in PROSE),
]

urlpatterns = [
    *probes,
    path("", doors.redirect_to_timeline, name="root"),
    path("robots.txt", machines.robots_txt, name="robots"),
    path(".well-known/security.txt", machines.security_txt, name="security"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("api/v1/", include("tracker.api.urls")),
    path("<language:language>/", include(pages)),
]
