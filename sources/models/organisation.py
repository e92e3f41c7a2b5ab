from django.db import models
from django.utils.translation import gettext_lazy as _

from publishing.codes import CodeField, CountryField, countries
from publishing.constrained_fields import WebAddressField
from publishing.languages import Translated
from publishing.models import Record, RecordPart
from sources.enums import HostKind, OrganisationKind


class Organisation(Record):
    """Who publishes, counts, negotiates, helps: one row however many sites and names it has."""

    is_sourced = False

    code = models.SlugField(
        _("code"), unique=True, help_text=_("Public, for ever. Lower-case words with hyphens.")
    )
    kind = CodeField(_("kind"), choices=OrganisationKind, help_text=_("Public."))
    country = CountryField(_("country"), blank=True, help_text=_("Public. Two letters."))
    name = Translated(models.CharField(_("name"), max_length=200, help_text=_("Public.")))
    abbreviation = models.CharField(
        _("abbreviation"), max_length=40, blank=True, help_text=_("Public.")
    )
    about = Translated(models.TextField(_("about"), help_text=_("Public.")))
    website = WebAddressField(_("website"), blank=True, help_text=_("Public."))
    risky_in = countries(
        verbose_name=_("dangerous to read in"),
        help_text=_(
            "Public. Countries where opening or linking this organisation's pages can be"
            " punished; a link then carries a warning. Two letters each, with commas."
        ),
    )

    class Meta(Record.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")


class Host(RecordPart):
    """An address under which an organisation publishes."""

    part_of = "organisation"

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="hosts")
    host = models.CharField(_("host"), max_length=253, help_text=_("Public. Such as example.org."))
    kind = CodeField(_("kind"), choices=HostKind, help_text=_("Public."))

    class Meta(RecordPart.Meta):
        verbose_name = _("host")
        verbose_name_plural = _("hosts")
        constraints = [
            models.UniqueConstraint(
                name="sources_host_belongs_to_one_organisation",
                fields=["host"],
                violation_error_message=_("This host belongs to an organisation already."),
            )
        ]
