from datetime import datetime

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.imports.expiry import find_end, is_over
from people.models import Person
from publishing.codes import CodeField
from publishing.dates import InexactDateField
from publishing.models import PrivateModel, Proposal
from releases.enums import LineDecision, LineProposal, MemberOutcome, MemberRole
from releases.models.wave import Side
from sources.enums import Confidence
from sources.models import Source


class IntakeList(PrivateModel):
    """A list of names that somebody pasted, for one side of a wave, and where it was published.

    After 30 days the lines that nobody entered are deleted, and the list is closed. Its text
    stands in its lines alone, so that whoever is expunged leaves it with their line.
    """

    side = models.ForeignKey(
        Side, models.CASCADE, related_name="intake_lists", verbose_name=_("side of a wave")
    )
    source = models.ForeignKey(
        Source, models.PROTECT, related_name="+", verbose_name=_("source of the list")
    )
    role = CodeField(
        _("what the list says of them"), choices=MemberRole, default=MemberRole.RELEASED
    )
    outcome = CodeField(_("outcome"), choices=MemberOutcome, default=MemberOutcome.FREED)
    confidence = CodeField(_("confidence"), choices=Confidence, default=Confidence.MEDIUM)
    checksum = models.CharField(max_length=64, editable=False)
    proposal = models.ForeignKey(
        Proposal, models.PROTECT, null=True, editable=False, related_name="+"
    )
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        editable=False,
        related_name="+",
        verbose_name=_("made by"),
    )
    expired_at = models.DateTimeField(_("expired at"), null=True, editable=False)

    class Meta(PrivateModel.Meta):
        verbose_name = _("list of names")
        verbose_name_plural = _("lists of names")
        constraints = [
            models.UniqueConstraint(
                name="releases_intakelist_once_per_side",
                fields=["side", "role", "checksum"],
                condition=Q(expired_at__isnull=True),
                violation_error_message=_("This side of the wave has this list already."),
            ),
        ]

    @property
    def ends_at(self) -> datetime:
        """When the lines that nobody entered go."""
        return find_end(self.made_at)

    @property
    def is_expired(self) -> bool:
        return self.expired_at is not None or is_over(self.made_at)


class IntakeLine(PrivateModel):
    """One line of a list: what stands there, what is proposed, and what somebody decided.

    `text` is the line as it was pasted; all other columns were read from it. `doubles` are the
    numbers of lines of the same list that may be the same person. `reason`: why somebody who may
    have been forgotten is new all the same.
    """

    intake = models.ForeignKey(IntakeList, models.CASCADE, related_name="lines")
    number = models.PositiveIntegerField(_("number"))
    place = models.PositiveIntegerField(_("line of the text"))
    text = models.TextField(_("as pasted"), blank=True)
    name = models.CharField(_("name"), max_length=200, blank=True)
    given = models.CharField(_("given name"), max_length=100, blank=True)
    family = models.CharField(_("family name"), max_length=100, blank=True)
    birth = InexactDateField(_("born"))
    remark = models.TextField(_("remark"), blank=True)
    proposal = CodeField(_("proposal"), choices=LineProposal)
    doubles = ArrayField(models.PositiveIntegerField(), default=list, blank=True)
    decision = CodeField(_("decision"), choices=LineDecision, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    person = models.ForeignKey(
        Person, models.CASCADE, null=True, blank=True, related_name="intake_lines"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    entered_at = models.DateTimeField(null=True, blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta(PrivateModel.Meta):
        verbose_name = _("line of a list")
        verbose_name_plural = _("lines of a list")
        constraints = [
            models.UniqueConstraint(
                name="releases_intakeline_number_once_per_list",
                fields=["intake", "number"],
                violation_error_message=_("The list has a line with this number."),
            ),
            models.CheckConstraint(
                name="releases_intakeline_decided_at_and_by",
                condition=Q(decision="", decided_at__isnull=True, decided_by__isnull=True)
                | Q(~Q(decision=""), decided_at__isnull=False, decided_by__isnull=False),
                violation_error_message=_("A decision has its moment and its account."),
            ),
            models.CheckConstraint(
                name="releases_intakeline_names_whom_it_was_decided_to_be",
                condition=Q(decision=LineDecision.PERSON, person__isnull=False)
                | Q(decision=LineDecision.NEW)
                | Q(decision__in=["", LineDecision.IGNORED], person__isnull=True),
                violation_error_message=_("Say which person the line names."),
            ),
            models.CheckConstraint(
                name="releases_intakeline_entered_at_and_by",
                condition=Q(entered_at__isnull=True, entered_by__isnull=True)
                | Q(entered_at__isnull=False, entered_by__isnull=False, person__isnull=False),
                violation_error_message=_(
                    "Only a line that was decided to be somebody is entered."
                ),
            ),
        ]


class IntakeCandidate(PrivateModel):
    """Somebody we know whom a line may mean, and why: codes with the values they are about."""

    line = models.ForeignKey(IntakeLine, models.CASCADE, related_name="candidates")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    rank = models.PositiveSmallIntegerField()
    score = models.FloatField()
    is_match = models.BooleanField(default=False)
    has_conflict = models.BooleanField(default=False)
    is_searched = models.BooleanField(default=False)
    reasons = models.JSONField(default=list, blank=True)

    class Meta(PrivateModel.Meta):
        verbose_name = _("candidate of a line")
        verbose_name_plural = _("candidates of a line")
        constraints = [
            models.UniqueConstraint(
                name="releases_intakecandidate_rank_once_per_line",
                fields=["line", "rank"],
                violation_error_message=_("The line has a candidate of this rank."),
            ),
        ]
