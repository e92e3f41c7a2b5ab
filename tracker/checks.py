"""What every PostgreSQL must do for us, an operator's own too: asked before `migrate`."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections

LETTERS = Error(
    "PostgreSQL does not know Cyrillic letters, so that a search for names would find nothing.",
    hint="Make the database with ENCODING 'UTF8' and the locale C.UTF-8, or any but C.",
    id="tracker.E001",
)
ASK = "SELECT lower('Ў') = 'ў' AND similarity('Ціханоўская', 'Ціханоуская') > 0.5"


@register(Tags.database)
def cyrillic_is_read(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    if "default" not in (databases or ()):
        return []
    with connections["default"].cursor() as cursor:
        cursor.execute(ASK)
        return [] if cursor.fetchone()[0] else [LETTERS]
