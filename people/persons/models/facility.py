from django.db import models
from django.utils.translation import gettext_lazy as _

from people.persons.enums import FacilityKind
from publishing.codes import CodeField, CountryField
from publishing.languages import Translated
from publishing.models import Record


class Facility(Record):
    """A place where people are held."""

    is_sourced = False

    code = models.SlugField(_("code"), unique=True, help_text=_("Public."))
    kind = CodeField(_("kind"), choices=FacilityKind, help_text=_("Public."))
    kind_local = models.CharField(
        _("kind, as called there"), max_length=60, blank=True, help_text=_("Public.")
    )
    number = models.CharField(_("number"), max_length=20, blank=True, help_text=_("Public."))
    name = Translated(models.CharField(_("name"), max_length=200, help_text=_("Public.")))
    country = CountryField(_("country"), help_text=_("Public."))
    place = Translated(models.CharField(_("place"), max_length=200, help_text=_("Public.")))

    class Meta(Record.Meta):
        verbose_name = _("facility")
        verbose_name_plural = _("facilities")
