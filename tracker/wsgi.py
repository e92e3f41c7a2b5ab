"""What a WSGI server runs."""

import os

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
application = get_wsgi_application()

if settings.HTTPS and settings.SERVES_STAFF and not settings.FORGOTTEN_KEY:
    raise ImproperlyConfigured("Nobody could be kept forgotten: set FORGOTTEN_KEY.")
if settings.HTTPS and settings.SURFACE != "staff":
    for name in ("ABOUT_CONTACT", "SECURITY_CONTACT"):
        if not getattr(settings, name):
            raise ImproperlyConfigured(f"Readers can tell nobody of a fault: set {name}.")
