"""The page of help: who offers what, and never who was helped."""

import pytest
from django.test import Client

from tests.factories import AssistanceFactory, NeedFactory, ProgrammeFactory, published

pytestmark = pytest.mark.django_db


def help_page(client: Client) -> str:
    answer = client.get("/en/help/")
    assert answer.status_code == 200
    return answer.text


def a_programme(**options):
    programme = ProgrammeFactory(**options)
    published(programme.organisation)
    return published(programme)


def test_without_programmes_the_page_says_so(client: Client) -> None:
    assert "No programme of help is published yet." in help_page(client)


def test_help_is_grouped_by_its_kind(client: Client) -> None:
    a_programme(name_en="Teeth", kinds_of_help=["dental"], countries=["LT"], languages="be, ru")
    text = help_page(client)
    assert text.index("Dental care") < text.index("Teeth")
    assert "Lithuania" in text
    assert "Belarusian · Russian" in text
    assert "Medical care" not in text


def test_a_link_to_an_organisation_says_nothing_of_the_reader(client: Client) -> None:
    a_programme(donation_address="https://give.example/")
    assert 'href="https://give.example/" rel="noreferrer noopener"' in help_page(client)


def test_an_address_that_is_a_risk_to_open_is_marked(client: Client) -> None:
    a_programme()
    assert "can be dangerous in some countries" not in help_page(client)
    a_programme(organisation__risky_in=["BY"], organisation__website="https://risky.example/")
    assert "can be dangerous in some countries" in help_page(client)


def test_a_programme_that_is_not_listed_is_on_no_page(client: Client) -> None:
    a_programme(name_en="Listed")
    a_programme(name_en="Hidden", is_listed=False)
    assert "Listed" in help_page(client)
    assert "Hidden" not in help_page(client)


def test_who_was_helped_is_on_no_page(client: Client) -> None:
    programme = a_programme(name_en="Doctors")
    need = NeedFactory(person__named=True, person__name__text="A patient")
    AssistanceFactory(need=need, programme=programme)
    published(need.person)
    assert "A patient" in client.get("/en/people/").text
    text = help_page(client)
    assert "Doctors" in text
    assert "A patient" not in text
