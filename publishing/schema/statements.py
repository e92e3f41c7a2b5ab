"""The SQL of functions, guards, published views and grants, in the order to run it.

They are SQL files beside their room: `sql/` (functions and inner views), `invariants/`
(guards across rows), `published/` (one file, one view of the same name, holding its SELECT).
Rooms are read in the order of INSTALLED_APPS, so a view can only read its room and those below.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from django.apps import AppConfig, apps

from publishing.citing import is_part, list_citing_keys
from publishing.derived import derived_fields
from publishing.models import BaseModel, Record, RecordPart
from publishing.schema.citing import guard_citing, when_citing, when_part_cites_too_early
from publishing.schema.documents import write_document_functions
from publishing.schema.editions import list_changed_records, write_boundaries_function
from publishing.schema.kept_views import find_kept_noun, write_views
from publishing.schema.parts import write_parts_function
from publishing.schema.paths import reach_record
from publishing.schema.words import SENT, VISIBLE, expand


class SqlUnit(NamedTuple):
    """SQL that is built as one: a file, or the guards of a table."""

    name: str
    sql: str
    is_view: bool = False
    #: Views may stand on what it makes, and are made anew with it.
    is_under_views: bool = False


GRANTS = SqlUnit(
    "grants.sql", Path(__file__).parents[1].joinpath("sql/grants/grants.sql").read_text()
)


def list_units() -> Iterator[SqlUnit]:
    """Every unit but the grants, in the order to build them."""
    for room in apps.get_app_configs():
        yield from _files(room, "sql")
    yield SqlUnit("the parts of records", write_parts_function())
    yield SqlUnit("the boundaries of records", write_boundaries_function())
    yield SqlUnit("ready documents", write_document_functions())
    for model in apps.get_models():
        if issubclass(model, BaseModel) and model._meta.managed:
            yield SqlUnit(f"the guards of {model._meta.db_table}", "\n".join(_triggers(model)))
    for room in apps.get_app_configs():
        yield from _files(room, "invariants")
    for room in apps.get_app_configs():
        for path in sorted(Path(room.path, "published").glob("*.sql")):
            yield SqlUnit(f"{room.label}/published/{path.name}", view(path), True, True)


def _files(room: AppConfig, folder: str) -> Iterator[SqlUnit]:
    for path in sorted(Path(room.path, folder).glob("*.sql")):
        sql = expand(path.read_text())
        is_view = "CREATE VIEW" in sql
        yield SqlUnit(f"{room.label}/{folder}/{path.name}", sql, is_view, folder == "sql")


def view(path: Path) -> str:
    """SQL of one published view, and of what is kept for it."""
    if kept := find_kept_noun(path):
        return write_views(kept)
    return write_barrier(path.stem, expand(path.read_text()))


def write_barrier(name: str, select: str) -> str:
    """A published view behind a barrier: no condition from outside meets a row that it hides."""
    return f"CREATE VIEW published.{name} WITH (security_barrier) AS\n{select};"


def _triggers(model: type[BaseModel]) -> Iterator[str]:
    """The guards that every table of this kind carries."""
    table = model._meta.db_table
    every = "AFTER INSERT OR UPDATE OR DELETE"
    follows = ",".join(field.column for field in derived_fields(model))
    yield from _history(table, follows)
    yield from _writers(model)
    yield from _editions(model)
    yield _trigger(
        table, "text_is_clean", "AFTER INSERT OR UPDATE", "publishing_guard_text()", UNCLEAN
    )  # fmt: skip
    if issubclass(model, Record):
        yield _trigger(table, "state_follows_the_graph", every, "publishing_guard_state()")
        yield _deferred(
            table, "content_changes_by_proposal", "AFTER UPDATE",
            f"publishing_guard_content('{follows}')", "OLD.state <> 'draft'",
        )  # fmt: skip
        yield _deferred(
            table, "second_person_is_another", "AFTER UPDATE", "publishing_guard_second_person()",
            "(NEW.approved_by_id, NEW.embargo_confirmed_by_id)"
            " IS DISTINCT FROM (OLD.approved_by_id, OLD.embargo_confirmed_by_id)",
        )  # fmt: skip
        yield _trigger(
            table, "opening_stays", "AFTER UPDATE", "publishing_keep_opening()", REOPENED
        )
        if list_citing_keys(model):
            yield guard_citing(model)
            yield _deferred(
                table, "cites_what_is_public", "AFTER UPDATE",
                f"publishing_guard_cited_by_{table}()", when_citing(model),
            )  # fmt: skip
    if is_part(model):
        path = model.path()
        records = path[0].related_model._meta.db_table
        yield _part_guard(model, [*model.unguarded, *filter(None, follows.split(","))])
        yield _deferred(table, "changes_by_proposal", every, f"publishing_guard_{table}()")
        if getattr(model, "is_citation", False) and len(path) == 1 and records in _sourced():
            yield from _source_guards(table, path[0].column, records)


#: The row as one text, looked at before the guard looks at each column: what is between columns,
#: commas, brackets and quotes, neither is unseen nor joins a letter.
UNCLEAN = "NOT publishing_text_is_clean((NEW.*)::text)"

#: What the public sees already gets another moment at which it would have opened.
REOPENED = f"""(OLD.visible_from, OLD.embargo_confirmed_at)
    IS DISTINCT FROM (NEW.visible_from, NEW.embargo_confirmed_at) AND {VISIBLE.format("OLD")}"""

#: Each event has a trigger, which is told all rows of a statement.
CHANGED = {
    "insert": ("history", "NEW TABLE AS new_rows"),
    "update": ("history_of_update", "OLD TABLE AS old_rows NEW TABLE AS new_rows"),
    "delete": ("history_of_delete", "OLD TABLE AS old_rows"),
}


def _history(table: str, follows: str) -> Iterator[str]:
    for operation, (name, _rows) in CHANGED.items():
        function = f"publishing_write_history_of_{operation}('{follows}')"
        yield _for_all_rows(table, name, operation, function)


def _for_all_rows(table: str, name: str, operation: str, function: str) -> str:
    """A trigger that is told all rows of a statement at once."""
    return (
        f"CREATE OR REPLACE TRIGGER {name} AFTER {operation.upper()} ON {table}"
        f" REFERENCING {CHANGED[operation][1]} FOR EACH STATEMENT EXECUTE FUNCTION {function};"
    )


#: The records that a statement writes to. Who only moves a record along does not write it.
REWRITTEN = """SELECT n.id FROM new_rows n JOIN old_rows o USING (id)
    WHERE publishing_content_of(to_jsonb(n)) <> publishing_content_of(to_jsonb(o))"""

REACHED = "SELECT {end} FROM {rows}"


def _writers(model: type[BaseModel]) -> Iterator[str]:
    """Notes, for each record and each part, who wrote the record. `migrate` has no actor."""
    if issubclass(model, Record):
        yield _for_all_rows(
            model._meta.db_table, "forget_writers", "delete", "publishing_forget_writers()"
        )
        written = {"insert": "SELECT id FROM new_rows", "update": REWRITTEN}
    elif is_part(model):
        reached = REACHED.format(end=reach_record(model, "n"), rows="new_rows n")
        left = REACHED.format(end=reach_record(model, "o"), rows="old_rows o")
        written = {"insert": reached, "update": f"{reached} UNION {left}", "delete": left}
    else:
        return
    for operation, records in written.items():
        function = f"publishing_note_writer('{records}')"
        yield _for_all_rows(model._meta.db_table, f"writers_of_{operation}", operation, function)


def _editions(model: type[BaseModel]) -> Iterator[str]:
    """Notes which public records a statement changed, so that its commit opens an edition.

    It speaks also where an operator has switched the others off, to mend something: what readers
    are shown is never older than the record.
    """
    table = model._meta.db_table
    for operation, records in list_changed_records(model).items():
        quoted = records.replace("'", "''")
        function = f"publishing_note_changed_record('{quoted}')"
        yield _for_all_rows(table, f"edition_at_{operation}", operation, function)
        yield f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER edition_at_{operation};"


#: A guard of its own for each table of parts: a query that is known beforehand is planned once,
#: and one that is put together would be for every row. The record is locked before its state is
#: asked: a draft that is sent to review at this moment waits for the part, or the part for it.
PART_GUARD = """
CREATE OR REPLACE FUNCTION publishing_guard_{table}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM {record} WHERE id IN ({left}, {reached}) FOR NO KEY UPDATE;
    IF EXISTS (
        SELECT FROM {record} WHERE id IN ({left}, {reached}) AND state <> 'draft'
    ) THEN
        PERFORM publishing_refuse_part(
            '{table}', lower(TG_OP), to_jsonb(OLD), to_jsonb(NEW), '{{{free}}}');
        IF {waiting} THEN
            PERFORM publishing_refuse('published_record_cites_what_is_public', '{table}');
        END IF;
    END IF;
    RETURN NULL;
