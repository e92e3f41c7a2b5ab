"""A page on which somebody decides says which version of its records it told of.

Who says that they are right has then read what stands there, and not what stood there before.
"""

import hashlib
from collections import defaultdict
from typing import Any
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from publishing.actions import Refused
from publishing.actions.transaction import lock_rows
from publishing.admin.history import MOST_ENTRIES
from publishing.admin.references import get_part_models, get_parts
from publishing.models import History


class StalePage(Refused):
    """A decision about what somebody changed since its page was opened."""

    def __init__(self, changes: list[History]) -> None:
        self.changes = changes
        super().__init__(
            _("This changed since you opened the page. Nothing is done yet: read it again.")
        )


def read_version(records: list[Any]) -> str:
    """The number of the last change, and a digest of what each record and part stands at.

    To be read before the records are told: a page may be newer than it says, and never older.
    """
    rows = History.objects.filter(row_id__in=_list_keys(records)).order_by()
    last = sorted(rows.values_list("row_id").annotate(Max("id")))
    digest = hashlib.sha256(repr(last).encode()).hexdigest()[:16]
    return f"{max((number for _key, number in last), default=0)}-{digest}"


def refuse_stale_page(records: list[Any], version: str) -> None:
    """Hold records until the transaction ends; raise StalePage where one or a part has changed."""
    lock_rows(records)
    if read_version(records) == version:
        return
    seen = version.partition("-")[0]
    since = int(seen) if seen.isdecimal() and len(seen) < 19 else 0
    changes = History.objects.filter(row_id__in=_list_keys(records), id__gt=since)
    raise StalePage([*changes.select_related("actor")[:MOST_ENTRIES]])


def _list_keys(records: list[Any]) -> list[UUID]:
    by_model = defaultdict(list)
    for record in records:
        by_model[type(record)].append(record)
    parts = [
        part.pk
        for model, of_a_kind in by_model.items()
        for kind in get_part_models(model)
        for part in get_parts(kind, of_a_kind).only("pk")
    ]
    return [*(record.pk for record in records), *parts]
