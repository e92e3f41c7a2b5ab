import pytest
from django.test import Client

from people.models import Person
from tests.factories import PersonFactory, published


@pytest.fixture
def desk(editor) -> Client:
    client = Client()
    client.force_login(editor)
    return client


def test_one_person_withdraws_a_consent_of_somebody_published(desk):
    consent = published(PersonFactory(named=True)).consents.get()
    address = f"/admin/people/consent/{consent.pk}/withdraw/"
    assert b"Withdraw consent" in desk.get(address).content
    desk.post(address, {"reason": "asked by telephone"})
    consent.refresh_from_db()
    assert consent.withdrawn_at


def test_who_lost_their_basis_waits_in_a_queue(desk):
    stays, lost = (published(PersonFactory(named=True)) for _ in range(2))
    desk.post(f"/admin/people/consent/{lost.consents.get().pk}/withdraw/", {"reason": "asked"})
    page = desk.get("/admin/people/person/", {"queue": "no-basis"})
    assert list(page.context["cl"].queryset) == [lost]
    assert Person.objects.filter(pk=stays.pk).exists()
