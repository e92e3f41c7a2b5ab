from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from publishing.codes import CodeField, CountryField
from publishing.languages import Translated
from publishing.models import Record
from releases.enums import DestinationKind


class Destination(Record):
    """A place that a journey starts from or leads to; one lies within another."""

    is_sourced = False

    code = models.SlugField(
        _("code"), unique=True, help_text=_("Public. Such as lt or lt-vilnius.")
    )
    kind = CodeField(_("kind"), choices=DestinationKind, help_text=_("Public."))
    country = CountryField(_("country"), help_text=_("Public. Two letters."))
    within = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="places",
        verbose_name=_("within"),
        help_text=_("Public."),
    )
    name = Translated(models.CharField(_("name"), max_length=200, help_text=_("Public.")))
    latitude = models.DecimalField(
        _("latitude"), max_digits=8, decimal_places=5, null=True, blank=True,
        help_text=_("Public. Degrees north."),
    )  # fmt: skip
    longitude = models.DecimalField(
        _("longitude"), max_digits=8, decimal_places=5, null=True, blank=True,
        help_text=_("Public. Degrees east."),
    )  # fmt: skip

    class Meta(Record.Meta):
        verbose_name = _("destination")
        verbose_name_plural = _("destinations")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                name="releases_destination_is_not_within_itself",
                condition=Q(within__isnull=True) | ~Q(within=F("id")),
                violation_error_message=_("A place cannot lie within itself."),
            ),
            models.CheckConstraint(
                name="releases_destination_lies_on_earth",
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__isnull=False, latitude__range=(-90, 90),
                    longitude__isnull=False, longitude__range=(-180, 180)),
                violation_error_message=_("Give both coordinates, in degrees, or neither."),
            ),
            models.CheckConstraint(
                name="releases_destination_country_is_within_nothing",
                condition=~Q(kind=DestinationKind.COUNTRY) | Q(within__isnull=True),
                violation_error_message=_("A country lies within no other place."),
            ),
        ]  # fmt: skip
