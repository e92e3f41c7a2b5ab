"""How often a password may be tried, by one name and by any, and how many at once.

Nothing of who tries is kept. The counters are rows of the database: two processes share them, and
attempts that come in parallel are counted one by one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import BoundedSemaphore

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from publishing.models import LoginAttempts

WINDOW = timedelta(hours=1)
BY_ONE_NAME, BY_ANY = 10, 300
ANY = "any"
#: A hash takes much memory and a whole core, so a process makes one at a time.
_hashing = BoundedSemaphore(1)
PATIENCE = 5


def take_attempt(username: str) -> bool:
    """Count one attempt before it is made; False where there were too many."""
    LoginAttempts.objects.filter(since__lt=timezone.now() - WINDOW).delete()
    return _count(ANY) <= BY_ANY and _count(_hash_name(username)) <= BY_ONE_NAME


def give_back(username: str) -> None:
    """An attempt that let somebody in does not count."""
    keys = [ANY, _hash_name(username)]
    LoginAttempts.objects.filter(key__in=keys, count__gt=0).update(count=F("count") - 1)


def _count(key: str) -> int:
    with transaction.atomic():
        rows = LoginAttempts.objects.select_for_update()
        row, _is_new = rows.get_or_create(key=key, defaults={"since": timezone.now()})
        row.count += 1
        row.save(update_fields=["count"])
    return row.count


def _hash_name(username: str) -> str:
    return salted_hmac("tracker.login", username.casefold(), algorithm="sha256").hexdigest()


@contextmanager
def one_at_a_time() -> Iterator[bool]:
    """True while inside where this is the only password that is hashed; False after a wait."""
    is_taken = _hashing.acquire(timeout=PATIENCE)
    try:
        yield is_taken
    finally:
        if is_taken:
            _hashing.release()
