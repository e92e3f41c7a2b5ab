"""ST8: whoever is typed in another script or spelling is among the first five shown."""

import random
import sys
from datetime import date
from typing import NamedTuple
from uuid import UUID

import pytest

from people.duplicates import like
from people.models import Name, Person
from people.names import Description, WrittenName
from tests.factories.record import author
from tests.people.names import unseen

KNOWN, PAIRS = 1500, 500

pytestmark = pytest.mark.django_db


class Labelled(NamedTuple):
    """What is typed, and the id of the person whom it means; None where nobody is meant."""

    asked: Description
    kind: str
    meant: UUID | None


def labelled(known: int, pairs: int) -> list[Labelled]:
    """Synthetic people entered under their Belarusian name, and spellings typed of some of them.

    As many again are typed who are not known. The spellings are not made by the engine.
    """
    chance = random.Random(2026)
    people = chance.sample(unseen.everybody(), known + pairs)
    rows = [Person(created_by=author(), birth=str(chance.randrange(1950, 2005))) for _ in people]
    Person.objects.bulk_create(rows[:known])
    Name.objects.bulk_create(
        Name(person=row, text=person.stored[0], language="be")
        for person, row in zip(people[:known], rows, strict=False)
    )
    typed = [*chance.sample([*zip(people[:known], rows, strict=False)], pairs)]
    typed += zip(people[known:], rows[known:], strict=True)
    return [one(person, row, row in rows[:known], chance) for person, row in typed]


def one(person: unseen.Person, row: Person, is_known: bool, chance: random.Random) -> Labelled:
    asked = chance.choice([*unseen.spellings(person, chance)])
    year = int(row.birth.value)
    born = (date(year, 1, 1), date(year, 12, 31)) if chance.random() < 0.5 else None
    description = Description((WrittenName(asked.text),), born=born)
    return Labelled(description, asked.kind, row.pk if is_known else None)


def test_ST8_whoever_is_typed_is_among_the_first_five(capsys):  # noqa: N802
    every = labelled(KNOWN, PAIRS)
    shown = [[found.person_id for found in like(each.asked)] for each in every]
    meant = [(each, found) for each, found in zip(every, shown, strict=True) if each.meant]
    recall = sum(each.meant in found for each, found in meant) / len(meant)
    first = sum(found[:1] == [each.meant] for each, found in meant) / len(meant)
    alarms = [found for each, found in zip(every, shown, strict=True) if not each.meant]
    with capsys.disabled():
        sys.stdout.write(
            f"\nST8: {len(meant)} labelled pairs among {KNOWN} people: recall@5 {recall:.1%},"
            f" first place {first:.1%}; of {len(alarms)} who are not known"
            f" {sum(map(bool, alarms)) / len(alarms):.1%} are shown somebody,"
            f" {sum(map(len, alarms)) / len(alarms):.2f} people each\n"
        )
    assert recall >= 0.95
