"""Names that are near and are two, and names that look far and are one. All are invented."""

import pytest

from people.names import compare
from tests.people.names.retrieval import described


def is_match(asked, other):
    return compare(described([asked]), described([other])).is_match


def score(asked, other):
    return compare(described([asked]), described([other])).score


@pytest.mark.parametrize("asked", ["Вера Борис-Лось", "Borys-Łoś Wiera", "Viera Borys‑Łoś"])
def test_a_word_of_a_double_surname_is_no_given_name(asked):
    assert is_match(asked, "Вера Борыс-Лось")
    assert not is_match(asked, "Надзея Борыс-Лось")


def test_where_no_given_name_is_known_the_hyphen_shows_the_surname():
    assert is_match("Рудзько-Лось Карлікта", "Карлікта Рудзько-Лось")
    assert score("Карлікта Рудзько", "Карлікта Рудзько-Лось") > 0.8


def test_two_given_names_with_a_hyphen_stay_given_names():
    assert is_match("Anna-Maria Rudźko", "Ганна-Марыя Рудзько")


@pytest.mark.parametrize("other", ["Ганна Тэрэза Рудзько", "Тэрэза Марыя Рудзько"])
def test_of_two_given_names_both_have_to_agree(other):
    assert not is_match("Ганна Марыя Рудзько", other)
    assert not is_match(other, "Ганна Марыя Рудзько")


@pytest.mark.parametrize("asked", ["Ганна Рудзько", "Ганна М. Рудзько", "Мария Анна Рудько"])
def test_the_second_given_name_is_left_out_shortened_or_put_first(asked):
    assert is_match(asked, "Ганна Марыя Рудзько")
