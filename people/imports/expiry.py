"""What a list says and nobody entered does not lie here for ever.

Why: docs/adr/0033-what-nobody-entered-expires.md.
"""

from datetime import datetime, timedelta

from django.db import connection
from django.utils import timezone

#: Whoever puts a list right asks its publisher and waits for an answer; after a month nobody does.
#: The database has the same number (people/sql/expired_plans.sql).
PLAN_LIFETIME = timedelta(days=30)


def find_end(read_at: datetime) -> datetime:
    """The moment from which a list that was read then can't be applied, and is deleted."""
    return read_at + PLAN_LIFETIME


def is_over(read_at: datetime) -> bool:
    return find_end(read_at) <= timezone.now()


def delete_expired_imports() -> int:
    """Delete what nobody took of lists whose time is over; gives how many lists that were."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT people_delete_expired_plans()")
        return cursor.fetchone()[0]
