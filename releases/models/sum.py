from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models import Person
from publishing.codes import CodeField
from publishing.languages import Translated
from publishing.models import RecordPart
from releases.enums import SumKind
from releases.models.claim import Claim, exactly_one
from sources.models import Citation, Speaker


class Sum(RecordPart):
    """Parts declared to make a total (domain rule 3): checked and shown, never forced."""

    part_of = "total"

    total = models.ForeignKey(Claim, models.CASCADE, related_name="sums")
    kind = CodeField(_("kind"), choices=SumKind, default=SumKind.WHOLE, help_text=_("Public."))
    speaker = models.ForeignKey(
        Speaker,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("said by"),
        help_text=_("Public. Empty where the sum is ours."),
    )
    explanation = Translated(models.TextField(_("explanation of the gap"), help_text=_("Public.")))

    class Meta(RecordPart.Meta):
        verbose_name = _("sum")
        verbose_name_plural = _("sums")


class SumPart(RecordPart):
    """A claim, or one person counted as 1, added to or taken from a sum."""

    part_of = "sum__total"

    sum = models.ForeignKey(Sum, models.CASCADE, related_name="parts")
    sign = models.SmallIntegerField(_("sign"), choices=[(1, "+"), (-1, "−")], default=1)
    claim = models.ForeignKey(
        Claim, models.PROTECT, null=True, blank=True, related_name="part_of_sums"
    )
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta(RecordPart.Meta):
        verbose_name = _("part of a sum")
        verbose_name_plural = _("parts of a sum")
        constraints = [
            models.CheckConstraint(
                name="releases_sumpart_is_a_claim_or_a_person",
                condition=exactly_one("claim", "person"),
                violation_error_message=_("A part is a claim or one person."),
            ),
            models.CheckConstraint(
                name="releases_sumpart_has_a_sign",
                condition=Q(sign__in=[1, -1]),
                violation_error_message=_("A part is added or subtracted."),
            ),
            models.UniqueConstraint(
                name="releases_sumpart_once",
                fields=["sum", "claim", "person"],
                nulls_distinct=False,
                violation_error_message=_("This part is in the sum already."),
            ),
        ]


class SumCitation(Citation):
    part_of = "sum__total"
    sum = models.ForeignKey(Sum, models.CASCADE, related_name="citations")
