"""The parts of `make bench`, in the order in which they run."""

from collections.abc import Callable
from typing import Any, NamedTuple

from tests.bench import (
    entering,
    importing,
    intake,
    killing,
    merging,
    names,
    publishing,
    recall,
    search,
    serving,
)
from tests.bench.worlds import world


class Part(NamedTuple):
    """`figures` takes the length of the run, "full" or "quick", and gives what JSON can hold;
    `told` makes lines of it, and `is_met` says whether it reaches every target that it has.
    `quick` is what a quick run has less of, nothing where its figures are those of the full."""

    name: str
    about: str
    figures: Callable[[str], Any]
    told: Callable[[Any], str]
    is_met: Callable[[Any], bool]
    quick: str = ""


def bare(people: int) -> dict[str, str]:
    return world(people, "--bare")


PARTS = (
    Part(
        "names", "first places under any spelling",
        lambda length: names.figures(), names.told, names.is_met,
    ),
    Part(
        "search", "statements of a public search",
        lambda length: search.figures({each: bare(each) for each in (search.SMALL, search.LARGE)}),
        search.told, search.is_met,
    ),
    Part(
        "entering", "duplicates while typing, over HTTP",
        lambda length: entering.figures(bare(search.LARGE)),
        lambda found: entering.told(search.LARGE, found), entering.is_met,
    ),
    Part(
        "recall", "duplicates while typing, who is shown",
        lambda length: recall.figures(), recall.told, recall.is_met,
    ),
    Part(
        "intake", "a list of 250 names",
        lambda length: intake.figures(world(serving.SIZES[-1])),
        lambda found: intake.told(serving.SIZES[-1], found), intake.is_met,
    ),
    Part(
        "merging", "merges and their undoing",
        merging.figures, merging.told, merging.is_met,
        f"{merging.WORLDS['quick']} worlds, not {merging.WORLDS['full']}",
    ),
    Part(
        "killing", "imports killed at random moments",
        killing.figures, killing.told, killing.is_met,
        f"{killing.KILLS['quick']} kills, not {killing.KILLS['full']}",
    ),
    Part(
        "serving", "lists, objects and pages beside an ordinary server and the limit",
        serving.figures, serving.told, serving.is_met,
        "three rounds of half a second, not five of 1.5",
    ),
    Part(
        "publishing", "a release day beside the same act without documents",
        publishing.figures, publishing.told, publishing.is_met,
        f"{publishing.ROUNDS['quick']} rounds, not {publishing.ROUNDS['full']}",
    ),
    Part(
        "importing", "an import beside COPY and django-import-export",
        importing.figures, importing.told, importing.is_met,
        "2,000 rows, not 20,000 and 200,000",
    ),
)  # fmt: skip
