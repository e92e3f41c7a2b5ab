"""Whether who is typed is among the five who are shown (`tests/people/duplicates/labelled.py`).

`python -m tests.bench.recall` measures in the database of its environment.
"""

import json
import sys
from typing import Any

from tests.bench import child, worlds

KNOWN, PAIRS, LEAST = 1_500, 500, 0.95


def figures() -> dict[str, Any]:
    with worlds.empty("bench_recall") as environment:
        return child.run("tests.bench.recall", environment=environment, settings="tests")


def is_met(found: dict[str, Any]) -> bool:
    return found["recall"] >= LEAST


def told(found: dict[str, Any]) -> str:
    return (
        f"{found['recall']:.1%} of {found['pairs']} people typed in another script or spelling are"
        f" among the five shown (target ≥ {LEAST:.0%}), {found['first']:.1%} first, among"
        f" {found['known']:,} known; of as many who are not known, {found['alarms']:.1%} are shown"
        " somebody"
    )


if __name__ == "__main__":
    import django

    django.setup()
    from tests.people.duplicates.labelled import recalled

    json.dump(recalled(KNOWN, PAIRS), sys.stdout)
