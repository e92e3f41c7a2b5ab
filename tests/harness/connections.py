"""One transaction in which a test may be any role, so that a guard can be taken away in it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import environ
from django.db import connections, transaction
from django.db.models import Model

from tests.doors import one_connection


@contextmanager
def any_role(*, is_kept: bool = False) -> Iterator[None]:
    """`default` is entered as `tracker_app` by the one login that may become every other role.

    Both doors stand in one transaction, which is rolled back at the end unless it is kept.
    """
    connection = connections["default"]
    served = connection.settings_dict
    connection.close()
    login = environ.Env.db_url_config(os.environ["BOOTSTRAP_DATABASE_URL"])
    login.setdefault("OPTIONS", {})["options"] = "-c role=tracker_app"
    connection.settings_dict = served | login | {"NAME": served["NAME"]}
    try:
        with transaction.atomic(), one_connection():
            yield
            transaction.set_rollback(not is_kept)
    finally:
        connection.close()
        connection.settings_dict = served


@contextmanager
def passing() -> Iterator[None]:
    """A savepoint of which nothing is left."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def role(name: str) -> Iterator[None]:
    """Be `name` for a while, and the app afterwards."""
    run(f"SET LOCAL ROLE {name}")
    yield
    run("SET LOCAL ROLE tracker_app")


@contextmanager
def past_every_guard() -> Iterator[None]:
    """No guard speaks: for what time does to a row, and for what an attacker would wish.

    What readers are shown follows all the same.
    """
    run("SET LOCAL ROLE NONE")
    run("SET LOCAL session_replication_role = replica")
    yield
    run("SET LOCAL session_replication_role = origin")
    run("SET LOCAL ROLE tracker_app")


def forget_documents() -> None:
    """Whatever is kept is over: what it is made of was changed past the triggers."""
    run("SELECT publishing_mark_all_documents()")


def make_older(row: Model, moment: str, days: int) -> None:
    """Let days pass for a row: its own moment, and what the history says of it."""
    table = row._meta.db_table
    with past_every_guard():
        for aged, at, key in ((table, moment, "id"), ("publishing_history", "at", "row_id")):
            run(
                f"UPDATE {aged} SET {at} = {at} - make_interval(days => %s) WHERE {key} = %s",
                days, row.pk,
            )  # fmt: skip
    row.refresh_from_db()


def run(sql: str, *parameters: object) -> list[tuple]:
    """Run one statement through the staff's connection; its rows, if it gives any."""
    with connections["default"].cursor() as cursor:
        cursor.execute(sql, parameters or None)
        return cursor.fetchall() if cursor.description else []


def ask_public(sql: str, *parameters: object) -> list[tuple]:
    """Run one statement through the public door; its rows."""
    with connections["public"].cursor() as cursor:
        cursor.execute(sql, parameters or None)
        return cursor.fetchall()
