"""Merges and their undoing in small worlds drawn by number, every row compared (M1).

`python -m tests.bench.merging WORLDS` tries so many in the database of its environment.
"""

import json
import sys
from typing import Any

from tests.bench import child, worlds

WORLDS = {"full": 300, "quick": 20}


def figures(length: str) -> dict[str, Any]:
    with worlds.empty("bench_merging") as environment:
        return child.run(
            "tests.bench.merging", WORLDS[length], environment=environment, settings="tests"
        )


def is_met(found: dict[str, Any]) -> bool:
    return not found["different"]


def told(found: dict[str, Any]) -> str:
    return (
        f"{len(found['different'])} of {found['worlds']} worlds differ after merges, edits and"
        f" undoing (target 0): {found['merges']} merges undone, {found['rows']} rows compared"
    )


def measured(count: int) -> dict[str, Any]:
    """The numbers of the worlds that differ; merges and rows of all of them."""
    from tests.people.duplicates.merging_worlds import played

    different, merges, rows = [], 0, 0
    for number in range(count):
        world, differences = played(number)
        merges, rows = merges + len(world.merges), rows + len(world.expected)
        different += [number] if differences else []
    return {"worlds": count, "different": different, "merges": merges, "rows": rows}


if __name__ == "__main__":
    import django

    django.setup()
    json.dump(measured(int(sys.argv[1])), sys.stdout)
