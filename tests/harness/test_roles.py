"""A8, G7: the logins that serve can do what they must, and nothing else."""

import os

import psycopg
import pytest
from django.db import Error, connections, transaction

from publishing.enums import ColumnClass
from tests.harness import privileges
from tests.harness.connections import any_role, ask_public, passing, role, run
from tracker.data_dictionary import column_classes

INSUFFICIENT_PRIVILEGE, NO_SUCH_ROLE = "42501", "22023"
WRITES = (
    "INSERT INTO people_person (id) VALUES (gen_random_uuid())",
    "UPDATE published.wave_gone SET slug = ''",
    "DELETE FROM published.wave_gone",
    "SELECT publishing_expunge(gen_random_uuid())",
    "SELECT publishing_forget('{}')",
    "SELECT publishing_forget_expired('people_import', gen_random_uuid(), '{}')",
    "SELECT publishing_hold('x', '{people_person}', 'INSERT')",
    "SELECT setval('publishing_history_id_seq', 1)",
    "SELECT lo_create(0)",
)
MAKES = (
    "CREATE TEMP TABLE mine ()",
    "CREATE TABLE public.mine ()",
    "CREATE TABLE published.mine ()",
    "CREATE SCHEMA mine",
    "CREATE FUNCTION pg_temp.look(text) RETURNS bool LANGUAGE sql AS 'SELECT true'",
    "CREATE EXTENSION dblink",
    "COPY (SELECT 1) TO PROGRAM 'true'",
    "SELECT pg_read_file('/etc/passwd')",
    "SET ROLE tracker_owner",
    "SET ROLE tracker_app",
    "SET SESSION AUTHORIZATION tracker_owner",
)
ALTERS = (
    "ALTER TABLE people_person ADD COLUMN mine text",
    "ALTER TABLE people_person DISABLE TRIGGER ALL",
    "ALTER TABLE people_person DISABLE TRIGGER history",
    "DROP TRIGGER history ON people_person",
    "TRUNCATE people_person CASCADE",
    "TRUNCATE publishing_history",
    "UPDATE publishing_history SET reason = ''",
    "DELETE FROM publishing_history",
    "INSERT INTO publishing_history (at) VALUES (now())",
    "SELECT nextval('publishing_history_id_seq')",
    "SELECT publishing_write_history_of_insert()",
    "UPDATE publishing_tombstone SET reason = 'other'",
    "DELETE FROM publishing_tombstone",
    "DELETE FROM publishing_recordwriter",
    "UPDATE publishing_recordwriter SET account_id = 0",
    "SELECT publishing_note_writer()",
    "SELECT publishing_note_changed_record()",
    "SELECT publishing_open_edition()",
    "UPDATE publishing_edition SET name = gen_random_uuid()",
    "DELETE FROM publishing_boundary",
    "UPDATE kept_wave SET title_en = ''",
    "DELETE FROM publishing_readydocument",
    "SELECT publishing_mark_documents('{}')",
    "SELECT publishing_forget_writers()",
    "INSERT INTO publishing_tombstone (record_id) VALUES (gen_random_uuid())",
    "DROP VIEW published.person",
    "CREATE OR REPLACE FUNCTION publishing_guard_state() RETURNS trigger LANGUAGE plpgsql AS ''",
    "SET session_replication_role = replica",
    "SET ROLE tracker_owner",
    "INSERT INTO publishing_account_user_permissions (account_id, permission_id) VALUES (1, 1)",
    "INSERT INTO auth_group_permissions (group_id, permission_id) VALUES (1, 1)",
    "UPDATE auth_group SET name = 'administrator'",
    "UPDATE auth_permission SET codename = 'view_need'",
    "UPDATE django_content_type SET model = 'need'",
    "UPDATE publishing_accessrequest SET account_id = 1",
    "UPDATE publishing_expungerequest SET record_id = gen_random_uuid()",
    "SELECT publishing_erase('people_person', gen_random_uuid(), 'other', 1, 2, true, '{}')",
    "SELECT publishing_forget('{}')",
)


@pytest.fixture(scope="module")
def doors(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), any_role():
        yield


@pytest.fixture(scope="module")
def logins(django_db_setup, django_db_blocker):
    """A real connection of each door, as the site opens it."""
    with django_db_blocker.unblock():
        opened = {alias: real(alias) for alias in ("default", "public")}
        yield opened
        for connection in opened.values():
            connection.close()


def real(alias: str) -> psycopg.Connection:
    parameters = connections[alias].copy().get_connection_params()
    plain = {name: value for name, value in parameters.items() if name not in OF_DJANGO}
    connection = psycopg.connect(**plain, autocommit=True)
    # Everybody may say this, so it is no guard: what refuses must be the rights.
    connection.execute("SET default_transaction_read_only = off")
    return connection


OF_DJANGO = {"cursor_factory", "context", "prepare_threshold", "server_side_binding"}


@pytest.mark.parametrize("statement", [*WRITES, *MAKES])
def test_A8_the_public_login_is_refused(logins, statement):  # noqa: N802
    with pytest.raises(psycopg.Error) as refusal:
        logins["public"].execute(statement)
    assert refused(refusal.value), refusal.value


