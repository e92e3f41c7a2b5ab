"""Migrations that the first release could not have, on a database full of published records.

A public column is widened, renamed and dropped, a vocabulary gets a code, rows are changed past
their guards: forward and back, with the views standing at both ends.
"""

import sys
from contextlib import suppress
from io import StringIO

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, connections
from django.db.migrations.loader import MigrationLoader

from publishing.models import History
from publishing.schema import build
from releases import migrations as of_releases
from releases.models import Wave
from tests import databases
from tracker.management.commands import migrate

LENGTH = """
SELECT character_maximum_length FROM information_schema.columns
WHERE table_schema = 'published' AND table_name = 'wave' AND column_name = 'title_en'
"""
WIDEN = """migrations.RunSQL(
    "ALTER TABLE releases_wave ALTER title_en TYPE varchar(300)",
    "ALTER TABLE releases_wave ALTER title_en TYPE varchar(200)",
)"""
RENAME = 'operations.RenamePublishedField("wave", "summary_en", "words_en")'
NEW_CODE = """migrations.RemoveConstraint("side", "releases_side_releasing_is_known"),
        migrations.AddConstraint("side", codes.CountryConstraint(
            name="releases_side_releasing_is_known",
            condition=models.Q(releasing__joined__regex="^([A-Z]{2,3}(,[A-Z]{2,3})*)?$"))),
        migrations.RunSQL("SELECT 1", "SELECT 1")"""
PAST_THE_GUARDS = """operations.WithoutGuards(["releases_wave"], [migrations.RunSQL(
    "UPDATE releases_wave SET summary_en = 'Anew.' WHERE slug = '2025-12-13'",
    migrations.RunSQL.noop)])"""
MIGRATION = """
from django.db import migrations, models
from publishing import codes
from publishing.schema import operations

class Migration(migrations.Migration):
    dependencies = [("releases", "{last}")]
    operations = [
        {operations}
    ]
"""


@pytest.fixture(autouse=True)
def database(reference_copy, django_db_blocker, worker_id):
    """A copy of the reference data of this test's own, at which both doors point."""
    own = connections.settings["default"]["NAME"]
    with django_db_blocker.unblock():
        yield databases.enter_copy("REFERENCE", f"{worker_id}_scratch")
        connections.close_all()
        databases.point_at(own)


@pytest.fixture
def add_migration(tmp_path, settings, monkeypatch):
    """Adds a migration to those of releases, and gives the name of the one before."""

    def add(operations: str) -> str:
        (last,) = [
            name
            for app, name in MigrationLoader(connection).graph.leaf_nodes()
            if app == "releases"
        ]
        package = tmp_path / "scratch_releases"
        package.mkdir()
        (package / "__init__.py").write_text(f"__path__ += {list(of_releases.__path__)}")
        (package / "scratch.py").write_text(MIGRATION.format(last=last, operations=operations))
        monkeypatch.syspath_prepend(tmp_path)
        settings.MIGRATION_MODULES = {"releases": "scratch_releases"}
        return last

    yield add
    for name in [name for name in sys.modules if name.startswith("scratch_releases")]:
        del sys.modules[name]


@pytest.fixture
def renamed_in_sql(monkeypatch):
    """The files of SQL read the renamed column; `undo` leads back."""
    units = list(build.list_units())
    renamed = [
        each._replace(sql=each.sql.replace("w.summary_en", "w.words_en"))
        if each.name == "releases/published/wave.sql"
        else each
        for each in units
    ]
    monkeypatch.setattr(build, "list_units", lambda: renamed)
    return lambda: monkeypatch.setattr(build, "list_units", lambda: units)


def run(*arguments: str) -> str:
    said = StringIO()
    call_command("migrate", *arguments, verbosity=0, stdout=said)
    return said.getvalue()


def ask(query: str) -> list:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchall()


def read_catalogue() -> str:
    with connection.cursor() as cursor:
        return str(sorted(build._read_catalogue(cursor).items()))


def test_a_public_column_is_widened_and_narrowed(add_migration):
    last = add_migration(WIDEN)
    run()
    assert ask(LENGTH) == [(300,)]
    run("releases", last)
    run()
    assert ask(LENGTH) == [(300,)]


def test_while_the_views_stand_it_cannot_be(add_migration, monkeypatch):
    add_migration(WIDEN)
    monkeypatch.setattr(migrate, "take_views_away", lambda using: None)
    before = read_catalogue()
    with pytest.raises(DatabaseError, match="used by a view"):
        run()
    assert read_catalogue() == before


def test_a_public_column_is_renamed_and_named_as_it_was(add_migration, renamed_in_sql):
    last = add_migration(RENAME)
    run()
    assert "words_en" in ask("SELECT pg_get_viewdef('published.wave'::regclass)")[0][0]
    run("releases", last)
    renamed_in_sql()
    with migrate.entered_as_owner("default"):
        assert build.rebuild()
    assert "words_en" not in ask("SELECT pg_get_viewdef('published.wave'::regclass)")[0][0]


def test_a_vocabulary_gets_a_code_and_loses_it(add_migration):
    last = add_migration(NEW_CODE)
    check = "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = %r"
    check %= "releases_side_releasing_is_known"
    run()
    assert "{2,3}" in ask(check)[0][0]
    run("releases", last)
    assert "{2,3}" not in ask(check)[0][0]


def test_a_change_past_the_guards_is_in_the_history(add_migration):
    add_migration(PAST_THE_GUARDS)
    run()
    wave = Wave.objects.get(slug="2025-12-13")
    assert wave.summary_en == "Anew."
    newest = History.objects.filter(row_id=wave.pk).latest("id")
    assert (newest.new["summary_en"], newest.login) == ("Anew.", "tracker_owner")


def test_with_the_guards_the_change_fails(add_migration):
    add_migration(PAST_THE_GUARDS.replace('["releases_wave"]', "[]"))
    with pytest.raises(DatabaseError, match="proposal"):
        run()


@pytest.mark.parametrize("option", ["--plan", "--check"])
def test_a_question_writes_nothing(add_migration, option):
    add_migration(WIDEN)
    before = read_catalogue()
    with suppress(SystemExit):  # --check answers with its code
        run(option)
    assert read_catalogue() == before


def test_what_nobody_changed_is_not_built_anew(add_migration):
    before = read_catalogue()
    run()
    assert read_catalogue() == before


def test_a_part_of_the_migrations_builds_no_views(add_migration):
    last = add_migration(WIDEN)
    run()
    said = run("releases", last)
    assert "1 migrations are not applied" in said
    assert ask("SELECT count(*) FROM pg_views WHERE schemaname = 'published'") == [(0,)]


def test_a_lock_is_not_waited_for_without_end(add_migration, monkeypatch):
    add_migration(WIDEN)
    monkeypatch.setattr(migrate, "LOCK_TIMEOUT", "SET lock_timeout = '50ms'")
    before = read_catalogue()
    with psycopg.connect(databases.url(connections.settings["default"]["NAME"])) as reader:
        reader.execute("SELECT count(*) FROM published.wave")
        with pytest.raises(CommandError, match="Nothing was changed"):
            run()
    assert read_catalogue() == before


def test_an_operators_own_view_stays_and_is_named_where_it_is_in_the_way(database, add_migration):
    with psycopg.connect(databases.url(database)) as superuser:
        superuser.execute("CREATE VIEW of_an_operator AS SELECT slug FROM published.wave")
    add_migration(WIDEN)
    with pytest.raises(CommandError, match="of_an_operator"):
        run()
    assert ask("SELECT viewname FROM pg_views WHERE viewname = 'of_an_operator'")
