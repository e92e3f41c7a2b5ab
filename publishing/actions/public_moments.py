"""Public clocks move with what readers see: an act that shows them nothing new moves none."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from django.db import connection

from publishing.models import PublicMoment


@contextmanager
def move_public_clocks(keys: Collection[UUID], *, at: datetime) -> Iterator[None]:
    """Note what the block shows, changes or hides of these rows, and of what is shown with them.

    Both readings are of one transaction, for which no embargo ends and no consent expires between.
    """
    before = _read_shown(keys)
    yield
    after = _read_shown(keys)
    _note_moment("shown_at", after.keys() - before.keys(), at)
    _note_moment("hidden_at", before.keys() - after.keys(), at)
    both = before.keys() & after.keys()
    _note_moment("changed_at", {key for key in both if before[key] != after[key]}, at)


def _read_shown(keys: Collection[UUID]) -> dict[UUID, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, seen FROM publishing_shown(%s)", [list(keys)])
        return dict(cursor.fetchall())


def _note_moment(moment: str, keys: Collection[UUID], at: datetime) -> None:
    PublicMoment.objects.bulk_create(
        [PublicMoment(row_id=key, **{moment: at}) for key in sorted(keys)],
        update_conflicts=True,
        unique_fields=["row_id"],
        update_fields=[moment],
    )
