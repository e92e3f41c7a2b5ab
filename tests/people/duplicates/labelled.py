"""Who is typed, whom it means, and how often that person is among those shown (ST8)."""

import random
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from people.duplicates.likely_pairs import find_similar_people
from people.models import Name, Person
from people.names import Description, WrittenName
from tests.factories.record import author
from tests.people.names import unseen


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


def recalled(known: int, pairs: int) -> dict[str, Any]:
    """Shares: of who is known, those who are shown, and shown first; of as many who are not,
    those for whom somebody is shown."""
    every = labelled(known, pairs)
    shown = [[found.person_id for found in find_similar_people(each.asked)] for each in every]
    meant = [(each, found) for each, found in zip(every, shown, strict=True) if each.meant]
    alarms = [found for each, found in zip(every, shown, strict=True) if not each.meant]
    return {
        "known": known,
        "pairs": len(meant),
        "recall": sum(each.meant in found for each, found in meant) / len(meant),
        "first": sum(found[:1] == [each.meant] for each, found in meant) / len(meant),
        "alarms": sum(map(bool, alarms)) / len(alarms),
    }
