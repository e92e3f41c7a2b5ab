"""The roles: what each may do, on a database that was bootstrapped twice."""

import os

import psycopg
import pytest
from psycopg import errors
from psycopg.conninfo import make_conninfo

from tracker.postgres.bootstrap import bootstrap_database
from tracker.postgres.database import entered_as, find_logins

SUPERUSER = os.environ["BOOTSTRAP_DATABASE_URL"]
ROLES = ["tracker_owner", "tracker_app", "tracker_public", "tracker_partner"]


@pytest.fixture(scope="module", autouse=True)
def _bootstrapped_twice():
    assert bootstrap_database(SUPERUSER)
    assert bootstrap_database(SUPERUSER)


def entered(role: str) -> psycopg.Connection:
    return psycopg.connect(make_conninfo(SUPERUSER, options=f"-c role={role}"))


@pytest.mark.parametrize("role", ROLES)
def test_no_role_has_powers_over_the_server(role):
    with entered(role) as connection:
        powers = connection.execute(
            "SELECT rolsuper, rolcreatedb, rolcreaterole, rolbypassrls, rolreplication"
            " FROM pg_roles WHERE rolname = current_user"
        ).fetchone()
    assert powers == (False,) * 5


@pytest.mark.parametrize("role", ROLES[1:])
@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TEMPORARY TABLE mine ()",
        "CREATE FUNCTION pg_temp.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE TABLE public.mine ()",
        "CREATE VIEW published.mine AS SELECT 1",
        "CREATE SCHEMA mine",
        "SET ROLE tracker_owner",
    ],
)
def test_who_serves_makes_nothing(role, statement):
    with entered(role) as connection:
        if statement.startswith("SET ROLE"):
            connection.execute(f"SET SESSION AUTHORIZATION {role}")
        with pytest.raises(errors.InsufficientPrivilege):
            connection.execute(statement)


def test_the_owner_makes_tables():
    """The negative control: the statements above are refused to the role, not to everybody."""
    with entered("tracker_owner") as connection:
        connection.execute("CREATE TABLE public.mine ()")
        connection.execute("CREATE VIEW published.mine AS SELECT 1")
        connection.rollback()


def test_a_new_table_serves_staff_and_nobody_else():
    with entered("tracker_owner") as connection:
        connection.execute("CREATE TABLE public.mine ()")
        rights = [
            connection.execute(
                "SELECT has_table_privilege(%s, 'public.mine', 'SELECT')", [role]
            ).fetchone()[0]
            for role in ("tracker_app", "tracker_public", "tracker_partner")
        ]
        connection.rollback()
    assert rights == [True, False, False]


def test_the_login_of_staff_can_open_the_public_door():
    with psycopg.connect(SUPERUSER) as connection:
        connection.execute("SET SESSION AUTHORIZATION tracker_app")
        connection.execute("SET ROLE tracker_public")


def test_the_readers_login_reads_only_and_not_for_long():
    with psycopg.connect(SUPERUSER) as connection:
        said = connection.execute(
            "SELECT rolconfig FROM pg_roles WHERE rolname = 'tracker_public'"
        ).fetchone()[0]
    assert [each for each in said if not each.startswith(("log_", "track_"))] == [
        "default_transaction_read_only=on",
        "statement_timeout=2s",
        "jit=off",
        "plan_cache_mode=force_generic_plan",
        "synchronize_seqscans=off",
    ]


def test_a_login_that_is_no_superuser_is_left_alone():
    assert not bootstrap_database(make_conninfo(SUPERUSER, options="-c role=tracker_app"))


@pytest.mark.parametrize(
    ("url", "own"),
    [
        (
            "postgresql://postgres:secret@db:5433/tracker",
            "postgresql://tracker_app@db:5433/tracker",
        ),
        ("postgresql:///tracker?host=/run", "postgresql://tracker_app@/tracker?host=/run"),
    ],
)
def test_a_role_enters_by_its_own_login_and_not_with_the_superusers_password(url, own):
    assert entered_as("tracker_app", url) == own


def test_where_a_role_has_no_login_it_enters_by_the_superusers():
    nobody = SUPERUSER.replace("tracker?", "no_such_database?").replace("/tracker", "/no_such")
    assert find_logins(nobody) == {}
