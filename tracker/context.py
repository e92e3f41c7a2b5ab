"""What every page of the site tells its shell (templates/base.html)."""

from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest
from django.utils.translation import get_language

from publishing.dates import InexactDate
from tracker.sections import SECTIONS

#: The section of an address whose first word is no section's name.
SECTION_OF = {"": "timeline", "waves": "timeline"}
#: A page repeats its address some twenty times, so a longer one is not repeated.
LONGEST_REPEATED = 1_000


def describe_shell(request: HttpRequest) -> dict[str, Any]:
    """The page's language, section, day and address, and the same page in every language."""
    first = request.path.removeprefix("/").partition("/")[2].partition("/")[0]
    here = find_origin(request)
    tail = find_tail(request)
    return {
        "shell": "admin/base_site.html" if settings.SURFACE == "staff" else "base.html",
        "language": get_language(),
        "alternates": [(code, f"{here}/{code}/{tail}", name) for code, name in settings.LANGUAGES],
        "section": SECTION_OF.get(first, first),
        "sections": SECTIONS,
        "as_of": InexactDate(datetime.now(UTC).date().isoformat()),
        "address": f"{here}/{get_language()}/{tail}",
    }


def find_tail(request: HttpRequest) -> str:
    """What follows the language in the address; empty, as of the timeline, where no page is."""
    address = request.get_full_path()
    if request.resolver_match is None or len(address) > LONGEST_REPEATED:
        return ""
    return address.removeprefix("/").partition("/")[2]


def find_origin(request: HttpRequest) -> str:
    """Scheme and host; empty where the host is not ours, for that page is an error page."""
    try:
        return f"{request.scheme}://{request.get_host()}"
    except DisallowedHost:
        return ""
