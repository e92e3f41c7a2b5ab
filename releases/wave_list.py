"""Waves as a list: filtered by the address, newest first, page by page."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import BadRequest
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from releases.filters import WaveFilters
from releases.projections import PublishedWave

PAGING = frozenset({"after", "before"})
NEWEST_FIRST = ("-began_on", "slug")


@dataclass(frozen=True, slots=True)
class WavePage:
    """Some waves, and whether there are newer and older ones."""

    waves: list[PublishedWave]
    has_newer: bool
    has_older: bool


def load_waves() -> list[PublishedWave]:
    return list(PublishedWave.objects.order_by(*NEWEST_FIRST))


def filter_waves(query: QueryDict, allowed: Collection[str] = PAGING) -> QuerySet[PublishedWave]:
    """The waves that the address asks for; BadRequest for a name or a value that is no filter's."""
    unknown = sorted(set(query) - set(WaveFilters.base_filters) - set(allowed))
    if unknown:
        raise BadRequest(_("There is no filter “%(name)s”.") % {"name": unknown[0][:60]})
    filters = WaveFilters(query, PublishedWave.objects.all())
    if not filters.is_valid():
        raise BadRequest(_("This filter cannot be read: %(name)s.") % {"name": min(filters.errors)})
    return filters.qs.order_by(*NEWEST_FIRST)


def paginate_waves(waves: QuerySet[PublishedWave], query: QueryDict, size: int) -> WavePage:
    """The page after or before a place, which is the first day and the slug of a wave."""
    after, before = query.get("after"), query.get("before")
    if before and not after:
        on, slug = _parse_place(before)
        newer = waves.filter(Q(began_on__gt=on) | Q(began_on=on, slug__lt=slug))
        found = list(newer.order_by("began_on", "-slug")[: size + 1])
        return WavePage(found[:size][::-1], len(found) > size, True)
    if after:
        on, slug = _parse_place(after)
        waves = waves.filter(Q(began_on__lt=on) | Q(began_on=on, slug__gt=slug))
    found = list(waves[: size + 1])
    return WavePage(found[:size], bool(after), len(found) > size)


def format_place(wave: PublishedWave) -> str:
    """Where a page may begin or end: `2025-12-13.the-slug`."""
    return f"{wave.began_on.isoformat()}.{wave.slug}"


def _parse_place(text: str) -> tuple[date, str]:
    day, _dot, slug = text.partition(".")
    try:
        return date.fromisoformat(day), slug
    except ValueError:
        raise BadRequest(_("This is not a place in the list.")) from None
