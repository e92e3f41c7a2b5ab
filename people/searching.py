"""Public names by the words that a visitor typed, in any script and spelling."""

from collections import defaultdict
from collections.abc import Iterable
from functools import reduce
from operator import add, and_, or_
from typing import NamedTuple
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Q, QuerySet, Value
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan, GreaterThanOrEqual

from people.keying import AskedWord, telling, words
from people.names import Description, WrittenName, compare
from people.projections import PublishedName
from publishing.reading import is_any

#: More rows than this are not ranked: the words are so common that none is likelier than another.
MOST_ROWS = 120
#: Misspelt names that are offered at most. A sound shorter than this is that of too many words.
MOST_NEAR, SHORTEST_SOUND = 50, 4
#: What pg_trgm takes for alike, unless it is told otherwise.
NEAR = 0.6
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
    """The condition that a name has every word of `text`, or such a beginning.

    Of the words one alone reads an index, the one that says most: a given name that every tenth
    person bears would have a tenth of all rows read.
    """
    asked = words(WrittenName(text))
    if not asked:
        return Q(pk__in=[])
    most = telling(asked)
    begins = (Q(keys_folded__contains=f" {folded}") for folded in most.folded)
    others = (_has(word) for word in asked if word is not most)
    return reduce(and_, others, reduce(or_, begins, Q(keys__overlap=[*most.same])))


def _has(word: AskedWord) -> Q:
    begins = (StrIndex("keys_folded", Value(f" {folded}")) for folded in word.folded)
    return reduce(or_, (Q(GreaterThan(at, 0)) for at in begins), Q(keys__overlap=[*word.same]))


def nearly(text: str, names: QuerySet) -> QuerySet:
    """Of the names those that are spelt nearly so, the nearest by their letters.

    An initial has no spelling that is nearly right. One word reads an index, as above.
    """
    near = [word for word in words(WrittenName(text)) if word.sounds]
    if not near:
        return names.none()
    most = telling(near)
    letters = (Q(keys_folded__trigram_word_similar=folded) for folded in most.folded)
    others = (_is_near(word) for word in near if word is not most)
    alike = reduce(and_, others, reduce(or_, letters, Q(keys__overlap=_sounds(most))))
    likeness = reduce(add, (_likeness(word.folded[0]) for word in near))
    return names.filter(alike).order_by(likeness.desc(), "id")[:MOST_NEAR]


def _is_near(word: AskedWord) -> Q:
    letters = (Q(GreaterThanOrEqual(_likeness(folded), NEAR)) for folded in word.folded)
    return reduce(or_, letters, Q(keys__overlap=[*word.same, *_sounds(word)]))


def _likeness(folded: str) -> TrigramWordSimilarity:
    return TrigramWordSimilarity(folded, "keys_folded")


def _sounds(word: AskedWord) -> list[str]:
    return [each for each in word.sounds if len(each) >= SHORTEST_SOUND]
