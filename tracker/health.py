"""Whether this process can serve. The answer is a word: why not is in the log."""

import logging

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse

from publishing.projections import Settled

log = logging.getLogger(__name__)


def readyz(request: HttpRequest) -> HttpResponse:
    """Ready: both doors open, and the database is the one that this code was written for."""
    try:
        is_ready = is_migrated() and Settled.objects.exists()
    except DatabaseError:
        log.exception("The database does not answer.")
        is_ready = False
    word, status = ("ready", 200) if is_ready else ("not ready", 503)
    return HttpResponse(f"{word}\n", content_type="text/plain", status=status)


def is_migrated() -> bool:
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        log.error("Not migrated: %s.", ", ".join(str(migration) for migration, _ in plan))
    return not plan
