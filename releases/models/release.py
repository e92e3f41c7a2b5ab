from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models import Person
from publishing.codes import CodeField
from publishing.dates import InexactDateField, not_certainly_after
from publishing.models import Record, RecordPart
from releases.enums import ConditionAfter, Disposition, DocumentState, LegalBasis, Will
from releases.models.wave import Member
from sources.models import Citation


class Release(Record):
    """The end of one person's custody by which they became free, in a wave or outside any."""

    person = models.ForeignKey(
        Person,
        models.PROTECT,
        related_name="releases",
        help_text=_("Shown as far as the person is."),
    )
    member = models.OneToOneField(
        Member,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="release",
        verbose_name=_("member of a wave"),
        help_text=_("Public. Empty for a release outside any wave."),
    )
    released_on = InexactDateField(
        _("released on"), help_text=_("Public. The day on which state custody ended.")
    )
    legal_basis = CodeField(
        _("legal basis"),
        choices=LegalBasis,
        default=LegalBasis.UNKNOWN,
        help_text=_("Public."),
    )
    disposition = CodeField(
        _("what happened"),
        choices=Disposition,
        default=Disposition.UNKNOWN,
        help_text=_("Public."),
    )
    will = CodeField(
        _("the person's will"), choices=Will, default=Will.NOT_ASKED, help_text=_("Public.")
    )
    documents = CodeField(
        _("documents at the border"),
        choices=DocumentState,
        default=DocumentState.UNKNOWN,
        help_text=_("Public."),
    )
    outside_wave_reason = models.CharField(
        _("why outside the wave's dates"), max_length=200, blank=True, help_text=_("Public.")
    )

    class Meta(Record.Meta):
        verbose_name = _("release")
        verbose_name_plural = _("releases")


class ReleaseCondition(RecordPart):
    """A restriction that followed somebody out; a listing is always shown as the state's claim."""

    part_of = "release"

    release = models.ForeignKey(Release, models.CASCADE, related_name="conditions")
    kind = CodeField(_("condition"), choices=ConditionAfter, help_text=_("Public."))
    since = InexactDateField(_("since"))
    until = InexactDateField(_("until"))

    class Meta(RecordPart.Meta):
        verbose_name = _("condition after release")
        verbose_name_plural = _("conditions after release")
        constraints = [
            models.CheckConstraint(
                name="releases_releasecondition_begins_before_it_ends",
                condition=not_certainly_after("since", "until"),
                violation_error_message=_("A condition begins before it ends."),
            ),
            models.UniqueConstraint(
                name="releases_releasecondition_once_per_release",
                fields=["release", "kind", "since"],
                nulls_distinct=False,
                violation_error_message=_("This condition is listed already."),
            ),
        ]


class ReleaseCitation(Citation):
    part_of = "release"
    release = models.ForeignKey(Release, models.CASCADE, related_name="citations")
