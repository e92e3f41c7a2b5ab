"""Every column is classed, and what the public door shows is made of public columns alone."""

from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection

from publishing.enums import ColumnClass
from tests.repository.constraints.holding import run
from tracker import data_dictionary as dictionary
from tracker.data_dictionary import Column
from tracker.management.commands.migrate import entered_as_owner

ROOT = Path(__file__).parents[2]
COLUMNS = """
SELECT c.relname, attname FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
  AND attnum > 0 AND NOT attisdropped AND relname !~ '^kept_'
"""
#: Every column that a view reads: of a table, or of another view (relkind v). What is kept of a
#: noun has the columns of its live view, which the published view reads as well.
READ = """
SELECT v.relname, k.relkind::text, k.relname, attname
FROM pg_rewrite r
JOIN pg_class v ON v.oid = r.ev_class
JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
    AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> v.oid
JOIN pg_class k ON k.oid = d.refobjid
JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid AND attnum > 0
WHERE v.relkind = 'v' AND v.relnamespace IN ('published'::regnamespace, 'public'::regnamespace)
  AND k.relname !~ '^kept_'
"""
CALLED = """
SELECT DISTINCT p.proname FROM pg_rewrite r
JOIN pg_class v ON v.oid = r.ev_class
JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
    AND d.refclassid = 'pg_proc'::regclass
JOIN pg_proc p ON p.oid = d.refobjid
WHERE v.relnamespace IN ('published'::regnamespace, 'public'::regnamespace)
  AND p.pronamespace = 'public'::regnamespace AND p.provolatile <> 'i'
"""
SHOWN = """
SELECT table_name::text, column_name::text FROM information_schema.columns
WHERE table_schema = 'public'
"""
pytestmark = pytest.mark.django_db


def ask(sql: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def read_in_public() -> dict[str, set[Column]]:
    """The columns of tables that each published view is made of, through the views it stands on.

    Of an inner view, a column that has the name of one that it reads is that one; any other is
    taken to be made of everything that the inner view reads and does not show by its own name.
    """
    reads: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for view, kind, relation, column in ask(READ):
        reads[view].add((kind, relation, column))
    shown = {tuple(row) for row in ask(SHOWN)}

    @cache
    def behind(view: str, wanted: str) -> frozenset[Column]:
        named = {read for read in reads[view] if read[2] == wanted}
        made_of = {read for read in reads[view] if (view, read[2]) not in shown}
        return columns(named or made_of)

    def columns(read: set[tuple[str, str, str]]) -> frozenset[Column]:
        found: set[Column] = set()
        for kind, relation, column in read:
            found |= behind(relation, column) if kind == "v" else {(relation, column)}
        return frozenset(found)

    outer = ask("SELECT viewname FROM pg_views WHERE schemaname = 'published'")
    return {view: set(columns(reads[view])) for (view,) in outer}


def not_public() -> dict[str, set[Column]]:
    classes, allowed = dictionary.column_classes(), dictionary.condition_columns()
    found = {
        view: {c for c in columns - allowed if classes.get(c) != ColumnClass.PUBLIC}
        for view, columns in read_in_public().items()
    }
    return {view: columns for view, columns in found.items() if columns}


def test_every_column_is_classed():
    assert {tuple(row) for row in ask(COLUMNS)} - dictionary.column_classes().keys() == set()


def test_nothing_is_classed_that_does_not_exist():
    written = dictionary.column_classes().keys() | dictionary.condition_columns()
    assert written - {tuple(row) for row in ask(COLUMNS)} == set()


def columns_without_meaning() -> list[tuple[str, str]]:
    return [
        (where, written)
        for where, written, _ in dictionary.readable_columns()
        if not dictionary.describe_column(where, written)
    ]


def test_every_column_that_readers_see_has_a_meaning():
    assert columns_without_meaning() == []


def test_a_column_without_a_meaning_is_found(monkeypatch):
    monkeypatch.delitem(dictionary.read_file()["meanings"]["releases_stage"], "on")
    assert columns_without_meaning() == [("releases_stage", "on~")]


def test_every_meaning_is_of_a_column():
    written = {(where, name.removesuffix("~")) for where, name, _ in dictionary.readable_columns()}
    meanings = dictionary.read_file()["meanings"]
    assert {(where, name) for where in meanings for name in meanings[where]} - written == set()


def test_the_dictionary_for_readers_is_the_generated_one():
    """`make dictionary` writes it."""
    text = (ROOT / "docs" / "data-dictionary.md").read_text()
    assert text == dictionary.describe_dictionary()


def test_no_column_has_two_classes():
    assert len(dictionary.list_entries()) == len(dictionary.column_classes())


def test_a_new_column_would_be_missed(owner):
    run("ALTER TABLE people_person ADD COLUMN shoe_size integer")
    assert {tuple(row) for row in ask(COLUMNS)} - dictionary.column_classes().keys() == {
        ("people_person", "shoe_size")
    }


def test_the_public_door_shows_public_columns_alone():
    assert not_public() == {}


def test_a_private_column_in_a_view_would_be_seen(owner):
    run("CREATE VIEW published.leak AS SELECT id, note AS remark FROM people_person")
    assert not_public() == {"leak": {("people_person", "note")}}


def test_a_private_column_behind_an_inner_view_would_be_seen(owner):
    run("CREATE VIEW public.inner_leak AS SELECT id, upper(sex) AS gender FROM people_person")
    run("CREATE VIEW published.leak AS SELECT gender FROM inner_leak")
    assert not_public() == {"leak": {("people_person", "sex")}}


def test_no_view_calls_a_function_that_could_read_a_table():
    assert ask(CALLED) == []


def test_no_view_takes_a_row_whole():
    """A whole row is no column to the catalogue, so that its columns could not be checked."""
    files = [path for room in apps.get_app_configs() for path in views_of(Path(room.path))]
    assert files
    assert [path.name for path in files if "to_jsonb(" in path.read_text()] == []
    assert [path.name for path in files if "row_to_json(" in path.read_text()] == []


def views_of(room: Path) -> list[Path]:
    if not room.is_relative_to(ROOT) or "site-packages" in room.parts:
        return []
    inner = [path for path in room.glob("sql/*.sql") if "CREATE VIEW" in path.read_text()]
    return [*room.glob("published/*.sql"), *inner]


@pytest.fixture(scope="module")
def _as_owner(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), entered_as_owner("default"):
        yield


@pytest.fixture
def owner(_as_owner, db) -> None:
    """Only the owner makes columns and views."""
