"""What machines ask for at fixed addresses."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

VALID = timedelta(days=180)


def robots_txt(request: HttpRequest) -> HttpResponse:
    """Pages may be found; the staff door and the lists of the API are no pages."""
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    lines = ("User-agent: *", "Disallow: /admin/", "Disallow: /api/", f"Sitemap: {sitemap}")
    return _plain_text(lines)


def security_txt(request: HttpRequest) -> HttpResponse:
    """RFC 9116. There is none where the installation names nobody to tell."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    today = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = (
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {(today + VALID).isoformat()}",
        "Preferred-Languages: en, be, ru",
        f"Canonical: {request.build_absolute_uri(reverse('security'))}",
    )
    return _plain_text(lines)


def _plain_text(lines: tuple[str, ...]) -> HttpResponse:
    body = "".join(f"{line}\n" for line in lines)
    return HttpResponse(body, content_type="text/plain; charset=utf-8")
