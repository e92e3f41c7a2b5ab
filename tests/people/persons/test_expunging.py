"""The right to vanish reaches what is kept about a person outside their record."""

import uuid
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from people.models import ImportRow, Name, Person
from publishing.actions import Refused
from publishing.enums import Role, WithdrawalReason
from releases.models import IntakeLine
from support.models import Assistance, Contact, Need
from tests.accounts import account
from tests.factories import (
    AssistanceFactory,
    ContactFactory,
    IdentifierFactory,
    ImportRowFactory,
    IntakeLineFactory,
    NameFactory,
    NeedFactory,
    PersonFactory,
    ReleaseFactory,
    expunged,
    withdrawn,
)

pytestmark = pytest.mark.django_db
ASKED = WithdrawalReason.AT_THE_PERSONS_REQUEST


def test_needs_help_and_contacts_go_with_the_person():
    person = withdrawn(PersonFactory())
    AssistanceFactory(need=NeedFactory(person=person))
    ContactFactory(person=person)
    expunged(person, ASKED)
    assert [kind.objects.count() for kind in (Need, Assistance, Contact)] == [0, 0, 0]


def test_a_release_that_still_stands_is_named_as_what_holds_the_person():
    release = ReleaseFactory()
    with pytest.raises(Refused, match="release"):
        expunged(withdrawn(release.person), ASKED)


# --- What lists say of them, and every table there is

CANARY = "Zymaskanary"


def somebody_of_lists() -> Person:
    """Withdrawn, and in lists by number, by name, by a spelling of it, and as a likely match."""
    person = PersonFactory(note=CANARY)
    NameFactory(person=person, text=f"Synta {CANARY}", given="Synta", family=CANARY)
    IdentifierFactory(
        person=person, scheme="organisation", value="7", address=f"https://{CANARY}.example/7"
    )
    NeedFactory(person=person, notes=CANARY)
    ContactFactory(person=person, value=CANARY)
    ImportRowFactory(said={"identifier.value": "7"}, cells=[CANARY])
    ImportRowFactory(cells=[f"born 1980, Synta {CANARY}", "no date"])
    ImportRowFactory(cells=["spelt otherwise"], name_key=whole_name_key(Name.objects.get()))
    ImportRowFactory(person=person, cells=[CANARY])
    IntakeLineFactory(text=f"1. synta {CANARY.lower()}", name="", number=1)
    IntakeLineFactory(text=CANARY, family=CANARY.upper(), given="Synta", number=2)
    IntakeLineFactory(text=CANARY, person=person, decision="person", number=3, **decided())
    return withdrawn(person)


def whole_name_key(name: Name) -> str:
    """As a row has it that spells the name otherwise."""
    return next(key for key in name.keys if key.startswith("#"))


def decided() -> dict[str, Any]:
    return {"decided_at": timezone.now(), "decided_by": account(Role.EDITOR)}


def tables_that_hold(text: str) -> set[str]:
    found = set()
    for table in connection.introspection.table_names():
        query = f'SELECT EXISTS (SELECT FROM "{table}" t WHERE t::text ILIKE %s)'
        with connection.cursor() as cursor:
            cursor.execute(query, [f"%{text}%"])
            if cursor.fetchone()[0]:
                found.add(table)
    return found


def test_H5_no_table_holds_who_was_expunged():  # noqa: N802
    person = somebody_of_lists()
    before = tables_that_hold(CANARY)
    assert {"people_importrow", "releases_intakeline", "publishing_history"} < before
    assert {"people_name", "support_contact", "support_need"} < before
    expunged(person, ASKED)
    assert tables_that_hold(CANARY) == set()
    assert ImportRow.objects.count() == 0


def test_H5_rows_of_somebody_else_stay_and_forget_the_likeness():  # noqa: N802
    person = somebody_of_lists()
    another, likely = {"person": str(uuid.uuid4())}, {"person": str(person.pk), "reasons": [CANARY]}
    rows = [
        ImportRowFactory(cells=["Another"], candidates=[likely, another]),
        ImportRowFactory(cells=["8"], said={"identifier.value": "8"}),
        ImportRowFactory(cells=["7"], said={"identifier.value": "7"}, listing__scheme="other"),
        ImportRowFactory(cells=["7"], said={"identifier.value": "7"}, person=PersonFactory()),
    ]
    line = IntakeLineFactory(text="Synta Another", given="Synta", family="Another")
    expunged(person, ASKED)
    assert set(ImportRow.objects.all()) == set(rows)
    assert ImportRow.objects.get(pk=rows[0].pk).candidates == [another]
    assert list(IntakeLine.objects.all()) == [line]
    assert tables_that_hold(CANARY) == set()
