"""What every process answers: whether it lives, whether it is ready, and what is an error."""

from django.urls import path

from tracker.health import readyz
from tracker.views import doors

handler400 = doors.bad_request
handler403 = doors.permission_denied
handler404 = doors.page_not_found
handler500 = doors.server_error

probes = [
    path("healthz", doors.healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
]
