"""A18, A9: what is staff's never leaves, in any form.

A canary is a word that stands nowhere else. One is put into every text column that is not public,
of every row, and into every public text column of every row that is hidden; then everything that
the public can read is read, with what was logged meanwhile.
"""

import logging
from collections.abc import Iterator

from django.test import Client

from publishing.actions import publish, withdraw
from publishing.enums import Role, WithdrawalReason
from tests.accounts import account
from tests.harness.asking import ask
from tests.harness.connections import passing, role, run
from tests.harness.crawl import pages, views
from tests.harness.hidden import Cell, cells, has_text
from tests.harness.worlds import World
from tests.people.imports.desk import imported, planned, somebody
from tracker.data_dictionary import column_classes

CANARY = "canary"
ROOMS = {"publishing", "sources", "people", "support", "releases"}
#: Errors of every kind, each with a word that the database might repeat.
WRONG = (
    "/api/v1/people/?search=canaryx", "/api/v1/people/?canary=1", "/en/people/?wave=canary",
    "/api/v1/waves/?ordering=canary", "/en/canary/", "/api/v1/claims/?cursor=canary",
)  # fmt: skip


def canaries() -> Iterator[str]:
    """Words of at most 9 letters and digits."""
    return (f"{CANARY}{number:x}" for number in range(256, 4096))


def plant(cells_: list[Cell]) -> dict[str, Cell]:
    """A canary in each cell that takes one, by the word."""
    words = canaries()
    planted = {}
    for cell in cells_:
        word = next(words)
        if cell.write(word):
            planted[word] = cell
    return planted


def found(texts: dict[str, str], planted: dict[str, Cell]) -> list[tuple[str, Cell]]:
    return [
        (surface, planted[word])
        for surface, text in texts.items()
        if CANARY in text
        for word in planted
        if word in text
    ]


def everything(world: World) -> dict[str, str]:
    texts = views()
    texts |= {answer.address: answer.text for _route, answer in pages(world)}
    return texts | {f"wrong {address}": ask(address).text for address in WRONG}


def one_of_each(world: World) -> list[Cell]:
    """Of each hidden text column the cells of a few rows, so that each word is its own."""
    chosen: dict[tuple, list[Cell]] = {}
    for cell in cells(world):
        if has_text(cell.field):
            chosen.setdefault((cell.model, cell.column), []).append(cell)
    return [cell for same in chosen.values() for cell in same[:: max(1, len(same) // 10)]]


def test_A18_no_canary_is_on_any_surface_or_in_any_log(world, caplog):  # noqa: N802
    caplog.set_level(logging.DEBUG)
    with passing():
        planted = plant(one_of_each(world))
        texts = everything(world) | {"the log": caplog.text}
    assert len(planted) > 200
    assert found(texts, planted) == []


def test_A18_no_search_is_written_down(world, caplog):  # noqa: N802
    caplog.set_level(logging.DEBUG)
    word = world.get("person", "published").word
    assert word in ask(f"/api/v1/people/?search={word}").text
    client = Client(raise_request_exception=False)
    client.post("/en/people/", {"search": word}, secure=True)
    assert word not in caplog.text


def test_A18_no_action_writes_down_what_a_record_says(world, caplog):  # noqa: N802
    caplog.set_level(logging.DEBUG)
    second = account(Role.REVIEWER)
    with passing():
        for one in world.planted:
            if one.state == "approved":
                withdraw(publish(one.row, by=second), by=second, reason=WithdrawalReason.OTHER)
    assert [one.word for one in world.planted if one.word in caplog.text] == []


def test_A18_a_canary_in_a_public_column_is_found(world):  # noqa: N802
    """The negative control: the same word where everybody may read it is seen where it should."""
    row = world.get("wave", "published").row
    with passing():
        planted = plant([Cell(type(row), "title_en", str(row.pk))])
        seen = {surface for surface, _cell in found(everything(world), planted)}
    assert {"wave", "/en/", f"/api/v1/waves/{row.pk}/"} <= seen


def test_A18_what_a_list_says_is_nowhere_before_it_is_reviewed(world):  # noqa: N802
    said = somebody(name="Canaryaski Synta", description="Canaryaski", judge="Canaryaski")
    with passing():
        imported(said)
        planned(said | {"id": "8"})
        texts = everything(world)
    assert [surface for surface, text in texts.items() if "canaryaski" in text.casefold()] == []


def test_A9_a_new_column_changes_no_answer(world):  # noqa: N802
    ask("/api/v1/schema/")  # made at the first question, and kept
    before = {answer.address: answer.said for _route, answer in pages(world)}
    with passing():
        run("SET CONSTRAINTS ALL IMMEDIATE")  # what waits for the commit holds the tables
        with role("tracker_owner"):
            for table in {
                table for table, _column in column_classes() if table.split("_")[0] in ROOMS
            }:
                run(f"ALTER TABLE {table} ADD COLUMN canary text DEFAULT '{CANARY}100'")
        after = {answer.address: answer.said for _route, answer in pages(world)}
    assert after == before
