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
handler403 = doors.permission_denied
handler404 = doors.page_not_found
handler500 = doors.server_error

pages: list[URLPattern | URLResolver] = [
    path("", include("releases.urls")),
    path("", include("support.urls")),
    path("data/", prose.data_page, name="data"),
    path("about/", prose.about_page, name="about"),
    *(path(f"{page.name}/", prose.prose_page, {"page": page}, name=page.name) for page in PROSE),
]

urlpatterns = [
    path("", doors.redirect_to_timeline, name="root"),
    path("healthz", doors.healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("robots.txt", machines.robots_txt, name="robots"),
    path(".well-known/security.txt", machines.security_txt, name="security"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("admin/", admin.site.urls),
    path("api/v1/", include("tracker.api.urls")),
    path("<language:language>/", include(pages)),
]
