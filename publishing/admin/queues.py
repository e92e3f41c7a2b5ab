"""What waits for somebody: one condition, counted on the first page and listed behind it."""

from datetime import timedelta
from typing import Any, NamedTuple

from django.contrib import admin
from django.db import models
from django.db.models import Q
from django.db.models.expressions import Combinable
from django.db.models.functions import Now
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from publishing.citing import list_citations, without_public_source
from publishing.enums import State
from publishing.models import Record

SOON = timedelta(days=7)


class Queue(NamedTuple):
    slug: str
    label: Any
    condition: Q | Combinable


AWAITING_REVIEW = Queue("review", _("Awaiting review"), Q(state=State.IN_REVIEW))
APPROVED = Queue("approved", _("Approved, not yet published"), Q(state=State.APPROVED))
EMBARGO_ENDING = Queue(
    "embargo",
    _("Opens or closes within a week"),
    Q(visible_from__gt=Now(), visible_from__lt=Now() + SOON)
    | Q(visible_until__gt=Now(), visible_until__lt=Now() + SOON),
)
CONDITION = Queue(
    "condition",
    _("Waits for a condition"),
    Q(embargo_confirmed_at__isnull=True) & ~Q(embargo_condition=""),
)
#: Where a record lost its last public source; which records can, their kind decides.
UNSOURCED = "unsourced"
OF_EVERY_RECORD = (AWAITING_REVIEW, APPROVED, EMBARGO_ENDING, CONDITION)


def list_queues(record: type[Record], declared: tuple[Queue, ...]) -> tuple[Queue, ...]:
    """The queues of a kind of record: those declared, and what lost its source where it cites."""
    if not list_citations(record):
        return declared
    lost = Queue(UNSOURCED, _("Without a public source"), without_public_source(record))
    return (*declared, lost)


class QueueFilter(admin.SimpleListFilter):
    title = _("queue")
    parameter_name = "queue"

    def __init__(
        self,
        request: HttpRequest,
        params: dict[str, Any],
        model: type[models.Model],
        model_admin: Any,
    ) -> None:
        self.queues = {queue.slug: queue for queue in model_admin.queues}
        super().__init__(request, params, model, model_admin)

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, Any]]:
        return [(queue.slug, queue.label) for queue in self.queues.values()]

    def queryset(self, request: HttpRequest, rows: models.QuerySet) -> models.QuerySet:
        queue = self.queues.get(self.value() or "")
        return rows.filter(queue.condition) if queue else rows
