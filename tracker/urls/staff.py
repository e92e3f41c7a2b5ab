"""Every address of the staff: the admin, under a host name of its own."""

from django.urls import path
from django.views.generic import RedirectView

from tracker.urls.door import door
from tracker.urls.probes import handler400, handler403, handler404, handler500, probes

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [
    *probes,
    path("", RedirectView.as_view(pattern_name="admin:index"), name="root"),
    *door,
]
