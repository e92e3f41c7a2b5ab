"""What migrations do beside Django's own operations."""

from typing import Any

from django.db.migrations.operations.base import Operation

from publishing.codes import VocabularyField

DROP_CHECK = 'ALTER TABLE {table} DROP CONSTRAINT IF EXISTS "{table}_{column}_check"'


class DropUnnamedChecks(Operation):
    """Drop the checks that PostgreSQL named, now that every vocabulary column has a named one."""

    def state_forwards(self, app_label: str, state: Any) -> None:
        pass

    def database_forwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        for table, field in _vocabulary_columns(app_label, to_state):
            schema_editor.execute(DROP_CHECK.format(table=table, column=field.column))

    def database_backwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        for table, field in _vocabulary_columns(app_label, to_state):
            check = field.make_constraint(f"{table}_{field.column}_check")
            schema_editor.add_constraint(field.model, check)

    def describe(self) -> str:
        return "Drop the checks of vocabulary columns that have no name of ours"


def _vocabulary_columns(app_label: str, state: Any) -> list[tuple[str, VocabularyField]]:
    return [
        (model._meta.db_table, field)
        for model in state.apps.get_app_config(app_label).get_models()
        for field in model._meta.local_concrete_fields
        if isinstance(field, VocabularyField)
    ]
