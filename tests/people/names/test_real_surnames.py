"""Two surnames of one language are two people, on every surname that a dictionary has."""

import pytest

from people.names.alignment import are_spellings_of_one
from tests.people.names.real_surnames import list_false_pairs, list_near_pairs, list_real_surnames


@pytest.mark.parametrize("given", ["Сергей", "Павел", "Сяргей", "Микола"])
def test_of_real_surnames_no_two_are_one_person(given):
    assert len(list_real_surnames()) > 8_000
    assert list_false_pairs(given) == []


def test_were_one_of_two_written_in_belarusian_they_would_be_one():
    """The negative control: only their language keeps Галушко and Голушко apart."""
    apart = frozenset({"be"}), frozenset({"ru"})
    assert any(are_spellings_of_one(*pair, apart) for pair in list_near_pairs())
