import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from people.persons.models.person import Person


class LikelyDuplicate(models.Model):
    """Two people whose names and dates agree so well that somebody should look at both.

    `people.duplicates.likely_pairs` makes it from other rows; nobody enters it, so it has no
    history. The reasons are not kept: they hold names, and every page that shows the pair
    compares anew.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    first = models.ForeignKey(Person, models.CASCADE, related_name="+")
    second = models.ForeignKey(Person, models.CASCADE, related_name="+")
    score = models.FloatField(_("likelihood"))
    found_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("likely duplicate")
        verbose_name_plural = _("likely duplicates")
        default_permissions = ("view",)
        indexes = [models.Index(F("score").desc(), "id", name="people_likely_by_score")]
        constraints = [
            models.CheckConstraint(
                name="people_likelyduplicate_is_ordered",
                condition=Q(first__lt=F("second")),
                violation_error_message=_("The pair is kept once, the smaller id first."),
            ),
            models.UniqueConstraint(
                name="people_likelyduplicate_once_per_pair",
                fields=["first", "second"],
                violation_error_message=_("This pair was found already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {str(self.pk)[:8]}"


class Uncompared(models.Model):
    """The id of somebody whose names or dates changed since they were compared with the others.

    A trigger writes it (people/sql/uncompared.sql), so no way of writing a name can forget to. It
    refers to no row: the last name of a person goes just before the person does.
    """

    person_id = models.UUIDField(primary_key=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"uncompared {str(self.person_id)[:8]}"
