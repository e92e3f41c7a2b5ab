"""The fixtures that every other test stands on."""

import pytest
from django.db import ProgrammingError, connections, transaction
from django.db.utils import InternalError
from django.utils import timezone

from publishing.models import LoginAttempts
from tests.doors import one_connection


def leave(key: str) -> None:
    """A row that the staff's login may write, of a table that the public's may not read."""
    LoginAttempts.objects.create(key=key, since=timezone.now())


def ask(alias: str, sql: str):
    with connections[alias].cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0] if cursor.description else None


@pytest.mark.django_db
def test_each_door_is_entered_as_its_role():
    assert ask("default", "SELECT current_user") == "tracker_app"
    assert ask("public", "SELECT current_user") == "tracker_public"
    assert ask("default", "SELECT current_user") == "tracker_app"


@pytest.mark.django_db
def test_nobody_who_serves_is_a_superuser():
    for alias in ("default", "public"):
        assert ask(alias, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user") is False


@pytest.mark.django_db
def test_the_public_door_sees_the_open_transaction():
    ask("default", "SET LOCAL application_name = 'seen'")
    assert ask("public", "SHOW application_name") == "seen"


@pytest.mark.django_db
def test_the_public_door_is_refused_a_table_and_the_test_goes_on():
    leave("newcomers")
    with pytest.raises(ProgrammingError, match="permission denied"):
        LoginAttempts.objects.using("public").count()
    assert LoginAttempts.objects.filter(key="newcomers").exists()


@pytest.mark.django_db
def test_the_public_door_writes_nothing_and_the_staff_door_still_does():
    with pytest.raises(InternalError, match="read-only"):
        ask("public", "CREATE TABLE mine ()")
    leave("newcomers")


@pytest.mark.django_db
def test_the_public_door_has_transactions_of_its_own():
    with transaction.atomic(using="public"):
        ask("public", "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        assert ask("public", "SELECT current_user") == "tracker_public"


@pytest.mark.django_db(transaction=True, databases=["default", "public"])
def test_a_real_public_connection_is_refused_the_same():
    assert ask("public", "SELECT current_user") == "tracker_public"
    assert ask("public", "SHOW statement_timeout") == "2s"
    with pytest.raises(ProgrammingError, match="permission denied"):
        LoginAttempts.objects.using("public").count()


@pytest.mark.django_db
def test_without_the_change_of_role_the_table_is_read(monkeypatch):
    """The negative control: what refuses is the role, and nothing else."""
    monkeypatch.setattr("tests.doors.as_public", lambda execute, *call: execute(*call))
    with one_connection():
        assert LoginAttempts.objects.using("public").count() == LoginAttempts.objects.count()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", ["first", "second"])
def test_a_test_that_commits_leaves_nothing(time):
    assert not LoginAttempts.objects.filter(key="left").exists()
    leave("left")


def test_a_test_may_be_the_owner(db_as_owner):
    assert ask("default", "SELECT current_user") == "tracker_owner"
    ask("default", "CREATE TABLE mine ()")


@pytest.mark.django_db
def test_the_next_test_is_the_app():
    assert ask("default", "SELECT current_user") == "tracker_app"
