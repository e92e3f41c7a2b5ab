"""Likely duplicates: pairs of people who may have been entered twice, for staff to decide.

The pairs are a table, because a page cannot compare everybody to find the likeliest pairs. A
trigger marks every person who changes. The next reader of the pairs compares the marked first. So
the pairs are right after every write, and a reader pays only for the changes since the last one.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from uuid import UUID

from django.db import connection, models, transaction
from django.db.models import Exists, OuterRef, Q

from people.duplicates.models import LikelyDuplicate, NotTheSame, Uncompared
from people.names import Comparison, Description, compare_descriptions
from people.persons.candidates import STAFF, Candidate, describe_people, find_candidates
from people.persons.models import Person

#: People shown beside a form, and others with whom one person is paired.
SHOWN, PAIRED = 5, 12
#: From where a possible match is worth asking about: a slip of the hand, and not a mere initial.
LIKELY = 0.8
#: People compared by one statement, and by one reading of the pairs.
AT_ONCE, BY_A_READER = 25, 25
#: One process at a time compares: two would each miss what the other writes.
COMPARING = 20200102


def is_likely(comparison: Comparison) -> bool:
    return comparison.is_match or (comparison.is_possible and comparison.score >= LIKELY)


def find_similar_people(asked: Description, *, but: Person | None = None) -> list[Candidate]:
    """The people who may be the one described, the likeliest first.

    `but`: the person described, where there is one. A person of whom staff decided that they are
    somebody else is no answer.
    """
    if not asked.names:
        return []
    (found,) = find_candidates([asked], among=STAFF, limit=SHOWN + PAIRED)
    others = {but.pk, *find_decided_against(but.pk)} if but else set()
    likely = (each for each in found if is_likely(each.comparison) and each.person_id not in others)
    return list(islice(likely, SHOWN))


def find_decided_against(person: UUID) -> set[UUID]:
    """The people of whom staff decided that they are somebody else than this person."""
    pairs = (
        NotTheSame.objects.standing()
        .of_who_stayed()
        .filter(Q(one=person) | Q(other=person))
        .values_list("one", "other")
    )
    return {key for pair in pairs for key in pair} - {person}


#: The condition of a pair that waits: both are there, and nobody said that they are two people.
UNDECIDED = Q(first__merged_into__isnull=True, second__merged_into__isnull=True) & ~Exists(
    NotTheSame.objects.standing()
    .of_who_stayed()
    .filter(one=OuterRef("first"), other=OuterRef("second"))
)


def pairs_to_decide() -> models.QuerySet[LikelyDuplicate]:
    """The pairs to decide, as of the last `compare_changed`."""
    return LikelyDuplicate.objects.filter(UNDECIDED)


def count_uncompared() -> int:
    """How many people changed since they were last compared."""
    return Uncompared.objects.count()


def compare_pairs(pairs: Iterable[LikelyDuplicate]) -> Iterator[tuple[LikelyDuplicate, Comparison]]:
    """Each pair with its comparison as of now."""
    pairs = list(pairs)
    known = describe_people(
        {key for pair in pairs for key in (pair.first_id, pair.second_id)}, STAFF
    )
    for pair in pairs:
        if pair.first_id in known and pair.second_id in known:
            yield pair, compare_descriptions(known[pair.first_id], known[pair.second_id])


def compare_changed(at_most: int = BY_A_READER) -> int:
    """Compare people who changed with everybody; gives how many of them it compared."""
    done = 0
    while done < at_most:
        taken = _compare_some(min(AT_ONCE, at_most - done))
        done += taken
        if not taken:
            break
    return done


def _compare_some(at_most: int) -> int:
    """In one transaction; a change that is not committed yet keeps its mark and comes next time."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [COMPARING])
            if not cursor.fetchone()[0]:
                return 0
        marks = Uncompared.objects.select_for_update(skip_locked=True).order_by("person_id")
        people = [mark.person_id for mark in marks[:at_most]]
        Uncompared.objects.filter(person_id__in=people).delete()
        LikelyDuplicate.objects.filter(Q(first__in=people) | Q(second__in=people)).delete()
        LikelyDuplicate.objects.bulk_create(_find_pairs(people), ignore_conflicts=True)
        return len(people)


def _find_pairs(people: list[UUID]) -> Iterator[LikelyDuplicate]:
    known = describe_people(set(people), STAFF)
    found = find_candidates(list(known.values()), among=STAFF, limit=PAIRED)
    for person, likely in zip(known, found, strict=True):
        for each in likely:
            if is_likely(each.comparison) and each.person_id != person:
                first, second = sorted((person, each.person_id))
                score = each.comparison.score
                yield LikelyDuplicate(first_id=first, second_id=second, score=score)
