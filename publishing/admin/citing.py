"""What stands on a source or a speaker: told before it goes, and after."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from publishing.admin.labels import get_admin_url, get_label, get_label_prefetches
from publishing.admin.queues import UNSOURCED
from publishing.citing import find_citing, without_public_source
from publishing.enums import State
from publishing.models import Record


class CitingRecord(NamedTuple):
    """A record that cites another, and whether it has no other public source."""

    record: Record
    kind: Any
    label: str
    url: str
    is_last: bool


def describe_citing(cited: Model) -> list[CitingRecord]:
    """Every record that cites it, public ones first."""
    return sorted(
        _load_citing(cited),
        key=lambda each: (each.record.state != State.PUBLISHED, not each.is_last),
    )


def _load_citing(cited: Model) -> Iterator[CitingRecord]:
    for rows in find_citing(cited):
        last = {
            *rows.filter(without_public_source(rows.model, but=cited)).values_list("pk", flat=True)
        }
        for row in rows.order_by("created_at", "id").prefetch_related(
            *get_label_prefetches(rows.model)
        ):
            kind = row._meta.verbose_name
            yield CitingRecord(row, kind, get_label(row), get_admin_url(row), row.pk in last)


def tell_unsourced(staff: Any, request: HttpRequest, gone: Model) -> None:
    """Say how many records stand without a public source now, with a link to each queue."""
    counts = [
        (rows.model._meta, rows.filter(without_public_source(rows.model)).count())
        for rows in find_citing(gone)
    ]
    links = [
        (
            reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist"),
            UNSOURCED,
            capfirst(meta.verbose_name_plural),
            count,
        )
        for meta, count in counts
        if count
    ]
    if links:
        listed = format_html_join(", ", '<a href="{}?queue={}">{}: {}</a>', links)
        said = format_html(_("Without a public source now: {records}."), records=listed)
        staff.message_user(request, said, messages.WARNING)
