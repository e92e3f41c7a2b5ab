"""Who of the people known may be meant: found by keys in a few statements, compared in Python.

A key that very many people share says nothing by itself, and is not followed. “Aliaksandr” alone
leads nowhere, with a surname it does. So the cost does not grow with how common a name is. What the
public finds does not depend on rows that the public may not see.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connections

from people.names import Comparison, Description, Span, WrittenName, compare_descriptions
from people.persons import name_keys

#: The most rows that may share a word before it says nothing, and that may share two.
MOST_OF_ONE, MOST_OF_TWO = 100, 400
#: People who are compared with each description.
MOST_COMPARED = 24
#: Names of one description that are asked for; the others are compared all the same.
MOST_NAMES = 6
#: Questions of one statement, so that none takes as long as the database lets a statement run.
MOST_AT_ONCE = 100


class Among(NamedTuple):
    """Where to look: the names of `table`, through the door `using`.

    `knows_lives`: whether births, deaths and custodies may be compared besides names.
    """

    table: str
    using: str
    knows_lives: bool


STAFF = Among("people_searched", "default", knows_lives=True)
PUBLIC = Among('published"."name_search', "public", knows_lives=False)


class Candidate(NamedTuple):
    """A person who may be meant: the names known of them, and how well they agree."""

    person_id: UUID
    comparison: Comparison
    names: tuple[WrittenName, ...]


def find_candidates(
    asked: Sequence[Description], *, among: Among, limit: int = 5
) -> list[list[Candidate]]:
    """For each description the people who may be meant, the likeliest first; at most `limit`.

    It decides nothing. Nobody is left out for a conflict: that is a reason to be read.
    """
    found = _find_people(asked, among)
    known = describe_people({person for people in found for person in people}, among)
    return [
        _rank_people(
            description, [(person, known[person]) for person in people if person in known]
        )[:limit]
        for description, people in zip(asked, found, strict=True)
    ]


def _rank_people(asked: Description, people: Iterable[tuple[UUID, Description]]) -> list[Candidate]:
    compared = [
        Candidate(key, compare_descriptions(asked, known), known.names) for key, known in people
    ]
    likely = [each for each in compared if each.comparison.score > 0]
    return sorted(likely, key=lambda each: (-each.comparison.score, each.person_id))


class KeyQuestion(NamedTuple):
    """Names that have one of the keys `one` and one of `other`; `weight`: how much that says.

    Where more than `most` rows answer it, it counts as not asked.
    """

    number: int
    weight: int
    most: int
    one: tuple[str, ...]
    other: tuple[str, ...]


def _build_questions(number: int, name: WrittenName) -> Iterator[KeyQuestion]:
    if whole := name_keys.ask_whole_name(name):
        yield KeyQuestion(number, 8, MOST_OF_TWO, whole, whole)
    words = name_keys.ask_words(name)
    for one, other in combinations(words, 2):
        yield KeyQuestion(number, 4, MOST_OF_TWO, one.same, other.same)
        yield KeyQuestion(number, 2, MOST_OF_TWO, _near_keys(one), _near_keys(other))
    for word in words:
        if word.full:
            alone = word.full if len(words) > 1 else _near_keys(word)
            yield KeyQuestion(number, 1, MOST_OF_ONE, alone, alone)


def _near_keys(word: name_keys.AskedWord) -> tuple[str, ...]:
    return (*word.same, *word.sounds, *word.slips)


def _find_people(asked: Sequence[Description], among: Among) -> list[list[UUID]]:
    """The people to compare with each description, those that most speaks for first."""
    names = [
        (number, form)
        for number, description in enumerate(asked)
        for form in description.names[:MOST_NAMES]
    ]
    questions = dict.fromkeys(each for name in names for each in _build_questions(*name))
    weights: list[dict[UUID, int]] = [defaultdict(int) for _ in asked]
    for number, weight, person in _run_questions(questions, among):
        weights[number][person] += weight
    return [sorted(of, key=lambda person: (-of[person], person))[:MOST_COMPARED] for of in weights]


BY_KEYS = """
SELECT DISTINCT asked.number, asked.weight, hit.person_id
FROM unnest(%s::int[], %s::int[], %s::int[], %s::text[], %s::text[])
    AS asked(number, weight, most, one, other)
CROSS JOIN LATERAL (
    SELECT person_id, count(*) OVER () AS rows FROM (
        SELECT person_id FROM "{table}" n
        WHERE n.keys && string_to_array(asked.one, E'\\t')
          AND n.keys && string_to_array(asked.other, E'\\t')
        LIMIT asked.most + 1
    ) n
) hit
WHERE hit.rows <= asked.most
"""


def _run_questions(
    questions: Iterable[KeyQuestion], among: Among
) -> Iterator[tuple[int, int, UUID]]:
    """Number, weight and person; nobody of a question that too many answer."""
    rows = [(*each[:3], "\t".join(each.one), "\t".join(each.other)) for each in questions]
    for begun in range(0, len(rows), MOST_AT_ONCE):
        columns = [list(column) for column in zip(*rows[begun : begun + MOST_AT_ONCE], strict=True)]
        yield from _run_query(among, BY_KEYS.format(table=among.table), columns)


NAMES = 'SELECT person_id, text, given, family, language FROM "{table}" WHERE person_id = ANY(%s)'
BORN = """
SELECT id, birth_earliest, birth_latest, birth IS NOT NULL, died_earliest, died_latest,
    died IS NOT NULL
FROM people_person WHERE id = ANY(%s)
"""
HELD = """
SELECT person_id, started_earliest, ended_latest FROM people_custody WHERE person_id = ANY(%s)
"""


def describe_people(people: set[UUID], among: Among) -> dict[UUID, Description]:
    """What is known of each of these people, of those whom one may look for."""
    return dict(_read_descriptions(people, among))


def _read_descriptions(people: set[UUID], among: Among) -> Iterator[tuple[UUID, Description]]:
    """The descriptions of people, each with all its names in the order of their texts."""
    ids = [sorted(people)]
    names: dict[UUID, list[WrittenName]] = defaultdict(list)
    for person, *columns in _run_query(among, NAMES.format(table=among.table), ids):
        names[person].append(WrittenName(*columns))
    lives = _read_lives(ids, among) if among.knows_lives else {}
    for person, forms in names.items():
        born, died, held = lives.get(person, (None, None, ()))
        yield person, Description(tuple(sorted(forms)), born, died, held)


Life = tuple[Span | None, Span | None, tuple[Span, ...]]


def _read_lives(ids: list[list[UUID]], among: Among) -> dict[UUID, Life]:
    held: dict[UUID, list[Span]] = defaultdict(list)
    for person, start, end in _run_query(among, HELD, ids):
        held[person].append((start, end))
    return {
        person: (
            _span_if_known(born, (born_first, born_last)),
            _span_if_known(died, (died_first, died_last)),
            tuple(held[person]),
        )
        for person, born_first, born_last, born, died_first, died_last, died in _run_query(
            among, BORN, ids
        )
    }


def _span_if_known(is_known: bool, span: tuple[date | None, date | None]) -> Span | None:
    return span if is_known else None


def _run_query(among: Among, sql: str, parameters: list[Any]) -> Iterator[Any]:
    with connections[among.using].cursor() as cursor:
        cursor.execute(sql, parameters)
        return iter(cursor.fetchall())
