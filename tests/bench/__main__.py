"""`python -m tests.bench`, with a database server in the environment: see `make bench`."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from tests.bench import contenders, importing, intake, processor, search, worlds
from tests.bench.cases import cases, differences
from tests.bench.measure import measure, sockets
from tests.bench.queries import queries
from tests.bench.report import Result, table, write

SIZES = (1_200, 20_000)
#: Rounds, and the seconds that a contender has in each.
LENGTHS = {"full": (5, 1.5), "quick": (3, 0.5)}


def main() -> int:
    length = os.environ.get("BENCH") or "full"
    rounds, seconds = LENGTHS[length]
    results: list[Result] = []
    for people in SIZES:
        results += bench(people, rounds, seconds)
    sys.stdout.write(table(results) + "\n")
    bare = {people: worlds.world(people, "--bare") for people in (search.SMALL, search.LARGE)}
    found = search.figures(bare)
    sys.stdout.write(search.told(found) + "\n")
    write(results, Path("var/bench.json"), search=found)
    listed = intake.figures(worlds.world(SIZES[-1]))
    sys.stdout.write(intake.told(SIZES[-1], listed) + "\n")
    for lists in importing.figures(importing.SIZES[length]):
        sys.stdout.write(importing.told(lists) + "\n")
    met = [intake.is_met(listed), search.is_met(found), *(result.is_met() for result in results)]
    return 0 if all(met) else 1


def bench(people: int, rounds: int, seconds: float) -> Iterator[Result]:
    """Every case in a world of so many people. Answers that differ end the run."""
    environment = worlds.world(people)
    postgres = processor.postmaster(environment["BOOTSTRAP_DATABASE_URL"])
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        running = [
            stack.enter_context(contenders.running(name, environment, Path(folder)))
            for name in contenders.APPLICATIONS
        ]
        asked = cases(sockets(running)["ours"])
        if told := [line for case in asked for line in differences(case, sockets(running))]:
            raise SystemExit("\n".join(told))
        counted = queries(asked, environment)
        for case in asked:
            measured = measure(case, running, postgres, rounds, seconds)
            yield Result(people, case, counted[case.name], measured)


if __name__ == "__main__":
    sys.exit(main())
