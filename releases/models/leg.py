from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from people.models import Person
from publishing.codes import CodeField
from publishing.dates import InexactDateField, not_certainly_after
from publishing.models import RecordPart
from releases.enums import DocumentState, LegChoice, LegKind
from releases.models.destination import Destination
from releases.models.wave import Wave
from sources.models import Citation, Organisation


class Leg(RecordPart):
    """One move of one person, from a place to a place."""

    part_of = "person"
    once_per_person = "wave"
    moves_as_one = True

    person = models.ForeignKey(Person, models.CASCADE, related_name="legs")
    wave = models.ForeignKey(
        Wave, models.PROTECT, null=True, blank=True, related_name="legs", help_text=_("Public.")
    )
    number = models.PositiveSmallIntegerField(
        _("number"), help_text=_("Order of the person's moves, from 1.")
    )
    kind = CodeField(_("kind"), choices=LegKind, default=LegKind.UNKNOWN)
    origin = models.ForeignKey(
        Destination,
        models.PROTECT,
        related_name="departures",
        verbose_name=pgettext_lazy("place", "from"),
    )
    destination = models.ForeignKey(
        Destination,
        models.PROTECT,
        related_name="arrivals",
        verbose_name=pgettext_lazy("place", "to"),
    )
    departed_on = InexactDateField(_("departed on"))
    arrived_on = InexactDateField(_("arrived on"))
    choice = CodeField(_("whose choice"), choices=LegChoice, default=LegChoice.UNKNOWN)
    documents = CodeField(_("documents"), choices=DocumentState, default=DocumentState.UNKNOWN)
    invited_by = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    transported_by = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    break_reason = models.CharField(
        _("why it starts elsewhere"),
        max_length=200,
        blank=True,
        help_text=_("Where it does not start at the end of the leg before; “not known” will do."),
    )

    class Meta(RecordPart.Meta):
        verbose_name = _("leg")
        verbose_name_plural = _("legs")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                name="releases_leg_number_once_per_person",
                fields=["person", "number"],
                violation_error_message=_("The person has a leg with this number."),
            ),
            models.CheckConstraint(
                name="releases_leg_departs_before_it_arrives",
                condition=not_certainly_after("departed_on", "arrived_on"),
                violation_error_message=_("A leg departs before it arrives."),
            ),
            models.CheckConstraint(
                name="releases_leg_numbers_start_at_one",
                condition=Q(number__gte=1),
                violation_error_message=_("Legs are numbered from 1."),
            ),
        ]


class LegCitation(Citation):
    part_of = "leg__person"
    leg = models.ForeignKey(Leg, models.CASCADE, related_name="citations")
