"""The one number about people who are not shown: slow, rounded, and of closed waves alone."""

from django.db import connection

#: Whoever enters people one by one must not be read off: the number is rounded down to a multiple
#: of 5, is 0 below ten, and changes at most once a week (domain rule 2).
RENEW = """
    INSERT INTO releases_unshowncount AS kept (wave_id, people, counted_on)
    SELECT w.id, CASE WHEN count(r.id) < 10 THEN 0 ELSE count(r.id) / 5 * 5 END, current_date
    FROM live_wave w
    LEFT JOIN releases_recorded r ON r.wave_id = w.id AND r.role = 'freed' AND r.shown_as = ''
    WHERE NOT w.is_open
    GROUP BY w.id
    ON CONFLICT (wave_id) DO UPDATE
        SET people = excluded.people, counted_on = excluded.counted_on
        WHERE kept.counted_on <= excluded.counted_on - 7
"""


def renew_counts() -> int:
    """Count anew every closed wave that was not counted in this week; gives how many."""
    with connection.cursor() as cursor:
        cursor.execute(RENEW)
        return cursor.rowcount
