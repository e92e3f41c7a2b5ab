"""The migrations make the models, and what they do not make is built anew when it changes."""

import pytest
from django.core.management import call_command
from django.db import connection

from publishing.schema import build
from tracker.management.commands.migrate import owning


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.django_db(transaction=True)
def test_what_stands_beside_the_migrations_is_built_anew_only_when_it_changes(monkeypatch):
    with owning("default"):
        assert build.rebuild() is False
        monkeypatch.setattr(build, "statements", lambda: ["SELECT 1"])
        assert build.rebuild() is True
        monkeypatch.undo()
        assert build.rebuild() is True
        assert connection.introspection.table_names()
