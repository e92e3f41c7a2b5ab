"""The SQL of functions, guards, published views and grants, in the order to run it.

They are SQL files beside their room: `sql/` (functions and inner views), `invariants/`
(guards across rows), `published/` (one file, one view of the same name, holding its SELECT).
Rooms are read in the order of INSTALLED_APPS, so a view can only read its room and those below.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from django.apps import AppConfig, apps

from publishing.citing import is_part, list_citing_keys
from publishing.derived import derived_fields
from publishing.languages import LANGUAGES
from publishing.models import BaseModel, Record, RecordPart
from publishing.schema.citing import guard_citing, when_citing, when_part_cites_too_early
from publishing.schema.editions import list_changed_records, write_boundaries_function
from publishing.schema.parts import write_parts_function
from publishing.schema.paths import reach_record

#: What is public now, or will be as soon as its embargo ends, without anybody's act: `stands(p)`.
STANDS = """({0}.state = 'published'
    AND ({0}.visible_until IS NULL OR {0}.visible_until > now())
    AND ({0}.embargo_condition = '' OR {0}.embargo_confirmed_at IS NOT NULL))"""

#: What somebody else reads already, before it is public or since: `sent(p)`. Whatever a published
#: record must be, it must be from here on, so that nobody approves what cannot be published.
SENT = "({0}.state IN ('in_review', 'approved', 'published'))"

#: The row condition of everything public, written once; `visible(p)` in a file stands for it.
VISIBLE = f"""{STANDS[:-1]}
    AND ({{0}}.visible_from IS NULL OR {{0}}.visible_from <= now()))"""

#: Once public and no longer: `gone(p)`. What was withdrawn before its embargo opened never was.
GONE = """(coalesce({0}.visible_from, {0}.published_at) <= least(
        coalesce({0}.withdrawn_at, 'infinity'), coalesce({0}.visible_until, 'infinity'), now())
    AND ({0}.embargo_condition = '' OR {0}.embargo_confirmed_at IS NOT NULL)
    AND ({0}.state = 'withdrawn' OR {0}.state = 'published' AND {0}.visible_until <= now()))"""


#: The moments of a record as the public saw them: when it opened, when it last changed, and when
#: it closed: `opened(p)`, `touched(p)`, `closed(p)`. Here and below the inner tables have whole
#: words for names: a short one would hide the row of the same name outside.
OPENED = """coalesce((
        SELECT moment.shown_at FROM publishing_publicmoment moment WHERE moment.row_id = {0}.id
        AND moment.shown_at > coalesce(moment.hidden_at, '-infinity')),
        greatest({0}.visible_from, {0}.published_at, {0}.embargo_confirmed_at))"""
TOUCHED = """(SELECT moment.changed_at
        FROM publishing_publicmoment moment WHERE moment.row_id = {0}.id)"""
CLOSED = "least({0}.withdrawn_at, {0}.visible_until)"

#: The day of the last public change, no finer: `updated_on(p)`. `updated_on(l, p, w)` is of a row
#: that is no more public than these records are, and opens with them.
UPDATED = """greatest({1}, (
        SELECT greatest(moment.shown_at, moment.changed_at)
        FROM publishing_publicmoment moment WHERE moment.row_id = {0}.id))::date"""

#: The lives of all records of a table that are public or were: `life(waves, releases_wave)`.
LIFE = """SELECT '{0}' AS noun, r.id, opened(r) AS opened, touched(r) AS touched,
    CASE WHEN gone(r) THEN closed(r) END AS closed,
    CASE WHEN gone(r) THEN coalesce(nullif(r.withdrawal_reason, ''), 'other') END AS reason
    FROM {1} r WHERE visible(r) OR gone(r) AND opened(r) < closed(r)"""

#: What a row cites, as JSON: `cited(releases_wavecitation.wave_id, w.id)`. A source that the public
#: may not see is not in it.
CITED = """(SELECT coalesce(jsonb_agg(cited_source.object || jsonb_build_object(
        'locator', citation.locator, 'locator_detail', citation.locator_detail,
        'excerpt', citation.excerpt, 'confidence', citation.confidence)
        ORDER BY cited_source.object ->> 'address', citation.id), '[]')
    FROM {0} citation JOIN sources_cited cited_source ON cited_source.id = citation.source_id
    WHERE citation.{1} = {2})"""

#: The day since which none is left: `unsourced_since(releases_claimcitation.claim_id, c.id)`; null
#: where one is, and where none ever was.
UNSOURCED = """(SELECT max(cited_life.closed)::date
    FROM {0} citation
    JOIN sources_lives cited_life
        ON cited_life.noun = 'sources' AND cited_life.id = citation.source_id
    WHERE citation.{1} = {2} HAVING count(*) = count(cited_life.closed))"""

#: Words about what a row cites. About a person, they have a third argument, a row with `shown_as`:
#: most sources print a name, so of a pseudonym nothing is told.
NAMED_ALONE = "CASE WHEN {shown}.shown_as = 'named' THEN {sql} ELSE {nothing} END"
CITING = {"cited": (CITED, "'[]'"), "unsourced_since": (UNSOURCED, "NULL")}

#: Of an entry without its content, for which the commitment stands: `digest(entry)`.
DIGEST = """sha256(convert_to(jsonb_build_array({0}.id, extract(epoch FROM {0}.at), {0}.transaction,
    {0}.actor_id, {0}.login, {0}.table_name, {0}.row_id, {0}.operation,
    encode({0}.commitment, 'hex'))::text, 'UTF8'))"""

#: Of what expunging erases, with a salt, so that nobody guesses it: `commitment(salt, …)`.
COMMITMENT = "sha256(convert_to(jsonb_build_array({})::text, 'UTF8'))"


def expand(sql: str) -> str:
    """SQL with its words spelled out.

    `visible(p)`, `stands(p)`, `sent(p)`, `gone(p)`, `updated_on(p)`, `updated_on(l, p, w)`,
    `opened(p)`, `touched(p)`, `closed(p)`, `life(noun, table)`, `cited(table.key, id)`,
    `unsourced_since(table.key, id)`, `digest(entry)`, `commitment(salt, …)`: see above;
    `columns(p.name)`: the seven language columns; `texts(p.name)`: the same as one JSON object
    without its empty languages; `date(p.born)`: an inexact date as JSON.
    """
    sql = re.sub(r"\blife\((\w+), (\w+)\)", lambda m: LIFE.format(*m.groups()), sql)
    sql = re.sub(r"\bupdated_on\((\w+(?:, \w+)*)\)", lambda m: _updated(*m[1].split(", ")), sql)
    for word, meaning in (("opened", OPENED), ("touched", TOUCHED), ("closed", CLOSED)):
        sql = re.sub(rf"\b{word}\((\w+)\)", lambda m, meaning=meaning: meaning.format(m[1]), sql)
    sql = re.sub(rf"\b({'|'.join(CITING)})\((\w+)\.(\w+), ([\w.]+)(?:, (\w+))?\)", _citing, sql)
    sql = re.sub(r"\bdigest\((\w+)\)", lambda m: DIGEST.format(m[1]), sql)
    sql = re.sub(r"\bcommitment\(([\w.]+, [^)]+)\)", lambda m: COMMITMENT.format(m[1]), sql)
    sql = re.sub(r"\bdate\((\w+\.\w+)\)", r"edtf_json(\1, \1_earliest, \1_latest)", sql)
    sql = re.sub(r"\bstands\((\w+)\)", lambda m: STANDS.format(m[1]), sql)
    sql = re.sub(r"\bsent\((\w+)\)", lambda m: SENT.format(m[1]), sql)
    sql = re.sub(r"\bvisible\((\w+)\)", lambda m: VISIBLE.format(m[1]), sql)
    sql = re.sub(r"\bgone\((\w+)\)", lambda m: GONE.format(m[1]), sql)
    sql = re.sub(r"\bcolumns\((\w+\.\w+)\)", lambda m: _each(m[1], "{0}_{1}"), sql)
    return re.sub(
        r"\btexts\((\w+\.\w+)\)",
        lambda m: f"jsonb_strip_nulls(jsonb_build_object({_each(m[1], TEXT)}))",
        sql,
    )


def _updated(row: str, *opens_with: str) -> str:
    return UPDATED.format(row, ", ".join(f"opened({each})" for each in opens_with or (row,)))


def _citing(word: re.Match[str]) -> str:
    name, *where, shown = word.groups()
    meaning, nothing = CITING[name]
    sql = meaning.format(*where)
    return NAMED_ALONE.format(shown=shown, sql=sql, nothing=nothing) if shown else sql


TEXT = "'{1}', nullif({0}_{1}, '')"


def _each(column: str, template: str) -> str:
    return ", ".join(template.format(column, code) for code in LANGUAGES)


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
    """One published view, behind a barrier: no condition from outside meets a row that it hides."""
    return (
        f"CREATE VIEW published.{path.stem} WITH (security_barrier) AS\n{expand(path.read_text())};"
    )


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
    """Notes which public records a statement changed, so that its commit opens an edition."""
    for operation, records in list_changed_records(model).items():
        quoted = records.replace("'", "''")
        function = f"publishing_note_changed_record('{quoted}')"
        yield _for_all_rows(model._meta.db_table, f"edition_at_{operation}", operation, function)


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
