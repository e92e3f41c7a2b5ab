"""Other ways to write a name are derived by rule, and say by which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.names import WrittenName, compare_descriptions, derive_forms
from people.names.description import Description


def derived(text):
    return {form.scheme: form.text for form in derive_forms(WrittenName(text))}


def test_the_form_as_given_stands_first_and_is_not_derived():
    first, *others = derive_forms(WrittenName("Святлана Ціханоўская"))
    assert first == ("Святлана Ціханоўская", "Cyrl", "be", "")
    assert not first.is_derived
    assert all(form.is_derived for form in others)


@pytest.mark.parametrize(
    ("belarusian", "russian"),
    [
        ("Святлана Ціханоўская", "Светлана Тихановская"),
        ("Сяргей Ціханоўскі", "Сергей Тихановский"),
        ("Віктар Бабарыка", "Виктор Бабарико"),
        ("Марыя Калеснікава", "Мария Колесникова"),
        ("Мікалай Статкевіч", "Николай Статкевич"),
        ("Кацярына Андрэева", "Екатерина Андреева"),
        ("Павел Севярынец", "Павел Северинец"),
        ("Раман Бандарэнка", "Роман Бондаренко"),
    ],
)
def test_a_name_has_its_equivalent_in_the_other_language(belarusian, russian):
    assert derived(belarusian)["ru_equivalent"] == russian
    assert derived(russian)["be_equivalent"] == belarusian


@pytest.mark.parametrize(
    ("name", "scheme", "text"),
    [
        ("Святлана Ціханоўская", "be_passport_like_2008", "Sviatlana Tsikhanouskaya"),
        ("Святлана Ціханоўская", "be_official_2007", "Sviatlana Cichanoŭskaja"),
        ("Святлана Ціханоўская", "be_official_2023", "Sviatlana Cihanowskaja"),
        ("Святлана Ціханоўская", "be_register_2008", "Sviatlana Tsikhanowskaja"),
        ("Святлана Ціханоўская", "be_bgn_pcgn", "Svyatlana Tsikhanowskaya"),
        ("Святлана Ціханоўская", "lacinka_modern", "Sviatłana Cichanoŭskaja"),
        ("Святлана Ціханоўская", "pl_press", "Swiatłana Cichanouska"),
        ("Святлана Ціханоўская", "de_press", "Swetlana Tichanowskaja"),
        ("Мікола Статкевіч", "be_passport_like_2008", "Mikola Statkevich"),
        ("Анджэй Юхневіч", "be_icao9303", "Andzhei Iukhnevich"),
        ("Сергей Тихановский", "ru_bgn_pcgn", "Sergey Tikhanovskiy"),
        ("Сергей Тихановский", "ru_icao9303", "Sergei Tikhanovskii"),
        ("Александр Беляцкий", "en_press", "Alexander Belyatsky"),
        ("Николай Статкевич", "fr_press", "Nikolaï Statkevitch"),
        ("Siarhiej Cichanoŭski", "be_from_lacinka", "Сяргей Ціханоўскі"),
        ("Вера Вераб'ёва", "lacinka_modern", "Viera Vierabjova"),
    ],
)
def test_a_name_is_romanised_by_schemes(name, scheme, text):
    assert derived(name)[scheme] == text


def test_a_name_in_another_alphabet_has_no_derived_form():
    for text in ("John Coale", "中西雅敏", "Michał Wójcik-Żak", "", "Олександр Їжак"):
        assert [form.text for form in derive_forms(WrittenName(text))] == [text]


def test_every_derived_form_matches_what_it_comes_from():
    for text in ("Святлана Ціханоўская", "Сергей Тихановский", "Рыгор Кастусёў"):
        name = WrittenName(text)
        for form in derive_forms(name):
            found = compare_descriptions(
                Description((WrittenName(form.text),)), Description((name,))
            )
            assert found.is_match, form


@given(st.text(max_size=40))
def test_any_text_has_forms(text):
    assert derive_forms(WrittenName(text))[0].text == text


@given(st.text("абвгдеёжзійклмнопрстуўфхцчшщъыьэюяи' ", max_size=30), st.sampled_from(["be", "ru"]))
def test_any_cyrillic_has_forms_none_twice(text, language):
    texts = [form.text for form in derive_forms(WrittenName(text, language=language))]
    assert len(texts) == len(set(texts))
