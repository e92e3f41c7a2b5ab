"""Invented people among thousands of others of the same surnames and given names."""

import random
import sys
from collections import Counter
from functools import cache
from itertools import combinations

import pytest

from people.names import compare
from tests.people.names.retrieval import People, described
from tests.people.names.unseen import everybody, spellings

#: People who are asked for, of each half of the surnames.
ASKED = 160
KNOWN = 5_300
#: Spellings that are asked for, of each half.
WAYS = 1_500


@cache
def world():
    """People who are known; of one surname in two nobody was looked at while making the rules."""
    chance = random.Random(2026)
    people = chance.sample(everybody(), KNOWN)
    halves = [[each for each in people if each.number % 2 == half] for half in (0, 1)]
    asked = [chance.sample(half, ASKED) for half in halves]
    index = People({each: each.stored for each in people})
    ways = [[ask for each in half for ask in spellings(each, chance)] for half in asked]
    return index, [chance.sample(half, WAYS) for half in ways]


@pytest.mark.parametrize("half", [0, 1], ids=["seen", "held out"])
def test_invented_people_come_first_under_any_spelling(half, capsys):
    index, asked = world()
    results = [(each, index.first(each.text)) for each in asked[half]]
    missed = [(each, first) for each, first in results if first != each.person]
    kinds, misses = Counter(each.kind for each, _ in results), Counter(m.kind for m, _ in missed)
    share = 1 - len(missed) / len(results)
    lines = [f"{len(results)} spellings of {ASKED} people among {KNOWN}: first place {share:.1%}"]
    lines += [
        f"  {kind}: {1 - misses[kind] / count:.1%} of {count}" for kind, count in kinds.items()
    ]
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(lines) + "\n")
    assert share >= 0.97


@pytest.mark.parametrize("language", [0, 1], ids=["Belarusian", "Russian"])
def test_one_language_is_enough(language, capsys):
    index, asked = world()
    one = People({person: [person.stored[language]] for person in index.known})
    some = random.Random(7).sample(asked[1], 500)
    results = [(each, one.first(each.text)) for each in some]
    missed = [(each, first) for each, first in results if first != each.person]
    share = 1 - len(missed) / len(results)
    with capsys.disabled():
        sys.stdout.write(f"\none form stored: first place {share:.1%} of {len(some)}\n")
    assert share >= 0.97


def test_a_match_is_never_somebody_else(capsys):
    index, asked = world()
    wrong = [
        (each.text, person.stored)
        for each in asked[0] + asked[1]
        if each.kind != "typo"
        for person, comparison in index.ranked(each.text)
        if comparison.is_match and person != each.person
    ]
    with capsys.disabled():
        sys.stdout.write(f"\n{len(wrong)} wrong matches\n")
    assert wrong == []


def test_two_people_known_are_never_one():
    index, _asked = world()
    by_surname = {}
    for person in index.known:
        by_surname.setdefault(person.number, []).append(person)
    pairs = [pair for people in by_surname.values() for pair in combinations(people[:20], 2)]
    same = [pair for pair in pairs if compare(*(described(p.stored) for p in pair)).is_match]
    assert same == []
