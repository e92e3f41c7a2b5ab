"""The names under which 34 public figures were met, each asked for among all of them."""

from itertools import combinations

import pytest

from people.names import compare_descriptions
from tests.people.names import measuring
from tests.people.names.measuring import BELARUSIAN, RUSSIAN, read, stored
from tests.people.names.retrieval import described


@pytest.fixture(scope="module")
def people():
    return {person: described(names) for person, names in stored().items()}


def test_every_form_finds_its_person_among_all():
    found = measuring.every_form()
    assert found.share >= 0.99, found
    assert found.five == found.asked, found


def test_two_cyrillic_forms_are_enough():
    found = measuring.by(BELARUSIAN, RUSSIAN)
    assert found.share >= 0.97, found


def test_one_belarusian_form_is_enough():
    found = measuring.by(BELARUSIAN)
    assert found.share >= 0.95, found


def test_a_form_is_found_by_the_others():
    found = measuring.by_others()
    assert found.share >= 0.97, found


@pytest.mark.parametrize("pair", read("must_not_match.csv"), ids=lambda pair: pair["why"])
def test_people_who_look_alike_never_match(pair):
    assert measuring.matches(pair) == []


def test_every_pair_of_different_people_stays_apart(people):
    pairs = combinations(people, 2)
    assert [
        pair for pair in pairs if compare_descriptions(*(people[who] for who in pair)).is_match
    ] == []


def test_every_form_matches_its_person(people):
    rows = measuring.figures()
    assert all(
        compare_descriptions(described([row["name"]]), people[row["person"]]).is_match
        for row in rows
    )
