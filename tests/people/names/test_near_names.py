"""Names that are near and are two, and names that look far and are one. All are invented."""

import pytest

from people.names import Description, WrittenName, compare_descriptions
from tests.people.names.retrieval import described


def is_match(asked, other):
    return compare_descriptions(described([asked]), described([other])).is_match


def score(asked, other):
    return compare_descriptions(described([asked]), described([other])).score


@pytest.mark.parametrize("asked", ["Сергей Борис-Лось", "Borys-Łoś Siarhiej", "Siarhiej Borys‑Łoś"])
def test_a_word_of_a_double_surname_is_no_given_name(asked):
    assert is_match(asked, "Сяргей Борыс-Лось")
    assert not is_match(asked, "Кірыл Борыс-Лось")


def test_where_no_given_name_is_known_the_hyphen_shows_the_surname():
    assert is_match("Рудзько-Лось Карлікта", "Карлікта Рудзько-Лось")
    assert score("Карлікта Рудзько", "Карлікта Рудзько-Лось") > 0.8


def test_a_word_of_a_double_surname_is_no_patronymic():
    found = compare_descriptions(described(["Янка Рудкевич"]), described(["Янка Рудкевіч-Лось"]))
    assert "surname_part" in [reason.code for reason in found.reasons]


def test_two_given_names_with_a_hyphen_stay_given_names():
    assert is_match("Anna-Maria Rudźko", "Ганна-Марыя Рудзько")


@pytest.mark.parametrize("other", ["Ганна Тэрэза Рудзько", "Тэрэза Марыя Рудзько"])
def test_of_two_given_names_both_have_to_agree(other):
    assert not is_match("Ганна Марыя Рудзько", other)
    assert not is_match(other, "Ганна Марыя Рудзько")


@pytest.mark.parametrize("asked", ["Ганна Рудзько", "Ганна М. Рудзько", "Мария Анна Рудько"])
def test_the_second_given_name_is_left_out_shortened_or_put_first(asked):
    assert is_match(asked, "Ганна Марыя Рудзько")


@pytest.mark.parametrize("surname", ["Мацкевіч", "Рушчыц", "Сувініч"])
def test_behind_two_given_names_a_surname_is_no_patronymic(surname):
    assert is_match(f"Ян {surname}", f"Ян Казімір {surname}")


def test_behind_the_name_of_a_woman_nothing_in_vich_is_a_patronymic():
    assert is_match("Ганна Юзэфовіч", "Ганна Марыя Юзэфовіч")


@pytest.mark.parametrize("asked", ["Рудько Карликт Янович", "Рудько Карликт Петрович"])
def test_a_patronymic_stands_last_behind_a_given_name_that_nobody_knows(asked):
    assert is_match(asked, "Карлікт Рудзько")


@pytest.mark.parametrize(
    ("asked", "other"),
    [
        ("Рыжик", "Рыжык"),
        ("Цибулько", "Цыбулька"),
        ("Тюлька", "Цюлька"),
        ("Горбачёв", "Гарбачоў"),
        ("Береза", "Бяроза"),
        ("Рюмин", "Румін"),
        ("Науменко", "Навуменка"),
        ("Поздняк", "Пазняк"),
        ("Толкач", "Таўкач"),
        ("Черноус", "Чарнавус"),
    ],
)
def test_what_two_languages_write_differently_is_one_surname(asked, other):
    assert is_match(f"Сергей {asked}", f"Сяргей {other}")


@pytest.mark.parametrize(
    ("asked", "other"),
    [("Лысенка", "Лісенка"), ("Карпук", "Карпюк"), ("Жукович", "Жукевіч"), ("Кот", "Кат")],
)
def test_what_no_two_languages_write_for_one_another_is_two_surnames(asked, other):
    assert not is_match(f"Сергей {asked}", f"Сяргей {other}")
    assert compare_descriptions(
        described([f"Сергей {asked}"]), described([f"Сяргей {other}"])
    ).is_possible


def test_what_two_languages_write_differently_is_two_surnames_in_one():
    """Nothing shows that Кароль is not Russian, unless the given name does or somebody says so."""
    assert not is_match("Павел Король", "Павел Кароль")
    assert is_match("Сергей Король", "Сяргей Кароль")
    russian, belarusian = (
        Description((WrittenName(f"Павел {surname}", language=language),))
        for surname, language in (("Король", "ru"), ("Кароль", "be"))
    )
    assert compare_descriptions(russian, belarusian).is_match
    assert not is_match("Андрэй Галушко", "Андрэй Голушко")


@pytest.mark.parametrize(
    ("initial", "meant", "other"),
    [("А.", "Апанас", "Іван"), ("О.", "Вольга", "Ганна"), ("Z.", "Зінаіда", "Святлана")],
)
def test_an_initial_is_first_of_all_that_of_the_name_in_belarusian_or_russian(
    initial, meant, other
):
    asked = f"{initial} Рудзько"
    assert score(asked, f"{meant} Рудзько") > score(asked, f"{other} Рудзько")


def test_a_full_name_that_also_shortens_another_is_possible_and_no_match():
    assert not is_match("Ника Рудько", "Вераніка Рудзько")
    assert score("Ника Рудько", "Вераніка Рудзько") > 0.8


@pytest.mark.parametrize("other", ["Эла Рудзько", "Elżbieta Rudźko"])
def test_in_latin_letters_a_diminutive_may_be_a_full_name_of_another_language(other):
    assert is_match("Ela Rudźko", other)


@pytest.mark.parametrize(
    ("asked", "other"),
    [
        ("Варфоломей", "Баўтрамей"),
        ("Спиридон", "Свірыд"),
        ("Емельян", "Амяльян"),
        ("Hieronim", "Геранім"),
        ("Остап", "Яўстафій"),
        ("Василий", "Базыль"),
        ("Матрёна", "Матруна"),
        ("Февронья", "Феўронія"),
        ("Urszula", "Урсула"),
        ("Giorgi", "Георгій"),
        ("Зигмунд", "Зыгмунт"),
    ],
)
def test_rare_given_names_are_one_in_every_language(asked, other):
    assert is_match(f"{asked} Рудзько", f"{other} Рудзько")


def test_sisters_of_like_names_are_two():
    assert not is_match("Марта Рудзько", "Марфа Рудзько")


@pytest.mark.parametrize("language", ["be", "ru", "uk", "kk", "en", "xx"])
def test_any_language_may_be_told_of_any_script(language):
    told = [WrittenName(f"Emil {each}", language=language) for each in ("Rudzko", "Рудзько")]
    assert compare_descriptions(*(Description((name,)) for name in told)).score > 0.8