END $$;
"""


def _part_guard(model: type[RecordPart], free: list[str]) -> str:
    """A part that moves is as fixed as the record that it leaves, and as the one that it comes to;
    `free`: the columns that are free all the same."""
    path = model.path()
    record = path[-1].related_model
    return PART_GUARD.format(
        table=model._meta.db_table,
        record=record._meta.db_table,
        left=reach_record(model, "OLD"),
        reached=reach_record(model, "NEW"),
        free=",".join(free),
        waiting=when_part_cites_too_early(model),
    )


def _sourced() -> set[str]:
    return {
        model._meta.db_table
        for model in apps.get_models()
        if issubclass(model, Record) and model.is_sourced
    }


def _source_guards(citations: str, key: str, records: str) -> Iterator[str]:
    yield _deferred(
        records, "published_has_a_source", "AFTER UPDATE",
        f"publishing_guard_source('{citations}', '{key}')", SENT.format("NEW"),
    )  # fmt: skip
    yield _deferred(
        citations, "last_source_stays", "AFTER DELETE",
        f"publishing_guard_last_source('{key}', '{records}')",
    )  # fmt: skip


def _trigger(table: str, name: str, when: str, function: str, condition: str = "") -> str:
    test = f" WHEN ({condition})" if condition else ""
    return (
        f"CREATE OR REPLACE TRIGGER {name} {when} ON {table}"
        f" FOR EACH ROW{test} EXECUTE FUNCTION {function};"
    )


def _deferred(table: str, name: str, when: str, function: str, condition: str = "") -> str:
    """A guard that is asked at the end of the transaction, or when an action asks it to be."""
    test = f" WHEN ({condition})" if condition else ""
    return (
        f"DROP TRIGGER IF EXISTS {name} ON {table};"
        f"CREATE CONSTRAINT TRIGGER {name} {when} ON {table} DEFERRABLE INITIALLY DEFERRED"
        f" FOR EACH ROW{test} EXECUTE FUNCTION {function};"
    )
