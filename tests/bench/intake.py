"""A list of 250 names against a world of people: how right its proposals are, and how soon there.

`python -m tests.bench.intake` measures in the database of its environment and leaves nothing there;
`figures` starts it with the environment of a world.
"""

import json
import os
import sys
from statistics import median
from typing import Any

from tests.bench import child
from tests.bench.processor import spent

SEEDS = (1, 2, 3)
LEAST_RIGHT, MOST_SECONDS = 0.95, 3.0


def figures(environment: dict[str, str]) -> dict[str, Any]:
    """What each list gave: lines, right first suggestions, wrong matches; medians of seconds by
    the clock and of the processor, for the process and its database together."""
    return child.run("tests.bench.intake", environment=environment)


def is_met(found: dict[str, Any]) -> bool:
    is_right = all(each["right"] >= LEAST_RIGHT * each["lines"] for each in found["lists"])
    is_safe = all(each["wrong_matches"] == 0 for each in found["lists"])
    return is_right and is_safe and found["seconds"] <= MOST_SECONDS


def told(people: int, found: dict[str, Any]) -> str:
    """A line for each list, and the time."""
    lines = [
        f"{people:>7,}  intake of {each['lines']} names: {each['right']} right first suggestions"
        f" ({each['right'] / each['lines']:.1%}, target ≥ {LEAST_RIGHT:.0%}),"
        f" {each['wrong_matches']} wrong automatic matches (target 0), {each['proposals']}"
        for each in found["lists"]
    ]
    time = (
        f"{people:>7,}  intake: {found['seconds']:.2f} s to propose, of which"
        f" {found['processor']:.2f} s of processor (target ≤ {MOST_SECONDS} s)"
    )
    return "\n".join([*lines, time if is_met(found) else f"{time}: MISSED"])


def main() -> None:
    import django

    django.setup()
    from django.db import connection, transaction

    from publishing.enums import Role
    from releases.models import Side
    from sources.models import Source
    from tests.accounts import account
    from tests.releases.intake.measuring import a_list, measured

    lists, processor = [], []
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        processes = (os.getpid(), cursor.fetchone()[0])
    for seed in SEEDS:
        with transaction.atomic():
            side, source = Side.objects.order_by("pk")[0], Source.objects.order_by("pk")[0]
            worker = account(Role.CASEWORKER)
            names = a_list(seed)
            before = spent(*processes)
            lists.append(measured(names, by=worker, side=side, source=source)._asdict())
            processor.append(spent(*processes) - before)
            transaction.set_rollback(True)
    found = {
        "lists": lists,
        "seconds": median(each["seconds"] for each in lists),
        "processor": median(processor),
    }
    json.dump(found, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
