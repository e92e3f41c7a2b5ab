"""How fast a public name is found among 20,000 people and among 200,000, and how right.

`python -m tests.bench.search` measures in the database of its environment, through the public door;
`figures` starts it with the environments of two worlds. The contenders take turns, question by
question; what is measured is the time that their statements take, as the client of the database
sees it.
"""

import json
import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from statistics import median, quantiles
from typing import Any

SMALL, LARGE = 20_000, 200_000
#: Milliseconds for 95 questions in a hundred, and how much more the large world may cost.
MOST, GROWTH = 50.0, 2.0
PAGE = 51
#: Each question is asked so often, and the naive search for one person in so many.
TIMES, SELDOM = 3, 15
Figures = dict[str, Any]


def figures(environments: dict[int, dict[str, str]]) -> Figures:
    settings = {"DJANGO_SETTINGS_MODULE": "tracker.settings"}
    runs = {
        people: subprocess.run(
            [sys.executable, "-m", "tests.bench.search"],
            env=os.environ | environment | settings,
            check=True,
            stdout=subprocess.PIPE,
        )
        for people, environment in environments.items()
    }
    found = {people: json.loads(run.stdout) for people, run in runs.items()}
    growth = {
        figure: found[LARGE]["all"]["ours"][figure] / found[SMALL]["all"]["ours"][figure]
        for figure in ("median", "p95")
    }
    return {"growth": growth, **{str(people): each for people, each in found.items()}}


def is_met(found: Figures) -> bool:
    return found[str(LARGE)]["all"]["ours"]["p95"] <= MOST and found["growth"]["p95"] < GROWTH


def told(found: Figures) -> str:
    """A line for each kind of question in each world, and the growth from one to the other."""
    lines = [LINE.format("people", "search", "ours", "p95", "trigrams", "naive", "right first")]
    for people in (SMALL, LARGE):
        for kind, figures in found[str(people)].items():
            ours = figures["ours"]
            ratios = (
                f"× {figures[other]['median'] / ours['median']:.1f}"
                for other in ("trigrams", "naive")
            )
            times = (f"{ours[figure]:.1f} ms" for figure in ("median", "p95"))
            right = f"{figures['right']:.1%}" if "right" in figures else "–"
            lines.append(LINE.format(f"{people:,}", kind, *times, *ratios, right))
    growth = found["growth"]
    lines.append(
        f"search: {SMALL:,} → {LARGE:,} people cost × {growth['p95']:.2f} (p95),"
        f" × {growth['median']:.2f} (median), target < {GROWTH}; p95 at most {MOST:.0f} ms:"
        f" {'met' if is_met(found) else 'MISSED'}"
    )
    return "\n".join(lines)


LINE = "{:>7}  {:<24}{:>10}{:>10}{:>11}{:>11}{:>13}"


def measured() -> Figures:
    """Milliseconds by kind of question and contender; `right`: the person was first, or alike."""
    from tests.bench.spellings import KINDS, asked_for

    times: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    right: dict[str, list[bool]] = defaultdict(list)
    for number, each in enumerate(asked_for()):
        for name, search in CONTENDERS.items():
            if name == "naive" and number // len(KINDS) % SELDOM:
                continue  # it takes seconds
            spent = _spent(search, each.text)
            times[each.kind][name].append(spent)
            times["all"][name].append(spent)
        if each.kind in WHOLE:
            right[each.kind].append(is_first(each, ours(each.text)))
    return {kind: _summary(of, right.get(kind)) for kind, of in times.items()}


def _spent(search: Callable[[str], Any], text: str) -> float:
    """The median of what a question takes, asked as often as TIMES says."""
    spent = []
    for _ in range(TIMES):
        with watch() as milliseconds:
            search(text)
        spent += milliseconds
    return median(spent)


def _summary(of: dict[str, list[float]], right: list[bool] | None) -> Figures:
    summary: Figures = {
        name: {"median": median(ms), "p95": quantiles(ms, n=20, method="inclusive")[-1]}
        for name, ms in of.items()
    }
    return summary | ({"right": sum(right) / len(right)} if right else {})


#: Kinds that name one person; others of the very same name are as right.
WHOLE = ("as stored", "łacinka, surname first", "misspelt")


def is_first(asked: Any, found: list[Any]) -> bool:
    from people.persons.projections import PublishedName

    def names(key: Any) -> set[str]:
        return set(PublishedName.objects.filter(person_id=key).values_list("text", flat=True))

    return bool(found) and bool(names(found[0]) & names(asked.person))


@contextmanager
def watch() -> Iterator[list[float]]:
    """The milliseconds of the public door's statements inside."""
    from django.db import connections

    spent = [0.0]

    def timed(execute: Callable, sql: str, parameters: Any, many: bool, context: Any) -> Any:
        begun = time.perf_counter()
        try:
            return execute(sql, parameters, many, context)
        finally:
            spent[0] += (time.perf_counter() - begun) * 1000

    with connections["public"].execute_wrapper(timed):
        yield spent


def ours(text: str) -> list[Any]:
    from people.persons.name_search import search_names

    return search_names(text).rank_by_likeness(text)[:PAGE]


def trigrams(text: str) -> list[Any]:
    """The folded words as they stand, by their trigrams alone."""
    folded = _folded(text)
    return _ask(
        "SELECT person_id FROM published.name_search WHERE %s <%% keys_folded"
        " ORDER BY word_similarity(%s, keys_folded) DESC, person_id LIMIT %s",
        [folded, folded, PAGE],
    )


def naive(text: str) -> list[Any]:
    """Every word somewhere in one name, as a search without an index of its own asks."""
    from django.db import OperationalError

    words = [f"%{word}%" for word in text.split()]
    holds = " AND ".join("text ILIKE %s" for _ in words)
    named = f"SELECT person_id FROM published.name_search WHERE {holds}"
    with suppress(OperationalError):  # the public door waits for two seconds
        return _ask(f"{named} ORDER BY person_id LIMIT %s", [*words, PAGE])
    return []


def _folded(text: str) -> str:
    from people.names import WrittenName
    from people.persons.name_keys import derive_stored_keys

    return derive_stored_keys(WrittenName(text)).folded.strip()


def _ask(sql: str, parameters: list[Any]) -> list[Any]:
    from django.db import connections

    with connections["public"].cursor() as cursor:
        cursor.execute(sql, parameters)
        return [key for (key,) in cursor.fetchall()]


CONTENDERS = {"ours": ours, "trigrams": trigrams, "naive": naive}

if __name__ == "__main__":
    import django

    django.setup()
    sys.stdout.write(json.dumps(measured()))
