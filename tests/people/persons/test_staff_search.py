"""Staff find people by any name of theirs, shown or not, in any script and spelling."""

import pytest

from tests.factories import IdentifierFactory, NameFactory, PersonFactory

pytestmark = pytest.mark.django_db
OF_A_PERSON = {"app_label": "people", "model_name": "name", "field_name": "person"}


@pytest.fixture
def found(editor, client):
    client.force_login(editor)

    def ask(term: str) -> list[str]:
        answer = client.get("/admin/autocomplete/", {**OF_A_PERSON, "term": term})
        return [row["id"] for row in answer.json()["results"]]

    return ask


@pytest.mark.parametrize("term", ["Vydumanchuk Dzmitry", "Выдуман", "Д. Выдуманчук", "Выдаманчук"])
def test_a_field_finds_a_person_by(term, found):
    person = NameFactory(text="Дзмітрый Выдуманчук").person
    NameFactory(text="Вольга Іншая")
    assert found(term) == [str(person.pk)]


def test_a_person_is_found_by_a_pseudonym_and_a_number_too(found):
    person = PersonFactory(pseudonym="Верабей")
    IdentifierFactory(person=person, value="X-4711")
    assert found("Верабей") == found("4711") == [str(person.pk)]


def test_the_list_of_people_is_searched_alike(editor, client):
    person = NameFactory(text="Дзмітрый Выдуманчук").person
    other = NameFactory(text="Вольга Іншая").person
    client.force_login(editor)
    page = client.get("/admin/people/person/", {"q": "Vydumanchuk"}).content.decode()
    assert str(person.pk) in page
    assert str(other.pk) not in page


@pytest.mark.parametrize("term", ["%", "\\", "—", "a" * 300])
def test_a_strange_term_finds_nobody(term, found):
    NameFactory(text="Дзмітрый Выдуманчук")
    assert found(term) == []
