"""The staff's door, alone or beside the public addresses."""

from django.contrib import admin
from django.urls import include, path
from django.views.i18n import JavaScriptCatalog

from tracker.login.passkeys import BeginRegistrationView, CompleteLoginView

#: The first three stand before the same addresses of the passkeys' library.
door = [
    path("admin/passkeys/registration/begin/", BeginRegistrationView.as_view()),
    path("admin/passkeys/authentication/complete/", CompleteLoginView.as_view()),
    path("admin/passkeys/jsi18n/", JavaScriptCatalog.as_view()),
    path("admin/passkeys/", include("django_otp_webauthn.urls")),
    path("admin/", admin.site.urls),
]
