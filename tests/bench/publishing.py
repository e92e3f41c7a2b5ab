"""A release day: 124 people and 124 claims published in one act, with documents and without.

`python -m tests.bench.publishing ROUNDS` measures in the database of its environment, as its
superuser, and leaves nothing there. The floor is the same act where nothing is written for readers:
no mark, no document. Both begin at the same drafts, approved by a second person, and take turns.
"""

import json
import sys
from statistics import median
from time import perf_counter
from typing import Any

from tests.bench import child, worlds

PEOPLE = 20_000
OF_A_KIND = 124
ROUNDS = {"full": 5, "quick": 2}
#: How many times the floor the act may take.
MOST = 1.3
WITHOUT_DOCUMENTS = """
SET LOCAL ROLE tracker_owner;
CREATE OR REPLACE FUNCTION publishing_mark_documents(changed uuid[])
RETURNS void LANGUAGE sql AS '';
CREATE OR REPLACE FUNCTION publishing_write_documents(most integer)
RETURNS integer LANGUAGE sql AS 'SELECT 0';
SET LOCAL ROLE tracker_app;
"""


def figures(length: str) -> dict[str, Any]:
    made = worlds.world(PEOPLE)
    environment = made | {"DATABASE_URL": made["BOOTSTRAP_DATABASE_URL"]}
    return child.run("tests.bench.publishing", ROUNDS[length], environment=environment)


def is_met(found: dict[str, Any]) -> bool:
    return found["ratio"] <= MOST


def told(found: dict[str, Any]) -> str:
    act, floor = (median(found[name]) for name in ("act", "floor"))
    return (
        f"{2 * OF_A_KIND} records published among {PEOPLE:,} people: {act:.1f} s,"
        f" {floor:.1f} s without documents, × {found['ratio']:.2f}"
        f" (target at most {MOST}){'' if is_met(found) else ': MISSED'}"
    )


def measured(rounds: int) -> dict[str, Any]:
    """Seconds of each turn, and the median of the rounds' ratios."""
    from django.db import transaction

    from tests.harness.connections import passing

    with transaction.atomic():
        records = _approve_records()
        taken: dict[str, list[float]] = {"act": [], "floor": []}
        for _ in range(rounds):
            for name, seconds in taken.items():
                with passing():
                    seconds.append(_publish(records, "" if name == "act" else WITHOUT_DOCUMENTS))
        transaction.set_rollback(True)
    ratio = median(act / floor for act, floor in zip(*taken.values(), strict=True))
    return taken | {"ratio": ratio}


def _approve_records() -> list[Any]:
    """People who agreed to be named, and figures of the largest wave, approved by two."""
    from publishing.actions.transaction import check_guards
    from releases.models import Wave
    from tests.databases import OPEN_ACCOUNT
    from tests.factories import ClaimFactory, PersonFactory, SpeakerFactory, approved, published
    from tests.harness.connections import run

    run(f"SET LOCAL ROLE NONE; {OPEN_ACCOUNT}; SET LOCAL ROLE tracker_app")
    wave, speaker = Wave.objects.earliest("slug"), published(SpeakerFactory())
    drafts = [PersonFactory(named=True) for _ in range(OF_A_KIND)]
    drafts += [ClaimFactory(wave=wave, speaker=speaker) for _ in range(OF_A_KIND)]
    records = [approved(draft) for draft in drafts]
    check_guards()
    run("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
    return records


def _publish(records: list[Any], before: str) -> float:
    """The seconds of the act, and of what PostgreSQL does at its commit."""
    from publishing.actions import publish
    from publishing.enums import Role
    from tests.accounts import account
    from tests.harness.connections import run

    by = account(Role.REVIEWER)
    if before:
        run(f"SET LOCAL ROLE NONE; {before}")
    begun = perf_counter()
    for record in records:
        publish(record, by=by)
    run("SET CONSTRAINTS ALL IMMEDIATE")
    return perf_counter() - begun


if __name__ == "__main__":
    import django

    django.setup()
    json.dump(measured(int(sys.argv[1])), sys.stdout)
