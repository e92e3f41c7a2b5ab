"""What follows from published cells as a system of equations."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from releases.ledger.disclosure import choose_publishable
from tests.releases.ledger.solver import follows

SIZES = st.lists(st.sampled_from([1, 2, 3, 5, 8, 9, 20]), min_size=2, max_size=5)
CELLS = st.lists(st.frozensets(st.integers(0, 4), min_size=1), min_size=1, max_size=6)


def small_sets_that_follow(cells: list[frozenset[int]], people: list[int]) -> list[set[int]]:
    groups = range(len(people))
    sets = [set(each) for size in groups for each in combinations(groups, size + 1)]
    small = [each for each in sets if sum(people[n] for n in each) < 8]
    return [each for each in small if follows(each, cells, len(people))]


@settings(deadline=None)
@given(SIZES, CELLS)
def test_no_set_of_groups_under_eight_follows_however_cells_overlap(
    people: list[int], cells: list[frozenset[int]]
) -> None:
    cells = [frozenset(n for n in cell if n < len(people)) for cell in cells]
    names = choose_publishable(list(enumerate(cells)), people)
    assert small_sets_that_follow([cells[n] for n in sorted(names)], people) == []


def test_three_overlapping_cells_that_give_away_what_two_share_are_not_all_published() -> None:
    people, cells = [20, 3, 20], [frozenset({0, 1}), frozenset({1, 2}), frozenset({0, 2})]
    assert small_sets_that_follow(cells, people) == [{1}]
    assert choose_publishable(list(enumerate(cells)), people) == {0, 1}


def test_the_first_cells_come_first() -> None:
    cells = [("part", frozenset({0})), ("whole", frozenset({0, 1}))]
    assert choose_publishable(cells, [20, 3]) == {"part"}
    assert choose_publishable(cells[::-1], [20, 3]) == {"whole"}


def test_too_many_small_sets_to_look_at_are_refused() -> None:
    cells = [(n, frozenset({n, 99})) for n in range(40)]
    assert len(choose_publishable(cells, [1] * 99 + [20])) < 40
