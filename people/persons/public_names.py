"""The names that the public searches in, all of them anew."""

from django.db import connections

RENEW = """
SELECT people_renew_public_names(ARRAY (
    SELECT id FROM people_person WHERE state = 'published' AND visibility <> 'count_only'
    UNION SELECT person_id FROM people_publicname))
"""


def renew_public_names(using: str = "default") -> None:
    """Write the table of public names by the rules of this day; triggers keep it from then on."""
    with connections[using].cursor() as cursor:
        cursor.execute(RENEW)
