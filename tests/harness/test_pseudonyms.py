"""L4: a pseudonym leads to nobody. No source of theirs is public, whatever it tells."""

from unittest import mock

import pytest

from people.persons.projections import PublishedPerson
from publishing.schema import build, words
from tests.harness.asking import ask
from tests.harness.connections import ask_public, passing, role
from tests.harness.crawl import LISTED
from tests.harness.nouns import TELLING
from tests.harness.worlds import PSEUDONYM, World

#: What shows a person and what each fact of theirs stands on.
ABOUT_PEOPLE = {*PublishedPerson.ordered_views.values(), "member", "release", "leg"}
ADDRESSES = (
    "/en/people/{0}/", "/api/v1/people/{0}/", "/api/v1/people/{0}/?fields=name,sources",
    "/api/v1/releases/?person={0}", "/api/v1/legs/?person={0}",
)  # fmt: skip


def rows_about(world: World, state: str) -> dict[str, str]:
    """The rows of each published view that name this person's id, as text."""
    key = str(world.get("person", state).row.pk)
    views = [name for (name,) in ask_public(LISTED)]
    texts = {name: ask_public(f'SELECT v::text FROM published."{name}" v') for name in views}
    return {name: str([row for (row,) in rows if key in row]) for name, rows in texts.items()}


def telling_views(world: World, state: str) -> set[str]:
    return {name for name, text in rows_about(world, state).items() if TELLING in text}


def test_L4_what_is_cited_of_a_pseudonym_is_in_no_view(world):  # noqa: N802
    assert telling_views(world, "published") >= ABOUT_PEOPLE
    assert PSEUDONYM in rows_about(world, "pseudonym")["person"]
    assert telling_views(world, "pseudonym") == set()


@pytest.mark.parametrize("address", ADDRESSES)
def test_L4_no_page_or_answer_about_a_pseudonym_leads_to_a_source(world, address):  # noqa: N802
    keys = [str(world.get("person", state).row.pk) for state in ("published", "pseudonym")]
    twin, answer = (ask(address.format(key)) for key in keys)
    assert (twin.status, answer.status) == (200, 200)
    assert TELLING in twin.text
    source = str(world.anchors.telling.pk)
    assert TELLING not in answer.text
    assert source not in answer.text


def test_L4_a_view_without_the_gate_is_found(world):  # noqa: N802
    """The negative control."""
    with passing(), mock.patch.object(words, "NAMED_ALONE", "{sql}"):
        with role("tracker_owner"):
            build.rebuild()
        assert telling_views(world, "pseudonym") == ABOUT_PEOPLE
