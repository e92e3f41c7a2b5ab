from django.db import models
from django.utils.translation import gettext_lazy as _

from people.persons.models.person import Person
from publishing.dates import InexactDateField, not_certainly_after
from publishing.models import RecordPart
from sources.models import Organisation


class Recognition(RecordPart):
    """An organisation's word that somebody is a political prisoner (domain rule 6)."""

    part_of = "person"

    person = models.ForeignKey(Person, models.CASCADE, related_name="recognitions")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="recognitions")
    recognised_on = InexactDateField(_("recognised on"))
    withdrawn_on = InexactDateField(_("withdrawn on"))

    class Meta(RecordPart.Meta):
        verbose_name = _("recognition")
        verbose_name_plural = _("recognitions")
        constraints = [
            models.CheckConstraint(
                name="people_recognition_comes_before_its_withdrawal",
                condition=not_certainly_after("recognised_on", "withdrawn_on"),
                violation_error_message=_("A recognition comes before its withdrawal."),
            )
        ]
