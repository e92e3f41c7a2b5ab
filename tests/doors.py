"""The public door inside a test's open transaction, of which a second connection sees nothing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from django.db import connections
from django.db.backends.postgresql.base import ServerBindingCursor

#: What a commit does; the transaction of a test never comes to one.
COMMIT = "SET CONSTRAINTS opens_an_edition IMMEDIATE; SET CONSTRAINTS opens_an_edition DEFERRED;"
WRITE_DOCUMENTS = f"{COMMIT} SELECT publishing_write_documents(NULL)"
OF_DJANGO = ("SAVEPOINT", "RELEASE", "ROLLBACK")


@contextmanager
def one_connection() -> Iterator[None]:
    """`public` uses the connection of `default`, each statement as `tracker_public`, read-only."""
    connections["default"].ensure_connection()
    door = connections.create_connection("public")
    door.connection = connections["default"].connection
    door.autocommit, door.in_atomic_block = False, True  # the test's transaction is open
    # As it is served (DATABASES), values go to PostgreSQL beside the statement and not within it.
    named = door.create_cursor
    binding = mock.patch.object(
        door,
        "create_cursor",
        lambda name=None: named(name) if name else ServerBindingCursor(door.connection),
    )
    kept = connections["public"]
    connections["public"] = door
    try:
        with mock.patch.object(door, "close"), binding, door.execute_wrapper(as_public):
            yield
    finally:
        connections["public"] = kept


def as_public(
    execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    """Run one statement in a savepoint, which a refused one does not outlive.

    What a transaction can say only at its start is the test's, and is passed over.
    """
    if str(sql).startswith(OF_DJANGO):
        return execute(sql, params, many, context)
    if str(sql).startswith("SET TRANSACTION"):
        return None
    connection = context["connection"].connection
    connection.execute(WRITE_DOCUMENTS)
    with connection.transaction():
        connection.execute("SET LOCAL ROLE tracker_public")
        connection.execute("SET LOCAL transaction_read_only = on")
        result = execute(sql, params, many, context)
        connection.execute("SET LOCAL ROLE tracker_app")
    return result
