"""A17, L5: a record in one state gets one decision on every surface, from one table.

Every word that is missing somewhere is looked for beside its visible twin, on the same surface
and in the same crawl. The transaction's clock stands still, so a boundary moves and not the clock.
"""

from collections import defaultdict
from dataclasses import replace
from unittest import mock

import pytest

from publishing.projections import Change
from publishing.schema import build, words
from tests.harness.asking import ask
from tests.harness.connections import forget_documents, passing, role, run
from tests.harness.crawl import ROUTES, pages, views
from tests.harness.nouns import NOUNS
from tests.harness.routes import public_routes
from tests.harness.worlds import STATES, TABLE, World, set_columns
from tests.tracker.api.nouns import NOUNS as API_NOUNS

DETAILS = {
    route.template: route for route in public_routes() if "of" in ROUTES.get(route.template, {})
}


@pytest.fixture(scope="module")
def surfaces(world: World) -> dict[str, str]:
    return read_surfaces(world)


def read_surfaces(world: World) -> dict[str, str]:
    """The text of every surface, by the name that the table gives it."""
    texts = defaultdict(str, {f"view {name}": text for name, text in views().items()})
    for route, answer in pages(world):
        # An address may be repeated in its own answer, and says nothing.
        words = answer.address.strip("/").split("/")
        text = answer.text.replace(words[-1], "") if route.blanks else answer.text
        texts[f"route {route.template}"] += text
        assert answer.status != 500, answer.address
    return texts


def expected() -> dict[str, list[str]]:
    """The nouns that each surface shows."""
    shows = {f"view {name}": nouns for name, nouns in TABLE["views"].items()}
    return shows | {f"route {name}": (rule or {}).get("shows", []) for name, rule in ROUTES.items()}


def test_every_route_and_every_view_is_in_the_table(surfaces):
    asked = {f"route {route.template}" for route in public_routes()}
    assert asked | surfaces.keys() == expected().keys()


def test_what_is_shown_is_shown_wherever_its_noun_is(world, surfaces):
    missing = [
        (surface, one.word)
        for surface, nouns in expected().items()
        for noun in nouns
        for one in world.of(noun)
        if one.is_shown and one.word not in surfaces[surface]
    ]
    assert missing == []


def test_what_is_hidden_is_on_no_surface(world, surfaces):
    assert hidden_words(world, surfaces) == []


def hidden_words(world: World, texts: dict[str, str]) -> list[tuple[str, str]]:
    return [
        (surface, one.word)
        for surface, text in texts.items()
        for one in world.planted
        if not one.is_shown and one.word in text
    ]


def test_the_id_of_what_was_never_seen_is_nowhere(world, surfaces):
    never = [one for one in world.planted if STATES[one.state]["detail"] == 404]
    assert [
        (s, one.word) for s in surfaces for one in never if str(one.row.pk) in surfaces[s]
    ] == []


def test_every_noun_is_seen_somewhere():
    assert {noun for nouns in expected().values() for noun in nouns} == set(NOUNS)


@pytest.mark.parametrize("template", DETAILS)
def test_the_address_of_a_record_answers_by_its_state(world, template):
    rule = ROUTES[template]
    found = {
        one.state: ask(address_of(template, getattr(one.row, rule["by"]))).status
        for one in world.of(rule["of"])
    }
    wanted = {state: STATES[state]["detail"] for state in found}
    assert found == wanted | rule.get("but", {})


@pytest.mark.parametrize("noun", API_NOUNS)
def test_A17_the_feed_tells_of_a_record_as_long_as_its_list_shows_it(world, noun):  # noqa: N802
    shown = API_NOUNS[noun].projection.objects.values_list("id", flat=True)
    told = Change.objects.filter(noun=noun, reason=None).values_list("id", flat=True)
    assert sorted(told) == sorted(shown)
    assert shown


def address_of(template: str, key: object) -> str:
    route = DETAILS[template]
    return next(
        route.filled(**{blank: [str(key)] for blank in route.blanks if blank != "language"})
    )


@pytest.mark.parametrize(
    ("boundary", "is_shown"),
    [
        ("visible_from = now() + interval '1 second'", False),
        ("visible_from = now()", True),
        ("visible_from = now() - interval '1 second'", True),
        ("visible_until = now() + interval '1 second'", True),
        ("visible_until = now()", False),
        ("visible_until = now() - interval '1 second'", False),
    ],
)
def test_L5_an_embargo_opens_and_closes_at_its_second(world, boundary, is_shown):  # noqa: N802
    moved = [world.get(noun, "published") for noun in NOUNS]
    with passing():
        for one in moved:
            set_columns(one.row, boundary)
        texts = {f"view {name}": text for name, text in views().items()}
    seen = {(name, one.noun) for name, text in texts.items() for one in moved if one.word in text}
    wanted = {(name, noun) for name in texts for noun in expected()[name]}
    assert seen == (wanted if is_shown else set())


#: Records that are shown, the boundary that each gets, and whether it is shown at this second.
AT_THEIR_SECOND = {
    "published": ("visible_from = now() + interval '1 second'", False),
    "embargo_over": ("visible_from = now()", True),
    "condition_met": ("visible_until = now()", False),
}


def test_L5_every_surface_opens_and_closes_at_the_same_second(world):  # noqa: N802
    moved = [world.get(noun, state) for noun in NOUNS for state in AT_THEIR_SECOND]
    with passing():
        for one in moved:
            set_columns(one.row, AT_THEIR_SECOND[one.state][0])
        texts = read_surfaces(replace(world, planted=moved))
    is_shown = {one.word: AT_THEIR_SECOND[one.state][1] for one in moved}
    seen = {(name, word) for name, text in texts.items() for word in is_shown if word in text}
    wanted = {(name, one.word) for name in texts for one in moved if one.noun in expected()[name]}
    assert {each for each in seen if not is_shown[each[1]]} == set()
    assert {each for each in wanted if is_shown[each[1]]} - seen == set()


@pytest.mark.parametrize(
    "part", ["state = 'published'", "visible_from", "visible_until", "embargo"]
)
def test_a_view_with_a_broken_condition_is_found(world, part):
    """The negative control: without one line of the row condition, hidden words are seen."""
    lines = [line for line in words.VISIBLE[1:-1].split("\n    AND ") if part not in line]
    with passing(), mock.patch.object(words, "VISIBLE", f"({' AND '.join(lines)})"):
        with role("tracker_owner"):
            build.rebuild()
        assert hidden_words(world, views())


@pytest.mark.parametrize("part", ["c.withdrawn_at IS NULL", "c.expires_at IS NULL"])
def test_a_view_that_forgets_the_end_of_a_consent_is_found(world, part):
    with passing():
        with role("tracker_owner"):
            shown = run("SELECT pg_get_viewdef('people_to_be_shown'::regclass)")[0][0]
            assert part in shown
            run(f"CREATE OR REPLACE VIEW people_to_be_shown AS {shown.replace(part, 'true')}")
        forget_documents()
        assert hidden_words(world, views())
