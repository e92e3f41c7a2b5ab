"""The database allows the codes of each enumeration and no others, on a database of any age."""

from django.db import connection

from publishing.codes import CodeField, CodeListField, CountryField, VocabularyField
from publishing.enums import State
from releases.models import Wave
from tests.repository.constraints import catalogue

COLUMNS = {
    (table, field.column): field
    for table, model in catalogue.tables().items()
    for field in model._meta.local_concrete_fields
    if field.choices or isinstance(field, VocabularyField)
}
#: A sign is a number: its check is written by hand.
SIGNS = {("releases_derivedterm", "sign"), ("releases_sumpart", "sign")}
NAMED = "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = %s"


def read_definition(name: str) -> tuple | None:
    with connection.cursor() as cursor:
        cursor.execute(NAMED, [name])
        return cursor.fetchone()


def differs(table: str, field: VocabularyField) -> bool:
    """Whether the named check of the column is another than its enumeration asks for."""
    with connection.schema_editor() as editor:
        expected = field.make_constraint("is_as_expected")
        editor.add_constraint(field.model, expected)
        definition = read_definition("is_as_expected")
        editor.remove_constraint(field.model, expected)
    return definition != read_definition(f"{table}_{field.column}_is_known")


def list_different() -> list[str]:
    return [
        f"{table}.{column}"
        for (table, column), field in COLUMNS.items()
        if isinstance(field, VocabularyField) and differs(table, field)
    ]


def test_every_column_with_choices_is_a_vocabulary():
    plain = {key for key, field in COLUMNS.items() if not isinstance(field, VocabularyField)}
    assert plain == SIGNS


def test_columns_of_every_kind_are_compared():
    kinds = {type(field) for field in COLUMNS.values()}
    assert {CodeField, CountryField, CodeListField} < kinds
    assert len(COLUMNS) > 120


def test_every_vocabulary_column_has_the_check_of_its_enumeration(db_as_owner):
    assert list_different() == []


def test_a_code_that_no_migration_brought_is_seen(db_as_owner, monkeypatch):
    field = Wave._meta.get_field("state")
    monkeypatch.setattr(field, "choices", [*State.choices, ("lost", "Lost")])
    assert list_different() == ["releases_wave.state"]
