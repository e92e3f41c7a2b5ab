"""`migrate`, as the role that owns the tables."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.management.commands.migrate import Command as Migrate
from django.db import connections

from people.persons.key_renewal import renew_keys
from publishing.schema.build import rebuild
from tracker import roles


@contextmanager
def owning(alias: str) -> Iterator[None]:
    """Enter the database of `alias` as its owner, and as who it was again afterwards."""
    connection = connections[alias]
    served = connection.settings_dict
    connection.close()
    connection.settings_dict = served | settings.OWNER_DATABASE | {"NAME": served["NAME"]}
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict = served


class Command(Migrate):
    """The login that serves staff may change no table, so this one enters as the owner."""

    def handle(self, *args: Any, **options: Any) -> None:
        with owning(options["database"]):
            super().handle(*args, **options)
            if rebuild(options["database"]) and options["verbosity"]:
                self.stdout.write("Guards, views and grants are built anew.")
            if (count := renew_keys(options["database"])) and options["verbosity"]:
                self.stdout.write(f"The keys of {count} names are derived anew.")
            roles.establish_roles()
