"""A person is shown on a basis that stands at this second, and stops being shown with it."""

from datetime import timedelta

import pytest
from django.db import connections
from django.utils import timezone

from people.models import Consent
from tests.factories import ConsentFactory, PersonFactory, PublicRoleCitationFactory, published
from tests.repository.constraints.holding import refusal, settle

pytestmark = pytest.mark.django_db


def is_shown() -> bool:
    with connections["public"].cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM published.person)")
        return cursor.fetchone()[0]


@pytest.fixture
def consent(db) -> Consent:
    return published(PersonFactory(named=True)).consents.get()


def test_a_consent_shows_the_person(consent):
    assert is_shown()


def test_its_withdrawal_hides_them_at_once_and_needs_no_second_person(consent):
    consent.withdrawn_at = timezone.now()
    consent.save()
    settle()
    assert not is_shown()


def test_nothing_else_of_a_consent_changes_without_one(consent):
    change = Consent.objects.filter(pk=consent.pk).update
    assert refusal(lambda: change(note="By telephone.")) == "published_parts_change_by_proposal"


def test_a_consent_ends_at_its_second():
    person = PersonFactory(named=True)
    consent = person.consents.get()
    published(person)
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT now()")
        (this_second,) = cursor.fetchone()
    assert refusal(lambda: ended(consent, this_second)) == "published_parts_change_by_proposal"
    assert is_shown()


def ended(consent: Consent, moment) -> int:
    return Consent.objects.filter(pk=consent.pk).update(expires_at=moment)


def test_an_expired_consent_is_no_basis():
    person = PersonFactory()
    ConsentFactory(person=person, given_on="2025-01-01", expires_at=timezone.now() - DAY)
    assert refusal(lambda: shown(person, "named")) == "people_person_is_shown_on_a_basis"


DAY = timedelta(days=1)


def shown(person, how: str) -> None:
    person.visibility, person.pseudonym = how, "Nobody"
    person.save()


def test_a_consent_to_partners_is_no_basis_for_the_public():
    person = ConsentFactory(audience="partners").person
    assert refusal(lambda: shown(person, "named")) == "people_person_is_shown_on_a_basis"


def test_a_consent_to_a_pseudonym_is_none_to_a_name():
    person = ConsentFactory(field_group="pseudonym").person
    assert refusal(lambda: shown(person, "pseudonym")) == ""
    assert refusal(lambda: shown(person, "named")) == "people_person_is_shown_on_a_basis"


def test_a_public_role_with_its_source_is_a_basis_for_a_name_alone():
    person = PublicRoleCitationFactory().public_role.person
    assert refusal(lambda: shown(person, "named")) == ""
    assert refusal(lambda: shown(person, "pseudonym")) == "people_person_is_shown_on_a_basis"


def test_a_person_whose_consent_ended_can_still_be_withdrawn(consent):
    Consent.objects.filter(pk=consent.pk).update(withdrawn_at=timezone.now())
    person = consent.person
    person.refresh_from_db()
    assert refusal(person.save) == ""
