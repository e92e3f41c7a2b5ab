from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from publishing.codes import CodeField
from publishing.enums import State, WithdrawalReason
from publishing.models.base import BaseModel
from publishing.models.writer import RecordWriter
from publishing.querysets import RecordQuerySet


def acted_at_field() -> models.DateTimeField:
    return models.DateTimeField(null=True, blank=True, editable=False)


def acted_by_field() -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )


def at_and_by_together(act: str) -> models.CheckConstraint:
    """A moment is recorded with the account that acted, or not at all."""
    return models.CheckConstraint(
        name=f"%(app_label)s_%(class)s_{act}_at_and_by",
        condition=Q(**{f"{act}_at__isnull": True, f"{act}_by__isnull": True})
        | Q(**{f"{act}_at__isnull": False, f"{act}_by__isnull": False}),
        violation_error_message=_("A moment and the account that acted are recorded together."),
    )


class Record(BaseModel):
    """A row with a workflow of its own: drafted, reviewed, approved, published, withdrawn.

    Its state changes only through `publishing.actions`, its public content only through a
    Proposal once it left the draft; triggers hold both (publishing/sql/workflow.sql).
    """

    boundaries = ("visible_from", "visible_until")
    #: Published only with a citation. Vocabulary entries and answers of ours name an author.
    is_sourced = True
    #: Nothing that cites such a record is public before it.
    is_cited = False
    #: Never public, whatever its state.
    is_private: Any = False

    state = CodeField(_("state"), max_length=20, choices=State, default=State.DRAFT, editable=False)
    visible_from = models.DateTimeField(
        _("not public before"),
        null=True,
        blank=True,
        help_text=_("Embargo. Until this second nothing public shows or hints at the record."),
    )
    visible_until = models.DateTimeField(
        _("not public after"),
        null=True,
        blank=True,
        help_text=_("From this second on the record is on no public page."),
    )
    embargo_condition = models.CharField(
        _("not public until this has happened"),
        max_length=200,
        blank=True,
        help_text=_("Staff only. The record stays hidden until somebody confirms it."),
    )
    embargo_confirmed_at, embargo_confirmed_by = acted_at_field(), acted_by_field()
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="+"
    )
    submitted_at, submitted_by = acted_at_field(), acted_by_field()
    approved_at, approved_by = acted_at_field(), acted_by_field()
    published_at, published_by = acted_at_field(), acted_by_field()
    withdrawn_at, withdrawn_by = acted_at_field(), acted_by_field()
    withdrawal_reason = CodeField(
        _("reason for withdrawal"),
        max_length=40,
        blank=True,
        editable=False,
        choices=WithdrawalReason,
    )

    objects = RecordQuerySet.as_manager()

    @cached_property
    def writers(self) -> list[int]:
        """Accounts that wrote anything of it or its parts."""
        found = RecordWriter.objects.filter(record_id=self.pk)
        return list(found.values_list("account_id", flat=True))

    def list_traits(self) -> Iterable[str]:
        """By what the record is to be known again after it is erased; marks of these are kept."""
        return ()

    @property
    def cited_as(self) -> str:
        """What staff are told of it where it stands in the way of what cites it."""
        return str(self)

    class Meta:
        abstract = True
        constraints = [
            *map(at_and_by_together, ("embargo_confirmed", "submitted", "approved", "published")),
            at_and_by_together("withdrawn"),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_approver_is_not_the_author",
                condition=Q(approved_by__isnull=True)
                | (~Q(approved_by=F("created_by")) & ~Q(approved_by=F("submitted_by"))),
                violation_error_message=_("A second person approves: not the one who wrote it."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_published_was_approved",
                condition=~Q(state__in=[State.PUBLISHED, State.WITHDRAWN])
                | Q(approved_at__isnull=False, published_at__isnull=False),
                violation_error_message=_("What is published was approved first."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_withdrawal_has_a_reason",
                condition=(Q(withdrawn_at__isnull=False) & ~Q(withdrawal_reason=""))
                | Q(withdrawn_at__isnull=True, withdrawal_reason=""),
                violation_error_message=_("A withdrawal gives a reason."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_withdrawn_has_its_moment",
                condition=~Q(state=State.WITHDRAWN) | Q(withdrawn_at__isnull=False),
                violation_error_message=_("A withdrawal has its moment."),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_embargo_opens_before_it_closes",
                condition=Q(visible_from__isnull=True)
                | Q(visible_until__isnull=True)
                | Q(visible_from__lt=F("visible_until")),
                violation_error_message=_("An embargo opens before it closes."),
            ),
        ]
