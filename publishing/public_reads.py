"""A page or an answer of several queries reads them all at one moment."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db import connections, transaction
from django.db.models import BooleanField, F, Func, QuerySet, UUIDField, Value

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


def first(rows: QuerySet, size: int) -> QuerySet:
    """The first rows of an ordered queryset, in one query.

    Their ids are chosen in a query within it. Behind its barrier a view otherwise makes every
    column of every row before it is ordered, and the rest of the rows is thrown away.
    """
    ids = rows.values("id")
    if set(rows.query.order_by) == {rows.model.ordered_by}:
        # Its view has this order. Asked for outside as well, it keeps from the view how few rows
        # are wanted, and all of them are made and sorted.
        ids = ids.order_by()
    return rows.filter(is_any(ArraySubquery(ids[:size])))


def is_any(ids: ArraySubquery | Collection[UUID]) -> Func:
    """The condition that the id is one of these, as one parameter however many they are.

    Through the barrier of a view it still reaches the index.
    """
    asked = (
        ids
        if isinstance(ids, ArraySubquery)
        else Value(sorted(ids), output_field=ArrayField(UUIDField()))
    )
    return Func(
        F("id"),
        asked,
        template="%(expressions)s)",
        arg_joiner=" = ANY (",
        output_field=BooleanField(),
    )
