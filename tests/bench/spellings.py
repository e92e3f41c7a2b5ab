"""What is asked: spellings of the names of some people, by how they differ from what is stored."""

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from latynkatar import CyrLatConverter

from people.persons.projections import PublishedPerson
from publishing.public_reads import id_in

SEED, PEOPLE = 7, 60
KINDS = (
    "as stored",
    "łacinka, surname first",
    "misspelt",
    "surname alone",
    "initial and surname",
    "given name alone",
)


class Asked(NamedTuple):
    kind: str
    text: str
    person: str


def asked_for() -> Iterator[Asked]:
    """The same in every world: some people by chance, each under six spellings."""
    chance = Random(SEED)
    for person in _people(chance):
        name = next(n for n in person.names if (n["language"], n["script"]) == ("be", "Cyrl"))
        given, family, key = name["given"], name["family"], str(person.id)
        spellings = (
            f"{given} {family}",
            lacinka(f"{family} {given}"),
            f"{given} {misspelt(family, chance)}",
            family,
            f"{given[0]}. {family}",
            given,
        )
        yield from (Asked(kind, text, key) for kind, text in zip(KINDS, spellings, strict=True))


def _people(chance: Random) -> list[PublishedPerson]:
    """Named people, wherever in the order of ids the first one after a number is."""
    ids = [
        PublishedPerson.objects.filter(id__gte=f"{chance.getrandbits(128):032x}")
        for _ in range(PEOPLE * 4)
    ]
    found = {}
    for each in ids:
        for key in each.values_list("id", flat=True)[:1]:
            found[key] = None
    people = PublishedPerson.objects.filter(id_in(found)).in_bulk()
    return [people[key] for key in found if people[key].shown_as == "named"][:PEOPLE]


def lacinka(text: str) -> str:
    """As nobody in the invented world is written."""
    return CyrLatConverter(text).convert()


def misspelt(word: str, chance: Random) -> str:
    """With one letter left out, doubled or in its neighbour's place."""
    at = chance.randrange(1, len(word) - 2)
    return chance.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        ]
    )
