"""Erasing a record for good."""

from django.db import connection
from django.db.models.deletion import Collector, ProtectedError, RestrictedError
from django.utils.translation import gettext as _

from publishing import rules
from publishing.actions.transaction import Refused, action, lock_row, refuse_if
from publishing.enums import WithdrawalReason
from publishing.models import Account, Record


def expunge(record: Record, *, by: Account, reason: WithdrawalReason, note: str = "") -> None:
    """Erase a draft or withdrawn record, its parts and their history; a tombstone stays.

    Raises Refused where another record still refers to it, and says of which kind it is.
    """
    with action(by=by, reason=note):
        record = lock_row(record)
        refuse_if(rules.cannot_expunge(record, by))
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT publishing_expunge(%s, %s, %s::text[], %s, %s)",
                [record._meta.db_table, record.pk, _find_parts(record), by.pk, reason],
            )


def _find_parts(record: Record) -> list[list[str]]:
    """Pairs of table and id of what goes with the record, deepest first."""
    collector = Collector(using="default")
    try:
        collector.collect([record])
    except (ProtectedError, RestrictedError) as error:
        raise Refused(_still_referred_to(error)) from error
    collector.sort()
    rows = [
        (model._meta.db_table, row.pk) for model, rows in collector.data.items() for row in rows
    ]
    rows += [
        (found.model._meta.db_table, row.pk) for found in collector.fast_deletes for row in found
    ]
    return [[table, str(key)] for table, key in rows if key != record.pk]


def _still_referred_to(error: ProtectedError | RestrictedError) -> str:
    rows = error.args[1]
    kinds = sorted({str(row._meta.verbose_name) for row in rows})
    return _("Other records still refer to it; they must go first: %(kinds)s.") % {
        "kinds": ", ".join(kinds)
    }
