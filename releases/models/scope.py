"""What a claim is made of beside its figure: whom it counts, and what it is derived from."""

from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from publishing.codes import CodeField
from publishing.models import RecordPart
from releases.enums import COUNTRY_DIMENSIONS, PLACE_DIMENSIONS, SCOPE_VALUES, ScopeDimension
from releases.models.claim import Claim
from releases.models.destination import Destination

SCOPE_VALUE_FITS = reduce(
    or_,
    [
        Q(dimension__in=sorted(PLACE_DIMENSIONS), place__isnull=False, value=""),
        Q(dimension__in=sorted(COUNTRY_DIMENSIONS), place__isnull=True, value__regex="^[A-Z]{2}$"),
        *(
            Q(dimension=dimension, place__isnull=True, value__in=sorted(values))
            for dimension, values in SCOPE_VALUES.items()
        ),
    ],
)


class ClaimScope(RecordPart):
    """Whom a claim counts: one value of one dimension. Several of one dimension are a set."""

    part_of = "claim"

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="scope")
    dimension = CodeField(_("dimension"), choices=ScopeDimension, help_text=_("Public."))
    value = models.CharField(
        _("value"), max_length=60, blank=True, help_text=_("Public. A code, or a country.")
    )
    place = models.ForeignKey(
        Destination,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("place"),
        help_text=_("Public. For “from” and “to”."),
    )

    class Meta(RecordPart.Meta):
        verbose_name = _("scope")
        verbose_name_plural = _("scope")
        constraints = [
            models.UniqueConstraint(
                name="releases_claimscope_value_once",
                fields=["claim", "dimension", "value", "place"],
                nulls_distinct=False,
                violation_error_message=_("This value is listed already."),
            ),
            models.CheckConstraint(
                name="releases_claimscope_value_fits_the_dimension",
                condition=SCOPE_VALUE_FITS,
                violation_error_message=_(
                    "“From” and “to” take a place; every other dimension one of its own values."
                ),
            ),
        ]


class DerivedTerm(RecordPart):
    """One input of a derived claim, added or subtracted."""

    part_of = "claim"

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="formula")
    sign = models.SmallIntegerField(_("sign"), choices=[(1, "+"), (-1, "−")], default=1)
    term = models.ForeignKey(Claim, models.PROTECT, related_name="derived")

    class Meta(RecordPart.Meta):
        verbose_name = _("term")
        verbose_name_plural = _("formula")
        constraints = [
            models.UniqueConstraint(
                name="releases_derivedterm_once",
                fields=["claim", "term"],
                violation_error_message=_("This claim is in the formula already."),
            ),
            models.CheckConstraint(
                name="releases_derivedterm_has_a_sign",
                condition=Q(sign__in=[1, -1]),
                violation_error_message=_("A term is added or subtracted."),
            ),
        ]
