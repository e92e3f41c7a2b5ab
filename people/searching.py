"""Public names by the words that a visitor typed, in any script and spelling."""

from collections import defaultdict
from collections.abc import Iterable
from functools import reduce
from operator import add, and_, or_
from typing import NamedTuple
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Q, QuerySet

from people.keying import AskedWord, words
from people.names import Description, WrittenName, compare
from people.projections import PublishedName
from publishing.reading import is_any

#: More rows than this are not ranked: the words are so common that none is likelier than another.
MOST_ROWS = 400
#: Misspelt names that are offered at most. A sound shorter than this is that of too many words.
MOST_NEAR, SHORTEST_SOUND = 50, 4
#: Parts of all people in which the first of very many are looked for.
SHARES = (64, 8, 1)
COLUMNS = ("person_id", "text", "given", "family", "language")


class Found(NamedTuple):
    """The people found, each with the names that fit; where they are too many, `fits` alone."""

    people: dict[UUID, list[WrittenName]]
    is_common: bool
    fits: Q

    def among(self, people: QuerySet) -> QuerySet:
        """Those of the people who were found, all of them."""
        if self.is_common:
            names = PublishedName.objects.filter(self.fits)
            return people.filter(is_any(ArraySubquery(names.values("person_id"))))
        return people.filter(is_any(self.people.keys()))

    def likeliest(self, text: str, most: int) -> list[UUID]:
        """The first of those found, best first. It is for reading, and decides nothing."""
        if self.is_common:
            return self._first(most)
        asked = Description((WrittenName(text),))
        scores = {
            key: compare(asked, Description(tuple(names))).score
            for key, names in self.people.items()
        }
        return sorted(scores, key=lambda key: (-scores[key], key))[:most]

    def _first(self, most: int) -> list[UUID]:
        """The first by their ids, which are random: a small share of all of them has enough."""
        names = PublishedName.objects.filter(self.fits).values_list("person_id", flat=True)
        found: set[UUID] = set()
        for share in SHARES:
            found = set(names.filter(person_id__lte=UUID(int=(2**128 - 1) // share)))
            if len(found) >= most:
                break
        return sorted(found)[:most]


def search(text: str) -> Found:
    """The people of whom one public name has every word of `text`.

    Where nobody has, those who have words that begin so; else those whose name is spelt nearly
    so. Each is asked only then: a beginning costs more than a word. Nobody where there is no word.
    """
    for fits in (_having(text), fitting(text)):
        rows = list(PublishedName.objects.filter(fits).values_list(*COLUMNS)[: MOST_ROWS + 1])
        if rows:
            return Found(_by_person(rows), len(rows) > MOST_ROWS, fits)
    near = nearly(text, PublishedName.objects.all())
    return Found(_by_person(near.values_list(*COLUMNS)), False, Q())


def _having(text: str) -> Q:
    asked = words(WrittenName(text))
    conditions = (Q(keys__overlap=[*word.same]) for word in asked)
    return reduce(and_, conditions) if asked else Q(pk__in=[])


def _by_person(rows: Iterable[tuple]) -> dict[UUID, list[WrittenName]]:
    people: dict[UUID, list[WrittenName]] = defaultdict(list)
    for person, *columns in sorted(set(rows)):
        people[person].append(WrittenName(*columns))
    return people


def fitting(text: str) -> Q:
    """The condition that a name has every word of `text`, or such a beginning."""
    asked = words(WrittenName(text))
    return reduce(and_, map(_fits, asked)) if asked else Q(pk__in=[])


def _fits(word: AskedWord) -> Q:
    begins = (Q(keys_folded__contains=f" {folded}") for folded in word.folded)
    return reduce(or_, begins, Q(keys__overlap=[*word.same]))


def nearly(text: str, names: QuerySet) -> QuerySet:
    """Of the names those that are spelt nearly so, the nearest by their letters.

    An initial has no spelling that is nearly right.
    """
    near = [word for word in words(WrittenName(text)) if word.sounds]
    if not near:
        return names.none()
    likeness = reduce(add, (TrigramWordSimilarity(word.folded[0], "keys_folded") for word in near))
    return names.filter(reduce(and_, map(_is_near, near))).order_by(likeness.desc(), "id")[
        :MOST_NEAR
    ]


def _is_near(word: AskedWord) -> Q:
    letters = reduce(or_, (Q(keys_folded__trigram_word_similar=each) for each in word.folded))
    sounds = [each for each in word.sounds if len(each) >= SHORTEST_SOUND]
    return letters | Q(keys__overlap=sounds) if sounds else letters
