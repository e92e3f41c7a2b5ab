"""How right the proposals are: a list of invented people, written as lists on release day are.

Of 250 names 230 are of people in the database and 20 are of nobody. Three in ten are written
otherwise than any name that is stored: in another language's letters, with a slip of the hand,
surname first, or with an initial. Two in three give the year of birth, as lists do; so does whoever
has a namesake, since nothing else could tell the two apart. Nobody is on the list whom not even
the year tells from a namesake.
"""

import time
from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import NamedTuple
from uuid import UUID

from people.models import Name, Person
from people.persons.enums import Sex
from publishing.models import Account
from releases.intake.lists import open_list
from releases.models import IntakeLine, IntakeList, Side
from sources.models import Source
from tracker.synthetic import names

NAMES, STRANGERS = 250, 20
VARIED, WITH_BIRTH = 0.30, 0.67
WAYS = ("script", "slip", "swapped", "initial")


class Written(NamedTuple):
    """A line of the list, whom it means, and how it was varied."""

    text: str
    person: UUID | None
    way: str


class Figures(NamedTuple):
    """Of the lines: those whose first suggestion is right; those matched with somebody else;
    those matched, ambiguous and new; seconds from the text to the proposals; what went wrong."""

    lines: int
    right: int
    wrong_matches: int
    proposals: dict[str, int]
    seconds: float
    misses: list[tuple[str, str, str]]

    def __str__(self) -> str:
        parts = ", ".join(f"{count} {name}" for name, count in sorted(self.proposals.items()))
        return (
            f"{self.right} of {self.lines} right first suggestions"
            f" ({self.right / self.lines:.1%}), {self.wrong_matches} wrong automatic matches;"
            f" {parts}; {self.seconds:.2f} s"
        )


def a_list(seed: int) -> list[Written]:
    """The list, from the people who are in the database."""
    chance = Random(seed)
    bearers, twins = _namesakes()
    keys = sorted(key for key in bearers if key not in twins)
    chosen = chance.sample(keys, NAMES - STRANGERS)
    lines = [_known(chance, key, bearers[key] > 1) for key in chosen]
    lines += _strangers(chance)
    chance.shuffle(lines)
    return lines


def measured(lines: list[Written], *, by: Account, side: Side, source: Source) -> Figures:
    """Open the list and compare what is proposed with whom each line means."""
    text = "\n".join(f"{number}. {line.text}" for number, line in enumerate(lines, 1))
    before = time.perf_counter()
    intake, _is_new = open_list(by=by, side=side, source=source, text=text)
    seconds = time.perf_counter() - before
    return _figures(intake, lines, seconds)


def _figures(intake: IntakeList, written: list[Written], seconds: float) -> Figures:
    found = intake.lines.order_by("number").prefetch_related("candidates")
    pairs = list(zip(found, written, strict=True))
    misses = [
        (line.text, meant.way, line.proposal) for line, meant in pairs if not _is_right(line, meant)
    ]
    wrong = sum(line.proposal == "matched" and _first(line) != m.person for line, m in pairs)
    counts: dict[str, int] = {}
    for line, _meant in pairs:
        counts[line.proposal] = counts.get(line.proposal, 0) + 1
    return Figures(len(pairs), len(pairs) - len(misses), wrong, counts, seconds, misses)


def _is_right(line: IntakeLine, meant: Written) -> bool:
    if meant.person is None:
        return line.proposal == "new"
    return _first(line) == meant.person


def _first(line: IntakeLine) -> UUID | None:
    ordered = sorted(line.candidates.all(), key=lambda one: one.rank)
    return ordered[0].person_id if ordered else None


def _namesakes() -> tuple[dict[UUID, int], set[UUID]]:
    """How many people bear the name of each; and those who share the year of birth as well."""
    rows = Name.objects.filter(language="be", script="Cyrl").values_list(
        "person", "text", "person__birth"
    )
    named = Counter(text for _key, text, _birth in rows)
    born = Counter((text, birth) for _key, text, birth in rows)
    bearers = {key: named[text] for key, text, _birth in rows}
    return bearers, {key for key, text, birth in rows if born[text, birth] > 1}


def _known(chance: Random, key: UUID, has_namesake: bool) -> Written:
    person = Person.objects.get(pk=key)
    stored = list(Name.objects.filter(person=key).order_by("language", "script", "text"))
    name = chance.choice(stored)
    way = chance.choice(WAYS) if chance.random() < VARIED else ""
    text = _varied(chance, name, {each.text for each in stored}, way)
    is_dated = chance.random() < WITH_BIRTH or has_namesake
    born = f" ({person.birth.value} г.н.)" if is_dated else ""
    return Written(text + born, key, way)


def _varied(chance: Random, name: Name, stored: set[str], way: str) -> str:
    if way == "script":
        return _elsewhere(chance, name, stored)
    if way == "slip":
        return f"{name.given} {_slipped(chance, name.family)}"
    if way == "swapped":
        return f"{name.family} {name.given}"
    if way == "initial":
        return f"{name.family} {name.given[0]}."
    return name.text


def _elsewhere(chance: Random, name: Name, stored: set[str]) -> str:
    """The same name in a way in which it is not stored; swapped where it is stored in all."""
    for given in (each for of_sex in names.GIVEN.values() for each in of_sex):
        if name.given in given:
            ways = [f"{one} {name.family}" for one in given]
            other = [text for text in ways if text not in stored]
            if other:
                return chance.choice(other)
    return f"{name.family} {name.given}"


def _slipped(chance: Random, word: str) -> str:
    """Two letters within the word exchanged, one left out, or one doubled."""
    at = chance.randrange(1, len(word) - 2)
    return chance.choice(
        [
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
        ]
    )


def _strangers(chance: Random) -> Iterator[Written]:
    """Names of nobody: no surname of the world is made of these syllables."""
    syllables = "бо ке лю фэ хо цё гэ дзё мі не по рэ".split()
    for _number in range(STRANGERS):
        given = names.choose_given_name(chance, chance.choice([Sex.MALE, Sex.FEMALE]))
        family = "".join(chance.sample(syllables, 3)).title() + "йка"
        yield Written(f"{given.be} {family}", None, "stranger")
