from django.db import connection


def delete_expired_lists() -> int:
    """Delete what nobody entered of lists whose time is over; gives how many lists that were."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT releases_delete_expired_lists()")
        return cursor.fetchone()[0]
