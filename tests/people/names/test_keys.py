"""Spellings of one name meet in a key. Surnames here belong to nobody in particular."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.names import WrittenName, derive_keys

SIGNS = st.text(max_size=80)
LETTERS = st.text(
    "абвгдеёжзійклмнопрстуўфхцчшыьэюяиabcdefghijklmnoprstuvwxyzšžłńŭ '’-", max_size=40
)


def of(text):
    return derive_keys(WrittenName(text))


@pytest.mark.parametrize(
    "spellings",
    [
        "Хамянкоў Хоменков Khamiankou Chamiankoŭ Khomenkov Chomienkow Chomenkow",
        "Шчарбіцкая Щербицкая Shcharbitskaya Ščarbickaja Szczerbicka Schtscherbizkaja",
        "Лукашук Łukašuk Lukaschuk Lukashuk Łukaszuk Loukachouk",
        "Грыб Гриб Hryb Grib",
        "Мікалайчук Николайчук Mikalaichuk Nikolaychuk",
        "Лявонаў Леонов Liavonau Leonov Leonow",
        "Вярбіцкі Вербицкий Viarbitski Verbitsky Wierbicki Vyarbitskiy Verbitskii Vjarbicki",
        "Юрчанка Юрченко Yurchanka Iurchenko Jurčanka Jurtschenko Jurczenko",
        "Сіўко Сивко Siuko Sivko Siŭko",
        "Уласаў Власов Ulasau Vlasov Ułasaŭ Wlassow",
        "Цярэшчанка Терещенко Tsiareshchanka Tereshchenko Ciareščanka Tereschtschenko",
    ],
)
def test_spellings_of_one_surname_meet(spellings):
    first, *others = spellings.split()
    assert [word for word in others if not set(of(word).words) & set(of(first).words)] == []


@pytest.mark.parametrize(
    "spellings",
    [
        "Мікола Мікалай Николай Mikałaj Nikolaï Nicholas Коля Mykola Mikołaj",
        "Наста Анастасія Анастасия Nastassia Настя Anastasiia Насця Anastazja",
        "Зміцер Дзмітрый Дмитрий Dzmitry Dmitrij Dymitr Дима Змітро Dmytro",
        "Кацярына Екатерина Katsiaryna Katarzyna Каця Catherine Jekaterina",
        "Янка Іван Иван John Jan Jonas Ваня",
        "Андрэй Andrzej Андрей Andrius Андрій Andrej",
    ],
)
def test_a_given_name_is_one_in_every_language(spellings):
    found = [{key for key in of(word).words if key[0] == "="} for word in spellings.split()]
    assert set.intersection(*found)


def test_the_order_of_words_does_not_matter():
    assert of("Сымон Хамянкоў").whole == of("Хамянкоў, Сымон").whole


def test_a_patronymic_is_left_out():
    assert of("Хамянкоў Сымон Віктаравіч").whole == of("Сымон Хамянкоў").whole
    assert of("Alena Viktarauna Khamiankova").whole == of("Алена Хамянкова").whole


def test_a_surname_like_a_patronymic_stays():
    assert "astapavit" in of("Сымон Астаповіч").words


def test_an_initial_stays_an_initial():
    assert of("С. В. Хамянкоў").whole == ("hamankav s.",)


@given(SIGNS)
def test_any_text_has_keys_and_few_of_them(text):
    found = of(text)
    assert len(found.whole) <= 6
    assert len(found.words) <= 8 * 6


def test_a_text_of_any_length_is_taken():
    assert of("Яўген " * 2000).words == of("Яўген").words
    assert of("ж" * 10_000).words


@given(LETTERS)
def test_case_apostrophes_spaces_and_composition_do_not_matter(text):
    expected = of(text)
    assert of(unicodedata.normalize("NFD", text)) == expected
    assert of(text.replace("'", "’")) == expected
    assert of("  " + text.replace(" ", "  ") + " ") == expected
    assert of(text.replace("-", "–")) == expected


@given(st.lists(st.text("абвгдіклмнопрстуўыьэюя", min_size=2, max_size=9), max_size=2))
def test_capitals_and_order_do_not_matter(words):
    expected = of(" ".join(words))
    assert of(" ".join(words).upper()) == expected
    assert set(of(" ".join(reversed(words))).whole) == set(expected.whole)
