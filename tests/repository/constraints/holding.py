"""Whether something refuses a bad row, and whether it is what refuses it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from django.db import IntegrityError, connection, transaction


def run(sql: str, parameters: Iterable | None = None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)


def settle() -> None:
    """Have every deferred guard speak, so that nothing is pending on any table."""
    run("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


@contextmanager
def undone() -> Iterator[None]:
    """A savepoint of which nothing stays."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def refusal(attempt: Callable[[], object]) -> str:
    """The name of what refuses the attempt; empty where nothing does. Nothing stays of it."""
    try:
        with undone():
            attempt()
            settle()
    except IntegrityError as error:
        return error.__cause__.diag.constraint_name
    return ""


def is_held_by(name: str, lifted: str, attempt: Callable[[], object]) -> None:
    """`attempt` is refused under this name, and passes once `lifted` took the holder away."""
    assert refusal(attempt) == name
    with undone():
        run(lifted)
        assert refusal(attempt) == "", f"without {name}, something else refuses the same row"
