"""A3, L6: two worlds that differ only in what is hidden answer every question alike.

A pair is a world W, a change of some hidden cells or the loss of some hidden records, which makes
W′, and a few questions. The bytes, the status, the headers with the tag, and the number of queries
are compared; so is what each published view holds. Ids are the same in both worlds.

That a person who is not shown is *counted* is public, with what figures ask for (`COUNTED` in
hidden.py), and is left alone here: the ledger suppresses what is small, and is attacked by tests
of its own.

The run of every day makes 200 pairs; the long one: `PAIRS=50000 make test ARGS="-k test_A3"`.
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

from tests.harness.connections import ask_public, passing, past_every_guard, role, run
from tests.harness.crawl import LISTED
from tests.harness.hidden import Cell, cells, private_records, value
from tests.harness.requests import Request, requests
from tests.harness.worlds import World

PAIRS = int(os.environ.get("PAIRS", "200"))
PROFILE = settings(
    max_examples=PAIRS,
    deadline=None,
    database=None,
    derandomize=PAIRS <= 200,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # a failure names its question itself
)
#: The view that tells the time, and nothing of any record.
CLOCK = "settled"


@dataclass(frozen=True)
class Pair:
    written: list[tuple[Cell, object]]
    lost: list[tuple[str, str]]
    asked: list[Request]
    views: list[str]


@pytest.fixture(scope="module")
def pairs(world: World) -> st.SearchStrategy[Pair]:
    written = st.sampled_from(cells(world)).flatmap(
        lambda cell: st.tuples(st.just(cell), value(cell))
    )
    names = [name for (name,) in ask_public(LISTED)]
    lost = [(row._meta.db_table, str(row.pk)) for row in private_records(world)]
    return st.builds(
        Pair,
        st.lists(written, min_size=1, max_size=12),
        st.lists(st.sampled_from(lost), max_size=2),
        st.lists(requests(world), min_size=1, max_size=3),
        st.lists(st.sampled_from([name for name in names if name != CLOCK]), max_size=6),
    )


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


def leaks(sql_from: str, sql_to: str, view: str) -> Callable:
    @contextmanager
    def leak() -> Iterator[None]:
        with passing():
            with role("tracker_owner"):
                body = run("SELECT pg_get_viewdef(%s::regclass)", view)[0][0]
                assert sql_from in body
                run(f"CREATE OR REPLACE VIEW {view} AS {body.replace(sql_from, sql_to)}")
            yield

    return leak


@contextmanager
def a_header_that_counts() -> Iterator[None]:
    """A page that tells by a header how many notes there are of a kind."""

    def counted(response: HttpResponse) -> None:
        response["X-Count"] = str(run("SELECT count(*) FROM people_person WHERE sex = 'female'"))

    with mock.patch(
        "django.middleware.clickjacking.XFrameOptionsMiddleware.process_response",
        lambda self, request, response: counted(response) or response,
    ):
        yield


LEAKS = {
    "a day of staff work": leaks("o.published_at", "o.created_at", "published.organisation"),
    "an embargoed claim": leaks("c.visible_from IS NULL", "true", "releases_claimed"),
    "a private source": leaks("NOT s.is_private", "true", "sources_cited"),
    "a header": a_header_that_counts,
}


@pytest.mark.parametrize("leak", LEAKS.values(), ids=LEAKS)
def test_A3_a_seeded_leak_is_found(pairs, leak):  # noqa: N802
    asker = Asker()
    quick = settings(PROFILE, max_examples=2000, phases=[Phase.generate])
    with leak():
        try:
            found = find(pairs, lambda pair: bool(asker.differences(pair)), settings=quick)
        except NoSuchExample:
            pytest.fail("The leak was not found.")
    assert found
