"""The names under which 34 public figures were met, each asked for among all of them."""

import csv
import sys
from collections import defaultdict
from itertools import product
from pathlib import Path

import pytest

from people.names import compare
from tests.people.names.retrieval import People, described

HERE = Path(__file__).parent


def read(name):
    with (HERE / name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


FORMS = read("public_figures.csv")


def stored(*schemes):
    people = defaultdict(list)
    for row in FORMS:
        if not schemes or row["scheme"] in schemes:
            people[row["person"]].append(row["name"])
    return people


def places(people, asked):
    """The place of each person under each name asked for; 0 where they were not found."""
    index = People(people)
    for row in asked:
        order = [person for person, _comparison in index.ranked(row["name"])]
        place = order.index(row["person"]) + 1 if row["person"] in order else 0
        yield (1 if index.first(row["name"]) == row["person"] else max(place, 2)), row


def shares(found, capsys, what):
    found = list(found)
    first = sum(place == 1 for place, _row in found) / len(found)
    five = sum(1 <= place <= 5 for place, _row in found) / len(found)
    with capsys.disabled():
        lines = [f"{what}: {len(found)} asked, first {first:.1%}, in the first five {five:.1%}"]
        lines += [f"  {place}. {row['person']}: {row['name']}" for place, row in found if place > 1]
        sys.stdout.write("\n" + "\n".join(lines) + "\n")
    return first, five


def test_every_form_finds_its_person_among_all(capsys):
    first, five = shares(places(stored(), FORMS), capsys, "all forms stored")
    assert first >= 0.99
    assert five == 1


def test_two_cyrillic_forms_are_enough(capsys):
    asked = [row for row in FORMS if row["scheme"] not in ("be_cyrl", "ru_cyrl")]
    first, _five = shares(places(stored("be_cyrl", "ru_cyrl"), asked), capsys, "two forms stored")
    assert first >= 0.97


def test_one_belarusian_form_is_enough(capsys):
    asked = [row for row in FORMS if row["scheme"] != "be_cyrl"]
    first, _five = shares(places(stored("be_cyrl"), asked), capsys, "one form stored")
    assert first >= 0.95


def test_a_form_is_found_by_the_others(capsys):
    everything = stored()
    found = []
    for row in FORMS:
        others = [name for name in everything[row["person"]] if name != row["name"]]
        found += places({**everything, row["person"]: others}, [row])
    first, _five = shares(found, capsys, "each form left out")
    assert first >= 0.97


@pytest.mark.parametrize("pair", read("must_not_match.csv"), ids=lambda pair: pair["why"])
def test_people_who_look_alike_never_match(pair):
    people = stored()
    names = product(people[pair["person_a"]], people[pair["person_b"]])
    assert [each for each in names if compare(*(described([name]) for name in each)).is_match] == []
    assert not compare(*(described(people[pair[who]]) for who in ("person_a", "person_b"))).is_match


def test_every_pair_of_different_people_stays_apart():
    people = {person: described(names) for person, names in stored().items()}
    pairs = [pair for pair in product(people, people) if pair[0] != pair[1]]
    assert [pair for pair in pairs if compare(*(people[who] for who in pair)).is_match] == []


def test_every_form_matches_its_person():
    people = {person: described(names) for person, names in stored().items()}
    assert all(compare(described([row["name"]]), people[row["person"]]).is_match for row in FORMS)
