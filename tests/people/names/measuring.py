"""How often a person comes first under one of their names, for the tests and for `make bench`.

Two sets: the names under which 34 public figures were met, and invented people among thousands of
others of the same surnames and given names.
"""

import csv
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

from people.names import compare_descriptions
from tests.people.names.retrieval import People, described
from tests.people.names.unseen import Asked, everybody, spellings

HERE = Path(__file__).parent
BELARUSIAN, RUSSIAN = "be_cyrl", "ru_cyrl"


class Found(NamedTuple):
    """Of the names asked for: those under which their person came first, alone; those under which
    the person was among the first five; and which were not first."""

    asked: int
    first: int
    five: int
    missed: list[str]

    @property
    def share(self) -> float:
        return self.first / self.asked

    def __str__(self) -> str:
        told = f"{self.asked} asked, first {self.share:.1%}, in the first five"
        return "\n  ".join([f"{told} {self.five / self.asked:.1%}", *self.missed])


def found(places: Iterable[tuple[int, str]]) -> Found:
    """From the place of each person, 0 where they were not found, and the name asked for."""
    rows = list(places)
    missed = [f"{place}. {name}" for place, name in rows if place != 1]
    return Found(len(rows), len(rows) - len(missed), sum(1 <= p <= 5 for p, _ in rows), missed)


def place(index: People, person: object, asked: str) -> int:
    """1 for who comes first alone; who shares the first place is second."""
    order = [each for each, _comparison in index.ranked(asked)]
    if person not in order:
        return 0
    return 1 if index.first(asked) == person else max(order.index(person) + 1, 2)


# --- Public figures


@cache
def read(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def figures() -> list[dict[str, str]]:
    return read("public_figures.csv")


def stored(*schemes: str) -> dict[str, list[str]]:
    """The names of each figure, of these schemes or all of them."""
    people = defaultdict(list)
    for row in figures():
        if not schemes or row["scheme"] in schemes:
            people[row["person"]].append(row["name"])
    return people


def every_form() -> Found:
    return _asked(People(stored()), figures())


def by_others() -> Found:
    """Each form is asked for while its person has all the others alone."""
    return found(each for person in stored() for each in _left_out(person))


def by(*schemes: str) -> Found:
    """All forms but those of the schemes, which alone are stored."""
    asked = [row for row in figures() if row["scheme"] not in schemes]
    return _asked(People(stored(*schemes)), asked)


def _asked(index: People, rows: Iterable[dict[str, str]]) -> Found:
    return found((place(index, row["person"], row["name"]), row["name"]) for row in rows)


def _left_out(person: str) -> Iterator[tuple[int, str]]:
    everything = stored()
    for name in everything[person]:
        others = [other for other in everything[person] if other != name]
        index = People({**everything, person: others})
        yield place(index, person, name), name


def matches(pair: dict[str, str]) -> list[tuple[str, str]]:
    """Names of two people who must not match and do; all their names together count as well."""
    ours, theirs = (stored()[pair[who]] for who in ("person_a", "person_b"))
    names = [*product(([name] for name in ours), ([name] for name in theirs)), (ours, theirs)]
    return [
        (", ".join(one), ", ".join(other))
        for one, other in names
        if compare_descriptions(described(one), described(other)).is_match
    ]


# --- Invented people


class Unseen:
    """Spellings of invented people; of one surname in two nobody was looked at while making the
    rules: the half that is held out."""

    def __init__(self, known: int, asked: int, ways: int):
        """So many `known` people; of each half, so many `asked` for in so many `ways`."""
        chance = random.Random(2026)
        people = chance.sample(everybody(), known)
        halves = [[each for each in people if each.number % 2 == half] for half in (0, 1)]
        drawn = [chance.sample(half, asked) for half in halves]
        written = [[way for each in half for way in spellings(each, chance)] for half in drawn]
        self.index = People({each: each.stored for each in people})
        self.seen, self.held_out = (chance.sample(each, ways) for each in written)

    @property
    def everything(self) -> list[Asked]:
        return self.seen + self.held_out

    def found(self, asked: list[Asked]) -> Found:
        return self._in(self.index, asked)

    def found_by_one(self, language: int, asked: list[Asked]) -> Found:
        """Where only the Belarusian (0) or the Russian (1) name of everybody is stored."""
        one = {person: [person.stored[language]] for person in self.index.known}
        return self._in(People(one), asked)

    def wrong_matches(self) -> list[tuple[str, tuple[str, str]]]:
        """Spellings without a slip that match somebody else, and whom."""
        return [
            (each.text, person.stored)
            for each in self.everything
            if each.kind != "typo"
            for person, comparison in self.index.ranked(each.text)
            if comparison.is_match and person != each.person
        ]

    def _in(self, index: People, asked: list[Asked]) -> Found:
        return found(
            (place(index, each.person, each.text), f"{each.kind}: {each.text}") for each in asked
        )
