"""The sections of the site, in the order of the menu.

Addresses, menu, sitemap and tests read this list. A section with a `heading` is a page of prose:
its text is a template for each language, such as `templates/safety/en.html`, and nothing else.
"""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Section(NamedTuple):
    """`name` is the name of the section's address; `label` is the section's word in the menu."""

    name: str
    label: Promise
    heading: Promise | None = None


SECTIONS = (
    Section("timeline", _("Timeline")),
    Section("people", _("People")),
    Section("destinations", _("Destinations")),
    Section("help", _("Help")),
    Section("figures", _("Figures")),
    Section("questions", _("Questions")),
    Section("data", _("Data")),
    Section("about", _("About")),
    Section("safety", _("Safety"), heading=_("Reading safely")),
)
PROSE = tuple(section for section in SECTIONS if section.heading)
