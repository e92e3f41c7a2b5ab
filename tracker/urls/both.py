"""The staff's addresses beside the public ones, for a demo on one port."""

from django.contrib import admin
from django.urls import include, path

from tracker.urls import public
from tracker.urls.probes import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [
    path("admin/passkeys/", include("django_otp_webauthn.urls")),
    path("admin/", admin.site.urls),
    *public.urlpatterns,
]
