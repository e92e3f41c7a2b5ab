"""A page or an answer of several queries reads them all at one moment."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections, transaction

from publishing.projections import PUBLIC


@contextmanager
def one_moment() -> Iterator[None]:
    """One REPEATABLE READ transaction of the public door; also a decorator, `@one_moment()`.

    What is read must be rendered inside: a lazy queryset would be read at a later moment.
    """
    with transaction.atomic(using=PUBLIC):
        with connections[PUBLIC].cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield
