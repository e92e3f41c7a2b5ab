"""What migrations do beside Django's own operations."""

from collections.abc import Sequence
from typing import Any

from django.db.migrations.operations import RenameField
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


RENAME_IN_PROPOSALS = """
UPDATE publishing_proposedchange SET column_name = %s WHERE table_name = %s AND column_name = %s
"""


class RenamePublishedField(RenameField):
    """Rename a field of a record or a part, also in proposals that wait for a decision.

    The history stays as it was written: each entry is sealed.
    """

    def database_forwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        super().database_forwards(app_label, schema_editor, from_state, to_state)
        old = from_state.apps.get_model(app_label, self.model_name)
        new = to_state.apps.get_model(app_label, self.model_name)
        columns = (_column(new, self.new_name), new._meta.db_table, _column(old, self.old_name))
        schema_editor.execute(RENAME_IN_PROPOSALS, columns)

    def database_backwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        super().database_backwards(app_label, schema_editor, from_state, to_state)
        new = from_state.apps.get_model(app_label, self.model_name)
        old = to_state.apps.get_model(app_label, self.model_name)
        columns = (_column(old, self.old_name), old._meta.db_table, _column(new, self.new_name))
        schema_editor.execute(RENAME_IN_PROPOSALS, columns)


def _column(model: Any, field: str) -> str:
    return model._meta.get_field(field).column


SWITCH_GUARDS = """
DO $$ DECLARE guard name; BEGIN
    SET CONSTRAINTS ALL IMMEDIATE;
    FOR guard IN SELECT tgname FROM pg_trigger
        WHERE tgrelid = '{table}'::regclass AND NOT tgisinternal
            AND tgname !~ '^(history|edition_at)'
    LOOP EXECUTE format('ALTER TABLE {table} {word} TRIGGER %I', guard); END LOOP;
    SET CONSTRAINTS ALL DEFERRED;
END $$;
"""


class WithoutGuards(Operation):
    """Change rows of these tables past their guards: `WithoutGuards(["people_name"], [RunSQL(…)])`.

    It is the one way for a data migration to change what is published. The history is written all
    the same, with the owner as login.
    """

    def __init__(self, tables: Sequence[str], operations: Sequence[Operation]) -> None:
        self.tables = tables
        self.operations = operations

    @property
    def reversible(self) -> bool:  # type: ignore[override]
        return all(each.reversible for each in self.operations)

    def state_forwards(self, app_label: str, state: Any) -> None:
        for each in self.operations:
            each.state_forwards(app_label, state)

    def database_forwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        self._switch(schema_editor, "DISABLE")
        for each in self.operations:
            each.database_forwards(app_label, schema_editor, from_state, to_state)
        self._switch(schema_editor, "ENABLE")

    def database_backwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        self._switch(schema_editor, "DISABLE")
        for each in reversed(self.operations):
            each.database_backwards(app_label, schema_editor, from_state, to_state)
        self._switch(schema_editor, "ENABLE")

    def _switch(self, schema_editor: Any, word: str) -> None:
        for table in self.tables:
            schema_editor.execute(SWITCH_GUARDS.format(table=table, word=word), params=None)

    def describe(self) -> str:
        return f"Change rows of {', '.join(self.tables)} past their guards"
