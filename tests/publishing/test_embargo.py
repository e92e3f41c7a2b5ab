"""Visibility is decided when it is asked: an embargo opens and closes at its second."""

from datetime import datetime, timedelta

import pytest
from django.db import connection, connections

from publishing.actions import Refused, confirm_embargo, withdraw
from publishing.enums import WithdrawalReason
from sources.models import Organisation
from tests.factories import OrganisationFactory, published

pytestmark = pytest.mark.django_db
#: The staff door asks by the time of the statement, which is a little later than the transaction's.
A_MOMENT = timedelta(seconds=30)


def ask(alias: str, sql: str):
    with connections[alias].cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0]


def this_second() -> datetime:
    """The clock stands still in a transaction, so that the boundary is moved and not the clock."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT now()")
        return cursor.fetchone()[0]


def is_public() -> bool:
    """As both doors say; they are of one mind."""
    by_staff = Organisation.objects.visible().exists()
    by_public = ask("public", "SELECT EXISTS (SELECT FROM published.organisation)")
    assert by_staff == by_public
    return by_staff


@pytest.mark.parametrize(
    ("opens", "is_open"),
    [(-A_MOMENT, True), (timedelta(0), True), (A_MOMENT, False), (timedelta(days=1), False)],
)
def test_an_embargo_opens_at_its_second(opens, is_open):
    published(OrganisationFactory(visible_from=this_second() + opens))
    assert is_public() is is_open


@pytest.mark.parametrize(
    ("closes", "is_open"),
    [(-A_MOMENT, False), (timedelta(0), False), (A_MOMENT, True), (timedelta(days=1), True)],
)
def test_and_closes_at_its_second(closes, is_open):
    published(OrganisationFactory(visible_until=this_second() + closes))
    assert is_public() is is_open


def test_a_condition_holds_until_somebody_confirms_it(administrator):
    record = published(OrganisationFactory(embargo_condition="The last one has crossed."))
    assert not is_public()
    confirm_embargo(record, by=administrator, reason="The families say so.")
    assert is_public()


def test_there_is_nothing_to_confirm_without_a_condition(reviewer):
    with pytest.raises(Refused, match="waits for nothing"):
        confirm_embargo(published(OrganisationFactory()), by=reviewer, reason="It is fine.")


def test_a_withdrawal_is_seen_at_once(editor):
    record = published(OrganisationFactory())
    assert is_public()
    withdraw(record, by=editor, reason=WithdrawalReason.SAFETY)
    assert not is_public()