def refused(error: psycopg.Error) -> bool:
    return error.sqlstate in (INSUFFICIENT_PRIVILEGE, NO_SUCH_ROLE)


@pytest.mark.skipif("PUBLIC_DATABASE_URL" not in os.environ, reason="one login opens both doors")
def test_A8_resetting_the_role_of_the_public_login_gains_nothing(logins):  # noqa: N802
    logins["public"].execute("RESET ROLE")
    assert logins["public"].execute("SELECT current_user").fetchone() == ("tracker_public",)


@pytest.mark.parametrize("statement", ALTERS)
def test_G7_the_app_login_is_refused(logins, statement):  # noqa: N802
    with pytest.raises(psycopg.Error) as refusal:
        logins["default"].execute(statement)
    assert refused(refusal.value), refusal.value


def test_G7_no_login_that_serves_is_a_superuser_or_owns_anything(logins):  # noqa: N802
    for connection in logins.values():
        assert connection.execute(OWNED).fetchall() == []
        assert connection.execute("SHOW is_superuser").fetchone() == ("off",)


OWNED = """SELECT relname FROM pg_class WHERE pg_has_role(relowner, 'usage')
    AND relnamespace::regnamespace::text IN ('public', 'published', 'shared')"""


def test_A8_no_column_of_a_table_can_be_read(doors):  # noqa: N802
    assert readable() == []


def readable() -> list[tuple[str, str]]:
    """The columns of our tables that the public role may read."""
    sql = "SELECT has_column_privilege('tracker_public', %s::regclass, %s, 'SELECT')"
    return [column for column in column_classes() if run(sql, *column) == [(True,)]]


def test_A8_every_secret_table_is_refused_in_fact(doors):  # noqa: N802
    for table, column in column_classes():
        if column_classes()[table, column] is not ColumnClass.PUBLIC:
            with pytest.raises(Error, match="permission denied"), transaction.atomic():
                ask_public(f'SELECT "{column}" FROM {table} LIMIT 1')


def test_A8_a_granted_column_is_found(doors):  # noqa: N802
    """The negative control."""
    with passing():
        with role("tracker_owner"):
            run("GRANT SELECT (birth) ON people_person TO tracker_public")
        assert readable() == [("people_person", "birth")]
        assert privileges.lines(run) != written()


def written() -> list[str]:
    return privileges.FILE.read_text().splitlines()


def test_G7_rights_are_those_of_the_file(doors):  # noqa: N802
    now, then = set(privileges.lines(run)), set(written())
    assert {"more": now - then, "less": then - now} == {"more": set(), "less": set()}


def test_G7_only_what_no_login_may_write_is_written_by_the_owner(doors):  # noqa: N802
    found = run(
        "SELECT proname, proconfig FROM pg_proc WHERE prosecdef"
        " AND pronamespace = 'public'::regnamespace ORDER BY 1"
    )
    assert [name for name, _settings in found] == [
        "people_delete_expired_plans",
        "publishing_close_seal",
        "publishing_expunge",
        "publishing_forget_writers",
        "publishing_give_access",
        "publishing_mark_all_documents",
        "publishing_note_changed_record",
        "publishing_note_writer",
        "publishing_open_edition",
        "publishing_write_documents",
        *(f"publishing_write_history_of_{each}" for each in ("delete", "insert", "update")),
        "releases_delete_expired_lists",
    ]
    more = {name: settings[1:] for name, settings in found if len(settings) > 1}
    assert more == {"publishing_write_documents": PLANS}
    assert {settings[0] for _name, settings in found} == {"search_path=public, pg_temp"}


#: How documents are planned; a setting that is not named here is none.
PLANS = ["jit=off", "plan_cache_mode=force_generic_plan", "enable_seqscan=off"]


def test_C11_without_its_guard_a_role_is_given(doors):  # noqa: N802
    """The negative control of tests/publishing/test_access.py."""
    from publishing.enums import Role
    from tests.accounts import account, open_account
    from tests.factories import AccountFactory

    with passing():
        roles = account(Role.REVIEWER).groups.all()
        one = open_account(AccountFactory())
        with role("tracker_owner"):
            run("DROP TRIGGER access_is_given_by_two ON publishing_account_groups")
        one.groups.set(roles)
        assert one.groups.exists()


def test_H5_a_restore_replays_the_tombstones(doors):  # noqa: N802
    """As docs/operations.md says it: what a dump brought back goes, public or not."""
    from tests.factories import OrganisationFactory, published

    with passing():
        back = published(OrganisationFactory(name_en="canary"))
        two = [back.created_by_id, back.approved_by_id]
        with role("tracker_owner"):
            for _twice in range(2):
                run(
                    "SELECT publishing_erase('sources_organisation', %s, 'legal', %s, %s, true)",
                    back.pk, *two,
                )  # fmt: skip
        assert not run("SELECT FROM publishing_history WHERE new ->> 'name_en' = 'canary'")
        assert not run("SELECT FROM sources_organisation WHERE id = %s", back.pk)
        assert run("SELECT record_id, was_public FROM publishing_tombstone") == [(back.pk, True)]
