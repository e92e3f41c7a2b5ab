"""A3, L6: two worlds that differ only in what is hidden answer every question alike.

A pair is a world W, a change of some hidden cells or the loss of some hidden records, which makes
W′, and a few questions. The bytes, the status, the headers with the tag, and the number of queries
are compared; so is what each published view holds. Ids are the same in both worlds.

The run of every day makes 250 pairs; the long one: `PAIRS=50000 make test ARGS="-k test_A3"`.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from unittest import mock

import pytest
from django.http import HttpResponse
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

from tests.harness.connections import (
    ask_public,
    forget_documents,
    passing,
    past_every_guard,
    role,
    run,
)
from tests.harness.crawl import LISTED
from tests.harness.hidden import Cell, cells, is_private, private_records, value
from tests.harness.requests import Request, requests
from tests.harness.worlds import World

PAIRS = int(os.environ.get("PAIRS", "250"))
PROFILE = settings(
    max_examples=PAIRS,
    database=None,
    derandomize=PAIRS <= 250,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # a failure names its question itself
)
#: The view that tells the time, and nothing of any record.
CLOCKS = {"edition", "settled"}


@dataclass(frozen=True)
class Pair:
    written: list[tuple[Cell, object]]
    lost: list[tuple[str, str]]
    asked: list[Request]
    views: list[str]


@pytest.fixture(scope="module")
def pairs(world: World) -> st.SearchStrategy[Pair]:
    names = [name for (name,) in ask_public(LISTED) if name not in CLOCKS]
    asked = st.lists(requests(world), min_size=1, max_size=3)
    return pairs_about(world, asked, st.lists(st.sampled_from(names), max_size=6))


def pairs_about(
    world: World, asked: st.SearchStrategy, views: st.SearchStrategy, table: str = ""
) -> st.SearchStrategy[Pair]:
    """A column first and then a row of it: no column waits behind a longer table.

    With `table` only what is written there: a leak of one column would be looked for longer with
    every column that any table has.
    """
    of_staff: dict[tuple, list[Cell]] = {}
    of_hidden_rows: dict[tuple, list[Cell]] = {}
    for cell in cells(world):
        if table and cell.model._meta.db_table != table:
            continue
        kind = of_staff if is_private((cell.model._meta.db_table, cell.column)) else of_hidden_rows
        kind.setdefault((cell.model, cell.column), []).append(cell)
    kinds = [st.sampled_from(list(kind.values())) for kind in (of_staff, of_hidden_rows) if kind]
    cell = st.one_of(kinds).flatmap(st.sampled_from)
    written = cell.flatmap(lambda cell: st.tuples(st.just(cell), value(cell)))
    lost = [(row._meta.db_table, str(row.pk)) for row in private_records(world)]
    lost_ones = st.lists(st.sampled_from(lost), max_size=2)
    return st.builds(Pair, st.lists(written, min_size=1, max_size=12), lost_ones, asked, views)


class Asker:
    """Compares the worlds; what W itself answers is asked once."""

    def __init__(self) -> None:
        self.first: dict[object, object] = {}

    def differences(self, pair: Pair) -> list[object]:
        """The questions of the pair by whose answers its two worlds can be told apart."""
        for question in (*pair.asked, *pair.views):
            if question not in self.first:
                self.first[question] = said(question)
        with passing():
            change(pair)
            return [q for q in (*pair.asked, *pair.views) if said(q) != self.first[q]]


def said(question: Request | str) -> object:
    if isinstance(question, str):
        return sorted(ask_public(f'SELECT v::text FROM published."{question}" v'))
    fresh = question.answer()
    again = question.answer(fresh.headers["ETag"]) if "ETag" in fresh.headers else fresh
    return fresh.said, again.said


def change(pair: Pair) -> None:
    for cell, content in pair.written:
        cell.write(content)
    with past_every_guard():
        for table, key in pair.lost:
            run(f"DELETE FROM {table} WHERE id = %s", key)


def test_A3_hidden_data_interferes_with_no_answer(pairs):  # noqa: N802
    asker = Asker()

    @PROFILE
    @given(pair=pairs)
    def property_(pair: Pair) -> None:
        assert asker.differences(pair) == []

    property_()


def test_A3_every_hidden_cell_can_be_changed(world):  # noqa: N802
    """Else a refused change would be compared with itself."""
    every = cells(world)
    assert len(every) > 1000
    assert len({(cell.model, cell.column) for cell in every}) > 100


# --- The negative controls: each leak is found within a few pairs


def leaks(view: str, sql_from: str, sql_to: str) -> Callable:
    @contextmanager
    def leak() -> Iterator[None]:
        with passing():
            with role("tracker_owner"):
                body = run("SELECT pg_get_viewdef(%s::regclass)", view)[0][0]
                assert sql_from in body
                run(f"CREATE OR REPLACE VIEW {view} AS {body.replace(sql_from, sql_to)}")
            forget_documents()
            yield

    return leak


@contextmanager
def a_header_of_everything() -> Iterator[None]:
    """Every answer carries a tag of what staff know of people, as a hasty cache would."""

    def tagged(response: HttpResponse) -> None:
        rows = run("SELECT md5(string_agg(p::text, '' ORDER BY id)) FROM people_person p")
        response["X-Version"] = str(rows)

    with mock.patch(
        "django.middleware.clickjacking.XFrameOptionsMiddleware.process_response",
        lambda self, request, response: tagged(response) or response,
    ):
        yield


A_CODE = leaks("live_claim", "c.reading", "c.code::varchar(300) AS reading")
#: That a draft were shown takes more than a condition: no document is kept of one.
AN_EMBARGO = leaks("releases_claimed", "(c.visible_from <= now())", "true")
A_PRIVATE_ONE = leaks("sources_cited", "NOT s.is_private", "true")

#: Each leak with the table of what leaks and the view that it is in, or None where it is in every
#: answer.
LEAKS = {
    "a code of the staff": (A_CODE, "releases_claim", "claim"),
    "a claim before its embargo ends": (AN_EMBARGO, "releases_claim", "claim"),
    "a private source": (A_PRIVATE_ONE, "sources_source", "source"),
    "a header": (a_header_of_everything, "people_person", None),
}


@pytest.mark.parametrize(("leak", "table", "view"), LEAKS.values(), ids=LEAKS)
def test_A3_a_seeded_leak_is_found(world, leak, table, view):  # noqa: N802
    asker, asked = Asker(), [] if view else [Request("/healthz")]
    pairs = pairs_about(world, st.just(asked), st.just([view] if view else []), table)
    quick = settings(PROFILE, max_examples=2000)
    with leak():
        try:
            assert find(pairs, lambda pair: bool(asker.differences(pair)), settings=quick)
        except NoSuchExample:
            pytest.fail("The leak was not found.")
