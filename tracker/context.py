"""What every page of the site tells its shell (templates/base.html)."""

from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.db import DatabaseError
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from publishing.dates import InexactDate
from publishing.public_reads import is_kept, last_changed_on
from tracker.sections import SECTIONS

#: The section of an address whose first word is no section's name.
SECTION_OF = {"": "timeline", "waves": "timeline"}
#: A page repeats its address some twenty times, so a longer one is not repeated.
LONGEST_REPEATED = 1_000
#: Days after which a record that nobody changed says so.
LONG_UNCHANGED = 31


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
        "as_of": SimpleLazyObject(lambda: describe_age(request)),
        "address": f"{here}/{get_language()}/{tail}",
    }


def describe_age(request: HttpRequest) -> dict[str, Any]:
    """When the public record last changed, and for how many days it has not, where that is long.

    Empty where the page tells nothing of the record, nothing was ever public, or nobody can say.
    """
    match = request.resolver_match
    with suppress(DatabaseError):
        if match and is_kept(match.func) and (changed := last_changed_on()):
            days = (datetime.now(UTC).date() - changed).days
            return {
                "on": InexactDate(changed.isoformat()),
                "days": days if days > LONG_UNCHANGED else None,
            }
    return {}


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
