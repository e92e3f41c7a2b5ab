"""The pages of the site for search engines, each in its seven languages.

People are left out: a search engine must not lead from a name to a person of ours.
"""

from datetime import date
from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import get_language

from publishing.projections import Projection
from releases.projections import PublishedDestination, PublishedWave
from tracker.sections import SECTIONS, Section


class InEveryLanguage(Sitemap):
    i18n = alternates = x_default = True

    def get_urls(self, *args: Any, **kwargs: Any) -> list[dict[str, Any]]:
        """Django takes the language out of the address for all others, and no page is there."""
        urls = super().get_urls(*args, **kwargs)
        for url in urls:
            known = {each["lang_code"]: each["location"] for each in url["alternates"]}
            url["alternates"][-1]["location"] = known[settings.LANGUAGE_CODE]
        return urls


class Sections(InEveryLanguage):
    def items(self) -> tuple[Section, ...]:
        return SECTIONS

    def location(self, item: Section) -> str:
        return reverse(item.name, args=[get_language()])


class Records(InEveryLanguage):
    def lastmod(self, item: Projection) -> date:
        return item.updated_on  # type: ignore[attr-defined]


class Waves(Records):
    def items(self) -> QuerySet[PublishedWave]:
        return PublishedWave.objects.order_by("-began_on", "slug")

    def location(self, item: PublishedWave) -> str:
        return reverse("wave", args=[get_language(), item.slug])


class Destinations(Records):
    def items(self) -> QuerySet[PublishedDestination]:
        return PublishedDestination.objects.order_by("code")

    def location(self, item: PublishedDestination) -> str:
        return reverse("destination", args=[get_language(), item.id])


SITEMAPS = {"sections": Sections, "waves": Waves, "destinations": Destinations}
