"""One person asks on the page of a record, another decides on the page of the request."""

from django.test import Client

from publishing.models import ExpungeRequest, Tombstone
from sources.models import Organisation
from tests.factories import ExpungeRequestFactory, OrganisationFactory
from tests.staff import address


def opened_by(account, row) -> tuple[Client, str]:
    client = Client()
    client.force_login(account)
    return client, address(type(row), "change", row.pk)


def test_C11_one_asks_and_another_approves(db, reviewer, administrator):  # noqa: N802
    record = OrganisationFactory(name_en="Somebody's own office")
    asks, _page = opened_by(reviewer, record)
    act = address(Organisation, "act", record.pk, "ask_to_expunge")
    asks.post(act, {"reason": "safety", "note": "They asked."})
    asked = ExpungeRequest.objects.get()
    asks, page = opened_by(reviewer, asked)
    assert 'value="expunge"' not in asks.get(page).content.decode()
    asks.post(page, {"decision": "expunge"})
    decides, page = opened_by(administrator, asked)
    seen = decides.get(page).content.decode()
    assert "They asked." in seen
    assert "Somebody&#x27;s own office" in seen
    assert Organisation.objects.filter(pk=record.pk).exists()
    decides.post(page, {"decision": "expunge"})
    assert not Organisation.objects.filter(pk=record.pk).exists()
    assert Tombstone.objects.get().asked_by == reviewer


def test_a_request_is_declined_and_the_record_stays(db, administrator):
    record = OrganisationFactory()
    asked = ExpungeRequestFactory(table_name="sources_organisation", record_id=record.pk)
    decides, page = opened_by(administrator, asked)
    assert decides.post(page, {"decision": "burn"}).status_code == 404
    decides.post(page, {"decision": "decline"})
    assert not ExpungeRequest.objects.exists()
    assert Organisation.objects.filter(pk=record.pk).exists()
