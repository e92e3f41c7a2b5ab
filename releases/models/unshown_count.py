from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class UnshownCount(models.Model):
    """About how many more people of a closed wave are in our record: 0 below ten.

    `releases.unshown_counts` keeps it, at most once a week; nobody enters it, so it has no history.
    It refers to no row: a wave that goes leaves it behind.
    """

    wave_id = models.UUIDField(primary_key=True)
    people = models.PositiveIntegerField()
    counted_on = models.DateField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                name="releases_unshowncount_is_rounded",
                condition=(Q(people=0) | Q(people__gte=10)) & Q(people=F("people") / 5 * 5),
                violation_error_message=_("The number is 0, or a multiple of 5 from 10 on."),
            )
        ]

    def __str__(self) -> str:
        return f"unshown of {str(self.wave_id)[:8]}"
