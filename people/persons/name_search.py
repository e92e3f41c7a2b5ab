"""Public names by the words that a visitor typed, in any script and spelling."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import reduce
from operator import add, and_, or_
from typing import NamedTuple
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Q, QuerySet, Value
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan, GreaterThanOrEqual

from people.names import Description, WrittenName, compare_descriptions
from people.persons.name_keys import AskedWord, ask_words, most_telling_word
from people.persons.projections import PublishedName
from publishing.public_reads import id_in

#: More rows than this are not ranked: the words are so common that none is likelier than another.
MOST_ROWS = 200
#: Misspelt names that are offered at most. A sound shorter than this is that of too many words.
MOST_NEAR, SHORTEST_SOUND = 50, 5
#: What pg_trgm takes for alike, unless it is told otherwise.
ALIKE = 0.6
COLUMNS = ("person_id", "text", "given", "family", "language")


class FoundNames(NamedTuple):
    """The people found, each with the names that fit; where they `are_common`, some of those whom
    the condition `fits`."""

    people: dict[UUID, list[WrittenName]]
    are_common: bool
    fits: Q

    def filter_people(self, people: QuerySet) -> QuerySet:
        """Those of the people who were found, all of them."""
        if self.are_common:
            names = PublishedName.objects.filter(self.fits)
            return people.filter(id_in(ArraySubquery(names.values("person_id"))))
        return people.filter(id_in(self.people.keys()))

    def rank_by_likeness(self, text: str) -> list[UUID]:
        """Those found, best first. It is for reading, and decides nothing."""
        if self.are_common:
            return sorted(self.people)
        asked = Description((WrittenName(text),))
        scores = {
            key: compare_descriptions(asked, Description(tuple(names))).score
            for key, names in self.people.items()
        }
        return sorted(scores, key=lambda key: (-scores[key], key))


def search_names(text: str) -> FoundNames:
    """The people of whom one public name has every word of `text`.

    Where nobody has, those whose words begin so. Else those whose words sound so or are one slip of
    the hand away. Else the nearest by their letters. Each step is asked only where the one before
    found nobody, because it costs more. No word finds nobody.
    """
    for fits in (_match_words(text), match_beginnings(text), match_near_words(text)):
        rows = list(PublishedName.objects.filter(fits).values_list(*COLUMNS)[: MOST_ROWS + 1])
        if rows:
            return FoundNames(_group_by_person(rows), len(rows) > MOST_ROWS, fits)
    nearest = find_by_letters(text, PublishedName.objects.all())
    return FoundNames(_group_by_person(nearest.values_list(*COLUMNS)), False, Q())


def _match_words(text: str) -> Q:
    return _match_each(ask_words(WrittenName(text)), lambda word: word.same)


def match_near_words(text: str) -> Q:
    """The condition that a name has every word of `text` as it is, as it sounds or misspelt."""
    return _match_each(ask_words(WrittenName(text)), _near_keys)


def _near_keys(word: AskedWord) -> tuple[str, ...]:
    sounds = (each for each in word.sounds if len(each) >= SHORTEST_SOUND)
    return (*word.same, *word.slips, *sounds)


def _match_each(asked: list[AskedWord], keys: Callable[[AskedWord], tuple[str, ...]]) -> Q:
    conditions = (Q(keys__overlap=[*keys(word)]) for word in asked)
    return reduce(and_, conditions) if asked else Q(pk__in=[])


def _group_by_person(rows: Iterable[tuple]) -> dict[UUID, list[WrittenName]]:
    people: dict[UUID, list[WrittenName]] = defaultdict(list)
    for person, *columns in sorted(set(rows)):
        people[person].append(WrittenName(*columns))
    return people


def match_beginnings(text: str) -> Q:
    """The condition that a name has every word of `text`, or such a beginning.

    Only the word that says most reads an index. A given name that every tenth person bears would
    have a tenth of all rows read.
    """
    asked = ask_words(WrittenName(text))
    if not asked:
        return Q(pk__in=[])
    most = most_telling_word(asked)
    begins = (Q(keys_folded__contains=f" {folded}") for folded in most.folded)
    others = (_match_beginning(word) for word in asked if word is not most)
    return reduce(and_, others, reduce(or_, begins, Q(keys__overlap=[*most.same])))


def _match_beginning(word: AskedWord) -> Q:
    begins = (StrIndex("keys_folded", Value(f" {folded}")) for folded in word.folded)
    return reduce(or_, (Q(GreaterThan(at, 0)) for at in begins), Q(keys__overlap=[*word.same]))


def find_by_letters(text: str, names: QuerySet) -> QuerySet:
    """Of the names those that have words spelt nearly so, the nearest first.

    An initial has no spelling that is nearly right. One word reads an index, as above.
    """
    spelt = [word for word in ask_words(WrittenName(text)) if word.sounds]
    if not spelt:
        return names.none()
    most = most_telling_word(spelt)
    letters = (Q(keys_folded__trigram_word_similar=folded) for folded in most.folded)
    others = (_is_alike(word) for word in spelt if word is not most)
    likeness = reduce(add, (_word_likeness(word.folded[0]) for word in spelt))
    alike = reduce(and_, others, reduce(or_, letters))
    return names.filter(alike).order_by(likeness.desc(), "id")[:MOST_NEAR]


def _is_alike(word: AskedWord) -> Q:
    letters = (Q(GreaterThanOrEqual(_word_likeness(folded), ALIKE)) for folded in word.folded)
    return reduce(or_, letters, Q(keys__overlap=[*_near_keys(word)]))


def _word_likeness(folded: str) -> TrigramWordSimilarity:
    return TrigramWordSimilarity(folded, "keys_folded")
