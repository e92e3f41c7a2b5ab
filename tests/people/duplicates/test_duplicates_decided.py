"""M3: whatever is written and decided in whatever order, no decided pair is ever asked again."""

import os
from contextlib import suppress
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from people.duplicates.likely_pairs import compare_changed, find_similar_people, pairs_to_decide
from people.duplicates.merging.actions import merge_people, undo_merge
from people.duplicates.merging.decisions import say_not_the_same
from people.models import Merge, Name, NotTheSame, Person
from people.persons.candidates import STAFF, describe_people
from publishing.actions import Refused
from tests.factories import NameFactory, PersonFactory
from tests.factories.record import author

#: `WORLDS=1000` tries as many.
WORLDS = int(os.environ.get("WORLDS", "20"))
SPELLINGS = ("Сінтэтык Прыкладаў", "Sintetyk Prykladau", "Синтетик Прикладов", "Зусім Іншы")
MOST = 4
person = st.integers(0, MOST - 1)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("write"), person, st.sampled_from(SPELLINGS)),
        st.tuples(st.just("forget"), person),
        st.tuples(st.just("decide"), person, person),
        st.tuples(st.just("merge"), person, person),
        st.tuples(st.just("undo")),
        st.tuples(st.just("read")),
    ),
    min_size=4,
    max_size=14,
)


class World:
    def __init__(self) -> None:
        self.people = [PersonFactory() for _ in range(MOST)]
        for person, text in zip(self.people, SPELLINGS, strict=True):
            NameFactory(person=person, text=text, language="")

    def write(self, who: int, text: str) -> None:
        if self.living(who):
            Name.objects.get_or_create(person=self.people[who], text=text, language="")

    def forget(self, who: int) -> None:
        if self.living(who):
            Name.objects.filter(person=self.people[who]).delete()

    def decide(self, one: int, other: int) -> None:
        if pair := self.living(one, other):
            with suppress(Refused):
                say_not_the_same(*pair, by=author(), reason="two towns")

    def merge(self, one: int, other: int) -> None:
        if pair := self.living(one, other):
            with suppress(Refused):
                merge_people(*pair, by=author(), reason="the same sentence")

    def undo(self) -> None:
        for merged in Merge.objects.filter(undone_at=None).order_by("-decided_at")[:1]:
            undo_merge(merged, by=author(), reason="two towns after all")

    def read(self) -> None:
        compare_changed()

    def living(self, *who: int) -> list[Person]:
        """These people as they are now; none where one of them is merged, or two are one."""
        found = [Person.objects.get(pk=self.people[each].pk) for each in who]
        are_two = len({*who}) == len(who)
        return found if are_two and not any(each.merged_into_id for each in found) else []

    def decided(self) -> set[frozenset]:
        into = {row.pk: row.merged_into_id or row.pk for row in Person.objects.all()}
        rows = NotTheSame.objects.standing().values_list("first", "second")
        return {frozenset((into[first], into[second])) for first, second in rows}

    def suggested(self) -> set[frozenset]:
        compare_changed()
        pairs = {frozenset(pair) for pair in pairs_to_decide().values_list("first", "second")}
        known = describe_people({each.pk for each in self.people}, STAFF)
        for each in self.people:
            found = find_similar_people(known[each.pk], but=each) if each.pk in known else []
            pairs |= {frozenset((each.pk, other.person_id)) for other in found}
        return pairs


class M3(TestCase):
    @settings(max_examples=WORLDS, suppress_health_check=[HealthCheck.too_slow])
    @given(steps)
    def test_M3_no_decided_pair_is_ever_suggested(self, steps: list[tuple]) -> None:  # noqa: N802
        world = World()
        for act, *arguments in steps:
            getattr(world, act)(*arguments)
        assert world.suggested() & world.decided() == set()

    def test_an_undecided_pair_is_suggested(self) -> None:
        world = World()
        names = {frozenset(pair) for pair in combinations([p.pk for p in world.people[:3]], 2)}
        assert world.suggested() == names


pytestmark = pytest.mark.django_db
