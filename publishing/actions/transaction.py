from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import IntegrityError, OperationalError, connection, models, transaction
from django.utils.translation import gettext as _
from psycopg.errors import DeadlockDetected

from publishing.history import attribute_changes
from publishing.models import Account
from publishing.violations import sentence_for

ModelT = TypeVar("ModelT", bound=models.Model)


class Refused(ValidationError):
    """An action that a rule or a guard of the database did not let pass; nothing has changed."""


def action(*, by: Account, reason: str = "") -> AbstractContextManager[None]:
    """One transaction of `by`, whose guards are all asked before it ends.

    Raises Refused where an invariant of the database stands against the action. Raises it also
    where two actions wait for each other and this one has to give way.
    """
    return _guard(attribute_changes(by=by, reason=reason))


def guarded() -> AbstractContextManager[None]:
    """A savepoint inside an action, whose guards are asked before it ends; raises Refused."""
    return _guard(transaction.atomic())


@contextmanager
def _guard(block: AbstractContextManager[None]) -> Iterator[None]:
    try:
        with block:
            yield
            check_guards()
    except IntegrityError as error:
        raise Refused(sentence_for(error)) from error
    except OperationalError as error:
        if not isinstance(error.__cause__, DeadlockDetected):
            raise
        raise Refused(_("Somebody else wrote the same at this moment. Try again.")) from error


def check_guards() -> None:
    """Have every deferred guard speak now, and go back to deferring."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT publishing_ask_guards()")


def lock_row(row: ModelT) -> ModelT:
    """The row as the database has it now, held until the transaction ends."""
    return type(row)._default_manager.select_for_update(of=("self",)).get(pk=row.pk)


def lock_rows(rows: Iterable[models.Model]) -> None:
    """Hold rows of any tables until the transaction ends."""
    keys = defaultdict(list)
    for row in rows:
        keys[type(row)].append(row.pk)
    for model, pks in keys.items():
        held = model._base_manager.filter(pk__in=pks).order_by("pk").select_for_update()
        list(held.values_list("pk"))


def refuse_if(sentence: str | None) -> None:
    if sentence:
        raise Refused(sentence)
