"""Every address of the site."""

from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import URLPattern, URLResolver, include, path, register_converter
from django.urls.converters import StringConverter

from publishing.languages import LANGUAGES
from tracker.health import readyz
from tracker.sections import PROSE
from tracker.sitemaps import SITEMAPS
from tracker.views import doors, machines, prose


class Language(StringConverter):
    """The first word of a page's address; the view gets it as `language`."""

    regex = "|".join(LANGUAGES)


register_converter(Language, "language")

handler400 = doors.bad_request
handler403 = doors.forbidden
handler404 = doors.not_found
handler500 = doors.broken

pages: list[URLPattern | URLResolver] = [
    path("", include("releases.urls")),
    path("", include("support.urls")),
    path("data/", prose.data, name="data"),
    path("about/", prose.about, name="about"),
    *(path(f"{page.name}/", prose.prose_page, {"page": page}, name=page.name) for page in PROSE),
]

urlpatterns = [
    path("", doors.root, name="root"),
    path("healthz", doors.healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("robots.txt", machines.robots, name="robots"),
    path(".well-known/security.txt", machines.security, name="security"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("admin/", admin.site.urls),
    path("api/v1/", include("tracker.api.urls")),
    path("<language:language>/", include(pages)),
]
