from django.db import models
from django.utils.translation import gettext_lazy as _

from publishing.codes import code_list, countries
from publishing.constrained_fields import WebAddressField
from publishing.languages import Translated
from publishing.models import Record, RecordPart
from sources.models import Citation, Organisation
from support.enums import KindOfHelp


class Programme(Record):
    """What an organisation offers to the released, and how it is reached and supported."""

    code = models.SlugField(_("code"), unique=True, help_text=_("Public."))
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        related_name="programmes",
        verbose_name=_("organisation"),
        help_text=_("Public."),
    )
    name = Translated(models.CharField(_("name"), max_length=200, help_text=_("Public.")))
    about = Translated(models.TextField(_("about"), help_text=_("Public.")))
    kinds_of_help = code_list(KindOfHelp, verbose_name=_("kinds of help"), help_text=_("Public."))
    countries = countries(verbose_name=_("countries"), help_text=_("Public. Where it helps."))
    languages = models.CharField(
        _("languages"), max_length=100, blank=True, help_text=_("Public. Such as be, ru, en.")
    )
    public_contact = models.CharField(
        _("public contact"),
        max_length=300,
        blank=True,
        help_text=_("Public. Only what the organisation itself publishes."),
    )
    donation_address = WebAddressField(
        _("where to give"), max_length=500, blank=True, help_text=_("Public.")
    )
    is_listed = models.BooleanField(
        _("listed publicly"),
        default=True,
        help_text=_("Off: the programme is on no public page, whatever its state."),
    )

    class Meta(Record.Meta):
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")


class ProgrammeFunder(RecordPart):
    part_of = "programme"

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="funders")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", help_text=_("Public.")
    )

    class Meta(RecordPart.Meta):
        verbose_name = _("funder")
        verbose_name_plural = _("funders")
        constraints = [
            models.UniqueConstraint(
                name="support_programmefunder_once",
                fields=["programme", "organisation"],
                violation_error_message=_("This funder is listed already."),
            )
        ]


class ProgrammeCitation(Citation):
    part_of = "programme"
    programme = models.ForeignKey(Programme, models.CASCADE, related_name="citations")
