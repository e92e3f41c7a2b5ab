"""Invented people under the spellings of schemes and of the press, none of them from the engine.

Every person is made up of a common surname and a common given name; all of it is synthetic. The
romanisations come from iuliia, latynkatar and lists written by hand, so a fault of the engine's
own tables shows.
"""

import csv
import random
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

import iuliia
import latynkatar

HERE = Path(__file__).parent
RUSSIAN = (
    *(iuliia.ICAO_DOC_9303, iuliia.BGN_PCGN, iuliia.WIKIPEDIA, iuliia.MVD_310, iuliia.MVD_310_FR),
    *(iuliia.GOST_52535, iuliia.ALA_LC_ALT, iuliia.SCIENTIFIC, iuliia.TELEGRAM),
)
LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
SOUNDS = "a b w g d e jo sch s i i k l m n o p r s t u f ch z tsch sch schtsch - y - e ju ja"
GERMAN = dict(zip(LETTERS, SOUNDS.split(), strict=True))


class Surname(NamedTuple):
    be: str
    ru: str
    press: tuple[str, ...]


class Given(NamedTuple):
    be: str
    ru: str
    press: tuple[str, ...]
    short: str


class Person(NamedTuple):
    """`number` is that of the surname: people of one family share it."""

    number: int
    surname: Surname
    given: Given

    @property
    def stored(self) -> tuple[str, str]:
        return f"{self.given.be} {self.surname.be}", f"{self.given.ru} {self.surname.ru}"


class Asked(NamedTuple):
    kind: str
    text: str
    person: Person


def read(name: str) -> list[list[str]]:
    with (HERE / name).open(encoding="utf-8") as lines:
        return list(csv.reader(lines, delimiter="\t"))


def everybody() -> list[Person]:
    """Every surname with every given name: fathers, sons, spouses, brothers and sisters."""
    people = []
    for (number, surname), given in product(
        enumerate(read("surnames.tsv")), read("given_names.tsv")
    ):
        his, hers = Surname(*surname[:2], ()), Surname(*surname[2:4], ())
        press = tuple(surname[4].split())
        known = hers if given[2] == "f" else his._replace(press=press)
        if his[:2] == hers[:2]:
            known = known._replace(press=press)
        people.append(Person(number, known, Given(*given[:2], tuple(given[3].split()), given[4])))
    return people


def spellings(person: Person, chance: random.Random) -> Iterator[Asked]:
    """The ways in which somebody may ask for a person."""
    surname, given = person.surname, person.given
    for scheme in RUSSIAN:
        yield Asked(scheme.name, scheme.translate(person.stored[1]), person)
    for old in (False, True):
        latin = latynkatar.CyrLatConverter(person.stored[0]).convert(
            old_rules=old, palatalization=chance.random() < 0.5
        )
        yield Asked("łacinka", latin, person)
    yield Asked("german", german(person.stored[1]), person)
    yield Asked("swapped", f"{surname.ru}, {given.be}", person)
    yield Asked("swapped", f"{surname.be.upper()} {given.ru.upper()}", person)
    yield Asked("mixed", f"{chance.choice(given.press)} {surname.be}", person)
    if given.short:
        yield Asked("short", f"{given.short} {surname.ru}", person)
    for spelling in surname.press:
        latin = f"{chance.choice(given.press)} {spelling}"
        yield Asked("press", latin, person)
        yield Asked("typo", slip(latin, chance), person)
        yield Asked("swapped", " ".join(reversed(latin.split())), person)
    for stored in person.stored:
        yield Asked("typo", slip(stored, chance), person)


def german(text: str) -> str:
    letters = "".join(GERMAN.get(letter, letter) for letter in text.lower())
    return letters.replace("-", "").replace("iy ", "i ").title()


def slip(text: str, chance: random.Random) -> str:
    """One slip of the hand in the surname, behind its first letter."""
    given, surname = text.rsplit(" ", 1)
    at = chance.randrange(1, len(surname) - 1)
    letter = chance.choice(surname)
    slipped = chance.choice(
        (
            surname[:at] + surname[at + 1 :],
            surname[:at] + letter + surname[at:],
            surname[:at] + letter + surname[at + 1 :],
            surname[:at] + surname[at + 1] + surname[at] + surname[at + 2 :],
        )
    )
    return f"{given} {surname if slipped == text else slipped}"
