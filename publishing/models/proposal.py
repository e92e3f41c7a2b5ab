import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from publishing.codes import CodeField
from publishing.enums import ProposalState


class Proposal(models.Model):
    """A change of a published record that waits for another person.

    It is the only way by which what is public changes; its acceptance applies every change in
    one transaction or none.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    table_name = models.CharField(max_length=63)
    record_id = models.UUIDField(db_index=True)
    reason = models.TextField(_("reason"), help_text=_("Staff only. Why the record should change."))
    state = CodeField(_("state"), max_length=20, choices=ProposalState, default=ProposalState.OPEN)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    decision_reason = models.TextField(_("reason for the decision"), blank=True)
    # The database's own number of the deciding transaction: the guard of published content
    # lets a change pass only in the transaction that accepted it.
    decided_in = models.BigIntegerField(null=True)

    class Meta:
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                name="publishing_proposal_is_decided_by_another",
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("made_by")),
                violation_error_message=_("Somebody else decides: not the one who proposed."),
            ),
            models.CheckConstraint(
                name="publishing_proposal_decided_at_and_by",
                condition=Q(
                    state=ProposalState.OPEN, decided_at__isnull=True, decided_by__isnull=True
                )
                | Q(
                    state__in=[ProposalState.ACCEPTED, ProposalState.REJECTED],
                    decided_at__isnull=False,
                    decided_by__isnull=False,
                ),
                violation_error_message=_("A decision has its moment and its account."),
            ),
            models.CheckConstraint(
                name="publishing_proposal_has_a_reason",
                condition=~Q(reason=""),
                violation_error_message=_("A proposal gives a reason."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {str(self.id)[:8]}"


class ProposedChange(models.Model):
    """One column of one row: what it holds and what it should hold.

    A row that is to be inserted or deleted has one change per column, with `old` or `new` null.
    """

    id = models.BigAutoField(primary_key=True)
    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="changes")
    table_name = models.CharField(max_length=63)
    row_id = models.UUIDField()
    operation = models.CharField(max_length=6)
    column_name = models.CharField(max_length=63)
    old = models.JSONField(null=True)
    new = models.JSONField(null=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                name="publishing_proposedchange_once_per_column",
                fields=["proposal", "row_id", "column_name"],
                violation_error_message=_("A proposal changes each column once."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.operation} {self.table_name}.{self.column_name}"
