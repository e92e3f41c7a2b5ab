"""The database and the model agree which columns of a record are content."""

import pytest
from django.db import connection, models

from publishing.models import Record
from publishing.models.record import acted_at_field, acted_by_field


def list_moved_columns(fields: list[models.Field]) -> set[str]:
    """The columns that nobody edits: only an action moves them."""
    return {field.get_attname() for field in fields if not field.editable and not field.primary_key}


@pytest.mark.django_db
def test_what_nobody_edits_is_not_content() -> None:
    fields = [field for field in Record._meta.get_fields() if isinstance(field, models.Field)]
    columns = {field.get_attname() for field in fields if not field.primary_key}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name FROM unnest(%s::text[]) name WHERE NOT publishing_is_content(name)",
            [sorted(columns)],
        )
        assert {name for (name,) in cursor} == list_moved_columns(fields)


def test_a_new_pair_of_moment_and_account_is_moved() -> None:
    at, by = acted_at_field(), acted_by_field()
    at.set_attributes_from_name("archived_at")
    by.set_attributes_from_name("archived_by")
    assert list_moved_columns([at, by]) == {"archived_at", "archived_by_id"}
