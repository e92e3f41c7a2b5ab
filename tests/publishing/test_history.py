"""Every change is written beside its row by the database, and stays written."""

import hashlib
import json
import re
import uuid

import pytest
from django.db import ProgrammingError, connection, transaction
from django.db.models import Value
from django.db.models.functions import Concat, Replace

from publishing.history import attribute_changes
from publishing.models import History
from sources.models import Host, Organisation
from tests.factories import HostFactory, OrganisationFactory, PersonFactory

pytestmark = pytest.mark.django_db


def of(row) -> list[tuple]:
    """What happened to a row, in order: the operation and its new values."""
    return list(
        History.objects.filter(row_id=row.pk).order_by("id").values_list("operation", "new")
    )


def refused(sql: str) -> bool:
    try:
        with transaction.atomic():
            connection.cursor().execute(sql)
    except ProgrammingError as error:
        return bool(re.search("permission denied|must be owner", str(error)))
    return False


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE publishing_history SET reason = 'another'",
        "DELETE FROM publishing_history",
        "INSERT INTO publishing_history SELECT * FROM publishing_history",
        "TRUNCATE publishing_history",
        "UPDATE publishing_tombstone SET reason = 'other'",
        "DELETE FROM publishing_tombstone",
        "INSERT INTO publishing_seal VALUES (1, '{}', '{}')",
        "UPDATE publishing_seal SET hash = NULL",
        "DELETE FROM publishing_seal",
        "ALTER TABLE people_person DISABLE TRIGGER history",
        "DROP TRIGGER history ON people_person",
        "SELECT publishing_forget('{}')",
    ],
)
def test_H1_the_login_that_serves_cannot_rewrite_or_forge_what_happened(sql):  # noqa: N802
    assert refused(sql)


def test_H1_the_same_login_may_change_an_ordinary_table():  # noqa: N802
    """The negative control: what refuses is the right on that table, and nothing else."""
    assert not refused("UPDATE people_person SET note = 'another'")


def test_a_save_is_written_down():
    organisation = OrganisationFactory(name_en="Viasna")
    organisation.name_en = "Viasna Centre"
    organisation.save()
    assert [(what, new["name_en"]) for what, new in of(organisation)] == [
        ("insert", "Viasna"),
        ("update", "Viasna Centre"),
    ]


def test_an_update_of_a_queryset_is_written_down():
    organisation = OrganisationFactory()
    Organisation.objects.update(name_en="All")
    assert of(organisation)[-1][1]["name_en"] == "All"


def test_rows_made_in_bulk_are_written_down():
    organisation = OrganisationFactory()
    hosts = [Host(organisation=organisation, host=f"{n}.example", kind="main") for n in range(3)]
    Host.objects.bulk_create(hosts)
    assert [[what for what, _new in of(host)] for host in hosts] == [["insert"]] * 3


def test_rows_that_are_copied_in_are_written_down():
    organisation, keys = OrganisationFactory(), [uuid.uuid4() for _ in range(3)]
    columns = "id, organisation_id, host, kind"
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY sources_host ({columns}) FROM STDIN") as copy,
    ):
        for number, key in enumerate(keys):
            copy.write_row([key, organisation.pk, f"{number}.example", "main"])
    entries = History.objects.filter(table_name="sources_host").order_by("id")
    assert [entry.row_id for entry in entries] == keys


def test_rows_that_one_statement_changes_are_each_told_with_what_they_were_in_its_order():
    hosts = [HostFactory(host=f"{n}.example") for n in range(9)]
    Host.objects.update(host=Concat(Value("new."), "host"))
    entries = History.objects.filter(operation="update", table_name="sources_host").order_by("id")
    assert [(e.row_id, e.old["host"], e.new["host"]) for e in entries] == [
        (host.pk, host.host, f"new.{host.host}") for host in hosts
    ]


def test_of_the_rows_of_a_statement_only_those_that_changed_are_told():
    one, other = HostFactory(host="one.example"), HostFactory(host="other.example")
    Host.objects.update(host=Replace("host", Value("other"), Value("another")))
    assert (len(of(one)), len(of(other))) == (1, 2)


def test_a_row_whose_id_changes_is_told_under_both():
    host, key = HostFactory(), uuid.uuid4()
    Host.objects.filter(pk=host.pk).update(id=key)
    assert of(host)[-1] == ("update", None)
    assert of(Host.objects.get()) == [("update", History.objects.get(row_id=key).new)]


def test_an_upsert_is_told_as_what_it_did_to_each_row():
    host = HostFactory(host="one.example")
    connection.cursor().execute(
        "INSERT INTO sources_host (id, organisation_id, host, kind)"
        " SELECT unnest(ARRAY[id, gen_random_uuid()]), organisation_id,"
        " unnest(ARRAY['new.example', 'two.example']), kind FROM sources_host"
        " ON CONFLICT (id) DO UPDATE SET host = excluded.host"
    )
    told = History.objects.filter(table_name="sources_host").order_by("id")
    assert [what for what, _new in of(host)] == ["insert", "update"]
    assert [entry.operation for entry in told][1:].count("insert") == 1


def test_raw_sql_is_written_down():
    host = HostFactory()
    connection.cursor().execute("DELETE FROM sources_host")
    assert of(host)[-1] == ("delete", None)


def test_what_changes_nothing_is_not_written_down():
    organisation = OrganisationFactory()
    organisation.save()
    assert len(of(organisation)) == 1


def test_an_entry_says_who_and_why(editor):
    with attribute_changes(by=editor, reason="The name was misspelt."):
        organisation = OrganisationFactory()
    entry = History.objects.get(row_id=organisation.pk)
    assert (entry.actor, entry.reason, entry.login) == (
        editor,
        "The name was misspelt.",
        "tracker_app",
    )


def test_the_outer_actor_is_back_when_the_inner_one_is_done(editor, reviewer):
    with attribute_changes(by=editor, reason="outer"):
        with attribute_changes(by=reviewer, reason="inner"):
            OrganisationFactory()
        organisation = OrganisationFactory()
    assert History.objects.get(row_id=organisation.pk).actor == editor


def test_without_an_actor_the_login_is_known():
    person = PersonFactory()
    entry = History.objects.get(row_id=person.pk)
    assert (entry.actor, entry.reason, entry.login) == (None, "", "tracker_app")


def test_the_commitment_proves_the_content():
    person = PersonFactory()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT jsonb_build_array(salt, reason, old, new)::text, commitment"
            " FROM publishing_history WHERE row_id = %s",
            [person.pk],
        )
        committed, commitment = cursor.fetchone()
    assert hashlib.sha256(committed.encode()).digest() == bytes(commitment)


def test_the_salt_is_not_the_same_twice():
    salts = [History.objects.get(row_id=PersonFactory().pk).salt for _ in range(2)]
    assert salts[0] != salts[1]
    assert all(isinstance(salt, uuid.UUID) for salt in salts)


def test_an_entry_holds_the_row_whole():
    organisation = OrganisationFactory(risky_in=["BY"])
    kept = History.objects.get(row_id=organisation.pk).new
    assert json.dumps(kept["risky_in"]) == '["BY"]'
    assert kept.keys() >= {field.column for field in Organisation._meta.concrete_fields}


def test_a_reason_keeps_what_can_be_seen_of_it(editor):
    with attribute_changes(by=editor, reason="A typo\x00 cor\u200brected."):
        person = PersonFactory(created_by=editor)
    assert History.objects.get(row_id=person.pk).reason == "A typo corrected."
