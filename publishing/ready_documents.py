"""What is kept ready of the public: written anew, and compared with what a reading would give."""

from django.db import connection, transaction

from publishing.models import ReadyDocument

#: Of each noun at once; whoever commits something public meanwhile waits for so many.
AT_A_TIME = 500
DIFFERENCES = """
SELECT count(DISTINCT id) FROM (
    (TABLE published.{noun} EXCEPT TABLE live_{noun})
    UNION ALL (TABLE live_{noun} EXCEPT TABLE published.{noun})
) AS different
"""


def mark_all_documents() -> None:
    """From now on the live views answer for everything, until it is written anew."""
    _ask_number("SELECT publishing_mark_all_documents()")


def write_documents() -> int:
    """Write every document that is over; gives how many.

    Each lot is a transaction of its own, so that nobody waits long, unless there is one already.
    """
    written = 0
    while lot := _ask_number("SELECT publishing_write_documents(%s)", AT_A_TIME):
        written += lot
    return written


@transaction.atomic
def count_differences() -> dict[str, int]:
    """How many rows of a noun are not as a reading gives them; no noun where all are."""
    # To compile so large a statement takes longer than to run it.
    _ask_number("SELECT length(set_config('jit', 'off', true))")
    nouns = ReadyDocument.objects.order_by("noun").values_list("noun", flat=True).distinct()
    found = {noun: _ask_number(DIFFERENCES.format(noun=noun)) for noun in nouns}
    return {noun: rows for noun, rows in found.items() if rows}


def _ask_number(sql: str, *values: int) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql, values or None)
        return cursor.fetchone()[0]
