"""The staff's addresses beside the public ones, for a demo on one port."""

from tracker.urls import public
from tracker.urls.door import door
from tracker.urls.probes import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [
    *door,
    *public.urlpatterns,
]
