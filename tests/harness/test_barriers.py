"""A8: no condition from outside meets a row that a published view hides, in any view or column.

Two attacks: a condition that tells what it meets, and one that fails and repeats a value. Each
names every column of a view, in a world where each noun has a hidden record in every state.
"""

import re
from collections.abc import Iterator

import pytest
from django.db import Error, transaction

from tests.harness.connections import ask_public, passing, role, run
from tests.harness.crawl import LISTED
from tests.harness.worlds import STATES, World

COLUMNS = """SELECT attname FROM pg_attribute
    WHERE attrelid = format('published.%%I', %s::text)::regclass AND attnum > 0"""
HIDDEN = "pg_temp.hidden()"
#: PostgreSQL asks the cheapest condition first, so that these come before the view's own.
MAKE_ATTACKS = (
    f"""CREATE FUNCTION {HIDDEN} RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT '{{marks}}' $$""",
    f"""CREATE FUNCTION pg_temp.tell(text) RETURNS bool LANGUAGE plpgsql COST 0.0001 AS $$
    BEGIN
        IF $1 ~ {HIDDEN} THEN RAISE EXCEPTION 'told: %', $1; END IF;
        RETURN true;
    END $$""",
    "ALTER FUNCTION pg_catalog.textregexeq(text, text) COST 0.0001",
    "ALTER FUNCTION pg_catalog.int4in(cstring) COST 0.0001",
)
ATTACKS = {
    "a condition that tells": 'pg_temp.tell("{0}"::text)',
    "an error that repeats a value": (
        f"""(CASE WHEN "{{0}}"::text ~ {HIDDEN} THEN "{{0}}"::text ELSE '0' END)::int = 0"""
    ),
}
#: What each attack tells at least, where no view has a barrier.
WITHOUT_BARRIERS = {"claim", "member", "person_gone", "statement"}


@pytest.fixture(scope="module")
def attacked(world: World) -> Iterator[None]:
    """The world, and the conditions that a superuser made for the attack."""
    with passing():
        with role("NONE"):
            for made in MAKE_ATTACKS:
                run(made.replace("{marks}", "|".join(hidden_marks(world))))
        yield


def hidden_marks(world: World) -> list[str]:
    """The words of what is hidden, and the ids of what nobody ever saw."""
    never_seen = [one for one in world.planted if STATES[one.state]["detail"] == 404]
    words = [one.word for one in world.planted if not one.is_shown]
    return [*map(re.escape, words), *(str(one.row.pk) for one in never_seen)]


def list_views() -> list[str]:
    return [name for (name,) in ask_public(LISTED)]


def told_by(view: str, attack: str) -> str:
    """What the attack learns of hidden rows; empty where that is nothing."""
    columns = [name for (name,) in ask_public(COLUMNS, view)]
    asked = " AND ".join(attack.format(name) for name in columns)
    try:
        with transaction.atomic():
            ask_public(f'SELECT count(*) FROM published."{view}" WHERE {asked}')
    except Error as error:
        return str(error)
    return ""


def tell_all(attack: str) -> dict[str, str]:
    told = {view: told_by(view, attack) for view in list_views()}
    return {view: words for view, words in told.items() if words}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_A8_no_condition_meets_a_hidden_row(attacked, attack):  # noqa: N802
    assert len(list_views()) > 15
    assert tell_all(attack) == {}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_A8_without_barriers_it_does(attacked, attack):  # noqa: N802
    """The negative control."""
    views = list_views()
    with passing():
        with role("tracker_owner"):
            for view in views:
                run(f"ALTER VIEW published.{view} SET (security_barrier = false)")
        assert {*tell_all(attack)} >= WITHOUT_BARRIERS


def test_A8_no_name_of_whoever_is_hidden_is_under_the_search(world):  # noqa: N802
    """Not even where a barrier would fail; but for whom time alone will show."""
    hidden = [one for one in world.of("person") if not one.is_shown]
    words = [one.word for one in hidden if one.state != "embargoed_until"]
    texts = [text for (text,) in run("SELECT text FROM people_publicname")]
    assert world.get("person", "published").word in texts
    assert [text for text in texts if text in words] == []
