"""Whether this process can serve. The answer is a word: why not is in the log."""

import logging
from functools import cache

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse

from publishing.projections import Settled

log = logging.getLogger(__name__)


def readyz(request: HttpRequest) -> HttpResponse:
    """Ready: both doors open, and the database is the one that this code was written for.

    A public process has one door: its views are away until every migration is applied.
    """
    try:
        is_ready = (not settings.SERVES_STAFF or is_migrated()) and Settled.objects.exists()
    except DatabaseError:
        log.exception("The database does not answer.")
        is_ready = False
    word, status = ("ready", 200) if is_ready else ("not ready", 503)
    return HttpResponse(f"{word}\n", content_type="text/plain", status=status)


def is_migrated() -> bool:
    waiting = list_migrations() - MigrationRecorder(connection).applied_migrations().keys()
    if waiting:
        log.error("Not migrated: %s.", ", ".join(f"{app}.{name}" for app, name in sorted(waiting)))
    return not waiting


@cache
def list_migrations() -> frozenset[tuple[str, str]]:
    """The migrations of this code, by app and name: read once, for a probe asks every second."""
    return frozenset(MigrationLoader(None).disk_migrations)
