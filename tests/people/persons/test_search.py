"""The public finds by public names alone, in any script and spelling, the likeliest first."""

import re
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from people.models import Name, Person
from people.persons import name_search
from people.persons.name_search import search_names
from people.persons.projections import PublishedName
from tests.factories import ConsentFactory, NameFactory, PersonFactory, published

pytestmark = pytest.mark.django_db


def shown(*texts: str) -> Person:
    person = PersonFactory(named=True, name__text=texts[0])
    for text in texts[1:]:
        NameFactory(person=person, text=text)
    return published(person)


def found(text: str) -> list[Any]:
    return search_names(text).rank_by_likeness(text)


@pytest.mark.parametrize(
    "text",
    [
        "Дзмітрый Выдуманчук",
        "Выдуманчук Дзмітрый",
        "Дмитрий Выдуманчук",
        "Dmitry Vydumanchuk",
        "Dzmitry Vydumančuk",
        "ВЫДУМАНЧУК",
        "Выдуман",
        "vyduma",
        "Д. Выдуманчук",
        "Дзмітрый Пятровіч Выдуманчук",
        "Дзмітрый Выдаманчук",
    ],
)
def test_a_person_is_found_by(text):
    person = shown("Дзмітрый Выдуманчук")
    shown("Вольга Іншая")
    assert found(text) == [person.pk]


@pytest.mark.parametrize("text", ["Вольга Выдуманчук", "—", "%", "_____", "Дз_трый", "ф", "\\"])
def test_nobody_is_found_by(text):
    shown("Дзмітрый Выдуманчук")
    shown("Вольга Іншая")
    assert found(text) == []


@pytest.mark.parametrize("text", ["У. Выдуманчук", "В. Выдуманчук", "U. Vydumančuk", "V V"])
def test_an_initial_is_the_first_letter_in_any_language(text):
    person = shown("Уладзімір Выдуманчук")
    assert found(text) == [person.pk]


@pytest.mark.parametrize(
    "text",
    [
        "Дзмітрый Выдманчук",
        "Дзмітрый Выдукманчук",
        "Дзмітрый Выдумначук",
        "Дзмітрый Выдумамчук",
        "Дмтрый Выдуманчук",
    ],
)
def test_a_slip_of_the_hand_does_not_hide_a_name_nor_show_an_unlike_one(text):
    person = shown("Дзмітрый Выдуманчук")
    shown("Дзмітрый Выдунчук")
    assert found(text) == [person.pk]


def test_all_words_are_words_of_one_name():
    shown("Дзмітрый Выдуманчук", "Сцяпан Непадобны")
    assert found("Дзмітрый Непадобны") == []


def test_a_pseudonym_is_found_and_no_name_of_theirs():
    person = PersonFactory(pseudonym="Вераб’ёк")
    ConsentFactory(person=person, field_group="pseudonym")
    NameFactory(person=person, text="Дзмітрый Выдуманчук")
    Person.objects.filter(pk=person.pk).update(visibility="pseudonym")
    published(Person.objects.get(pk=person.pk))
    assert (found("Verabiok"), found("Выдуманчук")) == ([person.pk], [])


def test_the_page_shows_the_likeliest_first():
    shown("Аляксей Дзмітрый Выдуманчук")
    person = shown("Дзмітрый Выдуманчук")
    page = (
        Client().post("/en/people/", {"search": "Dmitry Vydumanchuk"}, follow=True).content.decode()
    )
    names = re.findall("(?:Аляксей )?Дзмітрый Выдуманчук", page)
    assert names == ["Дзмітрый Выдуманчук", "Аляксей Дзмітрый Выдуманчук"]
    assert str(person.pk) in page


def test_of_very_many_a_page_shows_some_and_a_list_all(monkeypatch):
    monkeypatch.setattr(name_search, "MOST_ROWS", 3)
    people = sorted(shown(f"Дзмітрый Выдуманчук {n}").pk for n in "абвгде")
    page = Client().post("/en/people/", {"search": "Выдуманчук"}, follow=True).content.decode()
    assert page.count("Дзмітрый Выдуманчук") == 4
    assert "More people fit this search." in page
    listed = Client().get("/api/v1/people/?search=Vydumanchuk").json()["results"]
    assert [each["id"] for each in listed] == [str(key) for key in people]


def test_a_list_has_one_order_page_by_page():
    people = sorted(str(shown(f"Дзмітрый Выдуманчук {n}").pk) for n in "абвг")
    first = Client().get("/api/v1/people/?search=Vydumanchuk&page_size=2").json()
    second = Client().get(first["next"]).json()
    listed = [each["id"] for page in (first, second) for each in page["results"]]
    assert listed == people


def test_a_search_costs_the_same_statements_however_many_it_finds():
    costs = []
    for count in (1, 6):
        for _ in range(count):
            shown("Дзмітрый Выдуманчук")
        with CaptureQueriesContext(connections["public"]) as asked:
            Client().get("/api/v1/people/?search=Выдуманчук")
        costs.append(len(asked))
    assert costs == [2, 2]


def test_A7_no_token_of_who_is_hidden_is_found():  # noqa: N802
    """1,000 names of somebody who is only counted, and a visible twin that shows what is seen."""
    person = shown("Выдуманчук Бачная")
    tokens = [f"Схаваная{word}" for word in invented(1000)]
    counted(tokens, note="Токен Нататкі")
    NameFactory(person=PersonFactory(named=True), text="Чарнавік Невядомы")  # never published
    seen = {text for text in [*tokens, "Токен Нататкі", "Чарнавік Невядомы"] if found(text)}
    assert seen == set()
    assert found("Vydumanchuk Bachnaja") == [person.pk]


def test_A7_the_hidden_change_no_answer():  # noqa: N802
    person = shown("Дзмітрый Выдуманчук")
    asked = ["Выдуманчук", "Дзмітрый", "Выдаманчук", "Dm. Vydumanchuk"]
    before = [answer(text) for text in asked]
    counted([f"Дзмітрый Выдуманчук {word}" for word in invented(600)])
    assert [answer(text) for text in asked] == before
    assert str(person.pk) in before[0][0]


def counted(texts: list[str], note: str = "") -> None:
    """Somebody published who is shown by no name, and has all of these."""
    person = PersonFactory(note=note)
    Name.objects.bulk_create(Name(person=person, text=text, language="be") for text in texts)
    published(person)


def answer(text: str) -> tuple[str, int]:
    with CaptureQueriesContext(connections["public"]) as asked:
        body = Client().get("/api/v1/people/", {"search": text}).content.decode()
    return body, len(asked)


def invented(count: int) -> list[str]:
    letters = "абвгдзклмнпрст"
    return [
        "".join(f"{letters[number // 14**place % 14]}а" for place in range(4))
        for number in range(count)
    ]


def test_only_public_names_stand_in_the_public_index():
    shown("Дзмітрый Выдуманчук")
    published(NameFactory(text="Схаваная Асоба").person)
    assert set(PublishedName.objects.values_list("text", flat=True)) == {"Дзмітрый Выдуманчук"}
