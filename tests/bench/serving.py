"""What is served, beside what a careful developer writes and beside what the machine can give."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from tests.bench import contenders, processor, worlds
from tests.bench.cases import cases, differences, write_answers
from tests.bench.client import WrongAnswer
from tests.bench.measure import measure, sockets
from tests.bench.queries import queries
from tests.bench.report import Result, table

SIZES = (1_200, 20_000)
#: Rounds, and the seconds that a contender has in each.
LENGTHS = {"full": (5, 1.5), "quick": (3, 0.5)}


def figures(length: str) -> list[dict[str, Any]]:
    return [result.as_json() for people in SIZES for result in _results(people, *LENGTHS[length])]


def is_met(found: list[dict[str, Any]]) -> bool:
    return all(result["is_met"] for result in found)


told = table


def _results(people: int, rounds: int, seconds: float) -> Iterator[Result]:
    """Every case in a world of so many people. Answers that differ end the run; a case in which
    somebody is given no answer is missed, and has no figures."""
    environment = worlds.world(people)
    postgres = processor.postmaster(environment["BOOTSTRAP_DATABASE_URL"])
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        files = Path(folder, "files")
        files.mkdir()

        def run(name: str) -> contenders.Contender:
            served = environment | {"BENCH_STATIC": str(files)}
            return stack.enter_context(contenders.running(name, served, Path(folder)))

        running = [run(name) for name in contenders.APPLICATIONS if name != "static"]
        where = sockets(running)
        asked = write_answers(cases(where["ours"]), where["ours"], files)
        running += [run("static"), running[0]._replace(name="floor")]
        if told := [line for case in asked for line in differences(case, where)]:
            raise SystemExit("\n".join(told))
        counted = queries(asked, environment)
        for case in asked:
            try:
                measured, error = measure(case, running, postgres, rounds, seconds), ""
            except WrongAnswer as wrong:
                measured, error = {}, str(wrong)
            yield Result(people, case, counted[case.name], measured, error)
