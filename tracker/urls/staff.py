"""Every address of the staff: the admin, under a host name of its own."""

from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from tracker.urls.probes import handler400, handler403, handler404, handler500, probes

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [
    *probes,
    path("", RedirectView.as_view(pattern_name="admin:index"), name="root"),
    path("admin/passkeys/", include("django_otp_webauthn.urls")),
    path("admin/", admin.site.urls),
]
