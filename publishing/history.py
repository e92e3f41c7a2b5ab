"""Who acts and why: what the triggers write beside every change."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from publishing.models import Account


@contextmanager
def acting(*, by: Account, reason: str = "") -> Iterator[None]:
    """Run the block in one transaction whose changes carry this actor and this reason.

    Blocks nest; the outer actor is restored when the inner block ends.
    """
    with transaction.atomic():
        before = _read()
        _write(str(by.pk), reason)
        yield
        _write(*before)


def _read() -> tuple[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(current_setting('tracker.actor', true), ''),"
            " coalesce(current_setting('tracker.reason', true), '')"
        )
        return cursor.fetchone()


def _write(actor: str, reason: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('tracker.actor', %s, true), set_config('tracker.reason', %s, true)",
            [actor, reason],
        )
