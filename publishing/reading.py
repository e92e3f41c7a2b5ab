"""A page or an answer of several queries reads them all at one moment."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import connections, transaction

from publishing.projections import PUBLIC

View = Callable[..., Any]


def one_moment(view: View) -> View:
    """The view, reading the public door in one REPEATABLE READ transaction.

    What it returns must be rendered by then: a lazy queryset would be read at a later moment.
    """

    @wraps(view)
    def read(*args: Any, **kwargs: Any) -> Any:
        with transaction.atomic(using=PUBLIC), connections[PUBLIC].cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            return view(*args, **kwargs)

    return read
