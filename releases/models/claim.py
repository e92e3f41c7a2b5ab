from functools import reduce
from operator import or_

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from publishing.codes import CodeField, CountryField
from publishing.dates import InexactDateField, not_certainly_after
from publishing.languages import Translated
from publishing.models import Record
from releases.enums import (
    MEASURES,
    Measure,
    MeasureKind,
    Mode,
    Standing,
    Unit,
)
from releases.models.event import ContextEvent
from releases.models.wave import Side, Wave
from sources.models import Citation, Organisation, Speaker
from support.models import Programme

STOCKS = [measure for measure, rule in MEASURES.items() if rule.kind is MeasureKind.STOCK]
UNIT_FITS = reduce(or_, (Q(measure=m, unit__in=sorted(rule.units)) for m, rule in MEASURES.items()))


def exactly_one(*names: str) -> Q:
    """One of these keys is set and all others are not."""
    return reduce(
        or_, (Q(**{f"{name}__isnull": name != chosen for name in names}) for chosen in names)
    )


SUBJECTS = ("wave", "side", "event", "programme")
ONE_SUBJECT = (Q(country="") & exactly_one(*SUBJECTS)) | (
    ~Q(country="") & Q(**{f"{name}__isnull": True for name in SUBJECTS})
)


class Claim(Record):
    """A figure as somebody gave it (domain rule 1). Never overwritten by another.

    Its key is subject, measure, scope, unit and yardstick; everything else stands beside it.
    """

    is_sourced = False  # But a claim that is not derived is: releases/invariants/claim.sql.

    code = models.SlugField(_("code"), max_length=120, unique=True, help_text=_("Staff only."))
    wave = models.ForeignKey(
        Wave, models.PROTECT, null=True, blank=True, related_name="claims",
        help_text=_("Public. A claim has exactly one subject."),
    )  # fmt: skip
    side = models.ForeignKey(Side, models.PROTECT, null=True, blank=True, related_name="claims")
    country = CountryField(_("country"), blank=True, default="", help_text=_("Public."))
    event = models.ForeignKey(
        ContextEvent, models.PROTECT, null=True, blank=True, related_name="claims"
    )
    programme = models.ForeignKey(
        Programme, models.PROTECT, null=True, blank=True, related_name="claims"
    )
    measure = CodeField(_("measure"), choices=Measure, help_text=_("Public. What happened."))
    unit = CodeField(_("unit"), choices=Unit, default=Unit.PEOPLE, help_text=_("Public."))
    currency = models.CharField(
        _("currency"), max_length=3, blank=True, help_text=_("Public. Such as EUR.")
    )
    per_cent_base = models.CharField(
        _("per cent of what"), max_length=200, blank=True, help_text=_("Public.")
    )
    yardstick = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("yardstick"),
        help_text=_("Public. Whose definition, where only those who meet it are counted."),
    )
    low = models.DecimalField(
        _("low"), max_digits=14, decimal_places=2, null=True, blank=True,
        help_text=_("Public. “More than 1,100” is 1,100, strict, with no high."),
    )  # fmt: skip
    high = models.DecimalField(
        _("high"), max_digits=14, decimal_places=2, null=True, blank=True, help_text=_("Public.")
    )  # fmt: skip
    is_strict = models.BooleanField(
        _("strict"), default=False,
        help_text=_("Public. “More than 1,100”: the one bound is not included."),
    )  # fmt: skip
    is_approximate = models.BooleanField(
        _("approximate"), default=False, help_text=_("Public. “About 1,000”.")
    )
    is_vague = models.BooleanField(
        _("vague"), default=False, help_text=_("Public. “Dozens”: no bounds are given.")
    )
    printed = models.CharField(
        _("as printed"), max_length=300, blank=True, help_text=_("Public. The words themselves.")
    )
    mode = CodeField(_("mode"), choices=Mode, default=Mode.STATED, help_text=_("Public."))
    speaker = models.ForeignKey(
        Speaker,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="claims",
        verbose_name=_("said by"),
        help_text=_("Public. Empty only for a derived figure."),
    )
    period_start = InexactDateField(_("period from"), help_text=_("Public. Flows only."))
    period_end = InexactDateField(_("period to"), help_text=_("Public. Flows only."))
    period_start_event = models.ForeignKey(
        ContextEvent, models.PROTECT, null=True, blank=True, related_name="+"
    )
    period_end_event = models.ForeignKey(
        ContextEvent, models.PROTECT, null=True, blank=True, related_name="+"
    )
    as_of = InexactDateField(
        _("as of"), help_text=_("Public. The cut-off as stated; never the day of publication.")
    )
    said_on = InexactDateField(_("said on"), help_text=_("Public."))
    standing = CodeField(
        _("standing"), choices=Standing, default=Standing.STANDING, help_text=_("Public.")
    )
    standing_reason = Translated(
        models.CharField(_("why it no longer stands"), max_length=300, help_text=_("Public."))
    )
    corrected_by = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="corrects",
        help_text=_("Public. The claim that replaced this one."),
    )  # fmt: skip
    reading = models.CharField(
        _("our reading"), max_length=300, blank=True, help_text=_("Public. Of a misprint.")
    )
    is_preferred = models.BooleanField(
        _("preferred"), default=False, help_text=_("Public. One per key and time, with a reason.")
    )
    preferred_reason = Translated(
        models.CharField(_("why preferred"), max_length=300, help_text=_("Public."))
    )

    class Meta(Record.Meta):
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                name="releases_claim_has_one_subject",
                condition=ONE_SUBJECT,
                violation_error_message=_(
                    "A claim is about exactly one wave, side, country, event or programme."
                ),
            ),
            models.CheckConstraint(
                name="releases_claim_low_is_not_above_high",
                condition=Q(low__isnull=True) | Q(high__isnull=True) | Q(low__lte=F("high")),
                violation_error_message=_("Low cannot be above high."),
            ),
            models.CheckConstraint(
                name="releases_claim_is_not_negative",
                condition=(Q(low__isnull=True) | Q(low__gte=0))
                & (Q(high__isnull=True) | Q(high__gte=0)),
                violation_error_message=_("A figure is not negative."),
            ),
            models.CheckConstraint(
                name="releases_claim_has_a_figure_or_is_vague_or_derived",
                condition=Q(mode=Mode.DERIVED, low__isnull=True, high__isnull=True, is_vague=False)
                | Q(is_vague=True, low__isnull=True, high__isnull=True)
                | (~Q(mode=Mode.DERIVED) & Q(is_vague=False)
                   & (Q(low__isnull=False) | Q(high__isnull=False))),
                violation_error_message=_(
                    "Give a bound, or mark the figure as vague; a derived one has a formula."
                ),
            ),
            models.CheckConstraint(
                name="releases_claim_strict_has_one_bound",
                condition=Q(is_strict=False)
                | Q(is_approximate=False, low__isnull=True, high__isnull=False)
                | Q(is_approximate=False, low__isnull=False, high__isnull=True),
                violation_error_message=_(
                    "“More than” or “fewer than” has one bound and no “about”."
                ),
            ),
            models.CheckConstraint(
                name="releases_claim_approximate_has_a_bound",
                condition=Q(is_approximate=False)
                | Q(low__isnull=False)
                | Q(high__isnull=False),
                violation_error_message=_("“About” is said of a number."),
            ),
            models.CheckConstraint(
                name="releases_claim_unit_fits_the_measure",
                condition=UNIT_FITS,
                violation_error_message=_("This measure is not counted in this unit."),
            ),
            models.CheckConstraint(
                name="releases_claim_money_has_a_currency",
                condition=Q(unit=Unit.CURRENCY, currency__regex=r"^[A-Z]{3}$")
                | (~Q(unit=Unit.CURRENCY) & Q(currency="")),
                violation_error_message=_("Money has a currency of three capital letters."),
            ),
            models.CheckConstraint(
                name="releases_claim_per_cent_has_a_base",
                condition=Q(unit=Unit.PER_CENT, per_cent_base__gt="")
                | (~Q(unit=Unit.PER_CENT) & Q(per_cent_base="")),
                violation_error_message=_("Say of what the figure is a percentage."),
            ),
            models.CheckConstraint(
                name="releases_claim_stock_has_no_period",
                condition=~Q(measure__in=STOCKS)
                | Q(
                    period_start__isnull=True,
                    period_end__isnull=True,
                    period_start_event__isnull=True,
                    period_end_event__isnull=True,
                ),
                violation_error_message=_("A figure at a moment has no period: use “as of”."),
            ),
            models.CheckConstraint(
                name="releases_claim_period_begins_before_it_ends",
                condition=not_certainly_after("period_start", "period_end"),
                violation_error_message=_("A period begins before it ends."),
            ),
            models.CheckConstraint(
                name="releases_claim_has_a_speaker_or_is_derived",
                condition=Q(mode=Mode.DERIVED, speaker__isnull=True)
                | (~Q(mode=Mode.DERIVED) & Q(speaker__isnull=False)),
                violation_error_message=_("Say who says it; only a derived figure has no speaker."),
            ),
            models.CheckConstraint(
                name="releases_claim_preferred_stands_and_says_why",
                condition=Q(is_preferred=False)
                | (Q(standing=Standing.STANDING, preferred_reason_en__gt="")
                   & ~Q(mode=Mode.DERIVED)),
                violation_error_message=_(
                    "A preferred claim stands, is not derived, and gives a reason in English."
                ),
            ),
            models.CheckConstraint(
                name="releases_claim_misprint_has_a_reading",
                condition=Q(standing=Standing.MISPRINT, reading__gt="", standing_reason_en__gt="")
                | (~Q(standing=Standing.MISPRINT) & Q(reading="")),
                violation_error_message=_("A misprint has our reading and a reason in English."),
            ),
            models.CheckConstraint(
                name="releases_claim_does_not_correct_itself",
                condition=Q(corrected_by__isnull=True)
                | (~Q(corrected_by=F("id")) & ~Q(standing=Standing.STANDING)),
                violation_error_message=_("Only another claim corrects one that no longer stands."),
            ),
        ]  # fmt: skip


class ClaimCitation(Citation):
    part_of = "claim"
    claim = models.ForeignKey(Claim, models.CASCADE, related_name="citations")
