"""`migrate`, as the role that owns the tables."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.core.management.commands.migrate import Command as Migrate
from django.db import connections, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.migration import Migration
from django.db.utils import DatabaseError
from psycopg import errors

from people.persons.key_renewal import renew_keys
from people.persons.public_names import renew_public_names
from publishing.schema.build import rebuild, take_views_away
from tracker import roles

#: Everybody who reads waits behind a lock that we wait for, so we give up first.
LOCK_TIMEOUT = "SET lock_timeout = '5s'"

#: What PostgreSQL refuses, and what whoever runs the command can do about it.
SENTENCES: dict[type[errors.Error], str] = {
    errors.LockNotAvailable: (
        "Somebody else held a table for more than five seconds. Nothing was changed: run"
        " migrate again, when imports, exports and backups are over."
    ),
    errors.DependentObjectsStillExist: (
        "An object that is not of this project stands on one of its views or functions. Nothing"
        " was changed: drop that object, migrate, and make it again.\n{detail}"
    ),
}


@contextmanager
def entered_as_owner(alias: str) -> Iterator[None]:
    """Enter the database of `alias` as its owner, and as who it was again afterwards."""
    connection = connections[alias]
    served = connection.settings_dict
    owned = served | settings.OWNER_DATABASE | {"NAME": served["NAME"]}
    if served == owned:
        yield
        return
    connection.close()
    connection.settings_dict = owned
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict = served


class Command(Migrate):
    """The login that serves staff may change no table, so this one enters as the owner.

    Migrations and what is built after them are one transaction, unless a migration says that it
    can be in none. The published views are away while tables change.
    """

    def handle(self, *args: Any, **options: Any) -> None:
        self.database = options["database"]
        with entered_as_owner(options["database"]):
            if options["plan"] or options["check_unapplied"]:
                super().handle(*args, **options)
                return
            with _explained():
                self._upgrade(*args, **options)

    def _upgrade(self, *args: Any, **options: Any) -> None:
        database, says = options["database"], bool(options["verbosity"])
        connections[database].cursor().execute(LOCK_TIMEOUT)
        with transaction.atomic(database) if _is_atomic(options) else nullcontext():
            super().handle(*args, **options)
            if waiting := _list_unapplied(database):
                self.stdout.write(
                    f"{len(waiting)} migrations are not applied: the published views are built"
                    " when all are, and until then the public pages answer with an error."
                )
                return
            if rebuild(database):
                renew_public_names(database)
                if says:
                    self.stdout.write("Guards, views and grants are built anew.")
        if (count := renew_keys(database)) and says:
            self.stdout.write(f"The keys of {count} names are derived anew.")
        roles.establish_roles()

    def migration_progress_callback(
        self, action: str, migration: Any = None, fake: bool = False
    ) -> None:
        """Make way before a migration, and ask the deferred guards after it.

        PostgreSQL changes no table for which a guard still waits.
        """
        super().migration_progress_callback(action, migration, fake)
        if action in ("apply_start", "unapply_start"):
            take_views_away(self.database)
        if action in ("apply_success", "unapply_success"):
            with connections[self.database].cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


def _is_atomic(options: dict[str, Any]) -> bool:
    """True where each migration that may run, forward or back, can be in a transaction."""
    may_run = _list_unapplied(options["database"])
    if label := options["app_label"]:
        loader = MigrationExecutor(connections[options["database"]]).loader
        may_run += [each for key, each in loader.graph.nodes.items() if key[0] == label]
    return all(migration.atomic for migration in may_run)


def _list_unapplied(database: str) -> list[Migration]:
    executor = MigrationExecutor(connections[database])
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [migration for migration, _ in plan]


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        for cause, sentence in SENTENCES.items():
            if isinstance(error.__cause__, cause):
                detail = error.__cause__.diag.message_detail or ""
                raise CommandError(sentence.format(detail=detail)) from error
        raise
