"""What is kept between runs of the tests, and made anew when its source changes."""

import os
import shutil
from pathlib import Path

import grimp
import psycopg
import pytest
from psycopg import sql

from tests import checksums, databases

COMMANDS = ("tracker.management.commands.migrate", "tracker.management.commands.load_reference")


@pytest.fixture
def copy_of_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for path in checksums.find_sources():
        target = tmp_path / path.relative_to(checksums.ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    monkeypatch.setattr(checksums, "ROOT", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "name",
    [
        "people/persons/models/new.py",
        "releases/published/new.sql",
        "tracker/reference/data/new.yaml",
    ],
)
def test_a_new_source_changes_the_checksum(copy_of_sources: Path, name: str):
    before = checksums.compute_checksum()
    (copy_of_sources / name).touch()
    assert checksums.compute_checksum() != before


@pytest.mark.parametrize("name", ["releases/feeds.py", "releases/views/new.py"])
def test_a_surface_leaves_the_checksum_as_it_is(copy_of_sources: Path, name: str):
    before = checksums.compute_checksum()
    (copy_of_sources / name).parent.mkdir(exist_ok=True)
    (copy_of_sources / name).write_text("# other")
    assert checksums.compute_checksum() == before


def test_what_makes_the_databases_imports_no_surface():
    graph = grimp.build_graph(*checksums.ROOMS, cache_dir=None)
    makers = {name for name in graph.modules if {"models", "migrations"} & {*name.split(".")}}
    read = makers.union(*map(graph.find_upstream_modules, makers.union(COMMANDS)))
    assert "publishing.schema.build" in read
    assert [name for name in sorted(read) if checksums.is_unread(tuple(name.split(".")))] == []


def test_a_run_drops_what_a_killed_run_left_and_nothing_that_is_held():
    superuser = databases.maintenance_url(os.environ["BOOTSTRAP_DATABASE_URL"])
    left, held = "test_00000000dead_gw0", "test_00000000beef_gw0"
    with psycopg.connect(superuser, autocommit=True) as other:
        for name in (left, held):
            other.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        other.execute("SELECT pg_advisory_lock_shared(hashtext('00000000beef'))")
        with databases.hold_run(makes_anew=False):
            found = other.execute("SELECT datname FROM pg_database").fetchall()
    with databases.hold_run(makes_anew=False):
        pass
    assert (held,) in found
    assert (left,) not in found
