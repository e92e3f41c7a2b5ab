"""A17: each consent opens its own group, to its own audience, and nothing beside it."""

import json
import os
import random

import pytest

from publishing.enums import Role
from tests.accounts import account
from tests.harness import agreements, mutants
from tests.harness.agreements import KEY
from tests.harness.asking import ask
from tests.harness.connections import forget_documents, passing, role, run
from tests.harness.crawl import BETWEEN_ROWS, views
from tests.harness.test_surface_matrix import hidden_words
from tests.harness.worlds import STATES

EVERY = list(mutants.list_mutants())
MUTANTS = EVERY if os.environ.get("MUTANTS") == "all" else random.sample(EVERY, 8)


@pytest.fixture(scope="module")
def everybody(world):
    """People who agreed to one thing alone, in the world of the harness."""
    with passing():
        yield agreements.plant(world.anchors, account(Role.REVIEWER))


@pytest.fixture(scope="module")
def wrong(everybody):
    """What is shown of them and may not be, or may be and is not."""
    return agreements.shown_otherwise(everybody, views())


@pytest.mark.parametrize("fact", agreements.NEEDS)
def test_A17_a_fact_is_shown_of_whom_agreed_to_it(wrong, fact):  # noqa: N802
    assert [who for who, facts in wrong.items() if fact in facts] == []


def test_A17_what_somebody_keeps_is_called_withheld_and_not_unknown(everybody):  # noqa: N802
    shown = [one for one in everybody if "member" in one.may_show()]
    bodies = {one: json.loads(ask(f"/api/v1/people/{one.person}/").body) for one in shown}
    kept = {one for one, body in bodies.items() if body["missing"].get("custodies") == "withheld"}
    assert kept == {one for one in shown if "custody" not in one.may_show()}
    assert not any("unknown" in body["missing"].values() for body in bodies.values())


def find_leaks(world, everybody) -> list:
    texts = views()
    never = [str(one.row.pk) for one in world.planted if STATES[one.state]["detail"] == 404]
    return [
        *hidden_words(world, texts),
        *((view, key) for view, text in texts.items() for key in never if key in text),
        *mergers_told(world, texts["person_gone"] + BETWEEN_ROWS + texts["change"]),
        *agreements.shown_otherwise(everybody, texts).items(),
    ]


def mergers_told(world, text: str) -> list[str]:
    """The people of whom it is told into whom they were merged, though their address is gone."""
    gone = [str(one.row.pk) for one in world.of("person") if STATES[one.state]["detail"] == 410]
    led = [row for row in text.split(BETWEEN_ROWS) if len(KEY.findall(row)) == 2]
    return [key for key in gone for row in led if key in row]


def test_A17_no_condition_of_a_view_can_be_switched_off_unseen(world, everybody):  # noqa: N802
    """Some of them in each run, chosen by lot, and all of them with MUTANTS=all."""
    assert len(EVERY) > 80
    survivors = [mutant for mutant in MUTANTS if not is_caught(mutant, world, everybody)]
    assert [str(mutant) for mutant in survivors] == []


def is_caught(mutant, world, everybody) -> bool:
    with passing():
        with role("tracker_owner"):
            run(mutant.sql)
        forget_documents()
        return bool(find_leaks(world, everybody))
