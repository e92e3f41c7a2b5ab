"""The audit trail: who acts and why, which the triggers write beside every change."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from publishing.models import Account
from publishing.text import strip_unseen


@contextmanager
def attribute_changes(*, by: Account, reason: str = "") -> Iterator[None]:
    """Run the block in one transaction whose changes carry this actor and this reason.

    Blocks nest; the outer actor is restored when the inner block ends.
    """
    with transaction.atomic():
        before = _begin_attribution()
        _set_attribution(str(by.pk), strip_unseen(reason))
        yield
        _set_attribution(*before)


def _begin_attribution() -> tuple[str, str]:
    """Read the actor and the reason so far; readers of changes wait for this moment from now on.

    The number of the lock is the second at which the transaction began; nobody waits for the lock.
    A list of changes ends before that second until the transaction has ended (view `settled`).
    So no change is skipped that commits late.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(current_setting('tracker.actor', true), ''),"
            " coalesce(current_setting('tracker.reason', true), '')"
            " FROM pg_advisory_xact_lock_shared(20200101, floor(extract("
            "epoch FROM now() - '2020-01-01 00:00+00'::timestamptz))::int)"
        )
        return cursor.fetchone()


def _set_attribution(actor: str, reason: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('tracker.actor', %s, true), set_config('tracker.reason', %s, true)",
            [actor, reason],
        )
