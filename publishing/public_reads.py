"""How a public page or answer reads: all its queries at one moment, its first rows alone."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import UTC, date
from typing import TypeVar
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db import OperationalError, connections, transaction
from django.db.models import BooleanField, F, Func, QuerySet, UUIDField, Value
from django.db.models.sql.datastructures import BaseTable
from django.db.models.sql.where import WhereNode
from rest_framework.request import Request

from publishing.projections import PUBLIC, Change, view_table

STANDING_EDITION = "SELECT name, since, day FROM published.edition"

AnyView = TypeVar("AnyView", bound=Callable)


@contextmanager
def public_snapshot() -> Iterator[None]:
    """One REPEATABLE READ transaction of the public door; also a decorator, `@public_snapshot()`.

    What is read must be rendered inside: a lazy queryset would be read at a later moment.
    """
    with transaction.atomic(using=PUBLIC):
        with connections[PUBLIC].cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def keep_answer(view: AnyView) -> AnyView:
    """Marks a view whose answer follows from its address and from what is public, and nothing else.

    Such an answer is made once for each edition (`tracker.kept_answers`).
    """
    view.is_kept = True  # type: ignore[attr-defined]
    return view


def is_kept(view: Callable) -> bool:
    """Whether the view is so marked, or the class of the API that it is made of."""
    return getattr(view, "is_kept", getattr(getattr(view, "cls", None), "is_kept", False))


def keep_nothing(request: Request) -> None:
    """The answer to this request follows from something else as well, and is not kept after all."""
    request._request.edition = None  # type: ignore[attr-defined]


def read_edition() -> str | None:
    """The name of all that is public at this moment; none in a database that has no edition yet.

    Every request asks it, so it goes past the ORM, which takes longer to write this statement than
    PostgreSQL to answer it, and stands for the statement by which Django looks whether a connection
    still lives. Where it does not, this raises OperationalError, and the next one opens another.
    """
    door = connections[PUBLIC]
    door.health_check_done = True  # type: ignore[attr-defined]
    try:
        with door.cursor() as cursor:
            cursor.execute(STANDING_EDITION)
            found = cursor.fetchone()
    except OperationalError:
        door.close()
        raise
    return " ".join(map(str, found)) if found else None


def last_changed_on() -> date | None:
    """The day (UTC) of the newest public change; none in a record in which nothing was public."""
    newest = first_rows(Change.objects.order_by("-moment", "-id"), 1).first()
    return newest.moment.astimezone(UTC).date() if newest else None


def first_rows(rows: QuerySet, size: int) -> QuerySet:
    """The first rows of an ordered queryset, in one query.

    Their ids are chosen in a query within it. Otherwise a view behind its barrier makes every
    column of every row, orders them, and throws most away. The conditions stand within alone: the
    rows of these ids meet them, and PostgreSQL would ask all of them a second time.
    """
    ids = rows.values("id")
    if view := rows.model.ordered_views.get(tuple(dict.fromkeys(rows.query.order_by))):
        # This view has the order itself. Ordering outside as well would hide from it how few rows
        # are wanted; it would make and sort them all.
        ids = _read_from(view, ids.order_by())
    chosen = rows.all()
    chosen.query.where = WhereNode()
    return chosen.filter(id_in(ArraySubquery(ids[:size])))


def _read_from(view: str, rows: QuerySet) -> QuerySet:
    """The same query of another view that has the same columns."""
    rows = rows.all()
    alias, table = rows.query.get_initial_alias(), view_table(view)
    rows.query.alias_map[alias] = BaseTable(table, alias)
    rows.query.table_map[table] = [alias]
    return rows


def id_in(ids: ArraySubquery | Collection[UUID]) -> Func:
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
