"""Imports that are killed: `python -m tests.people.imports.killing KILLS ROWS [FAULT [FOLDER]]`.

In the database of its environment, whose tables are migrated, so many imports of lists of so many
rows are killed, each at a random moment of the time that a whole one takes; then each is run again.
FAULT says by what (faults.py). It prints what it saw as JSON. Each import is in a process of its
own, forked from this one, which has everything loaded, so that a kill strikes the import and not
the start of Python.
"""

import json
import os
import random
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable
from itertools import count
from pathlib import Path
from statistics import median
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.people.imports.faults import OTHERS, Fault, fault

if TYPE_CHECKING:  # it is imported before Django is set up
    from sources.models import Source


class Kill(NamedTuple):
    """Seconds after the start, or after the commit began; an import that ended before is not
    killed."""

    planning: float | None = None
    committing: float | None = None


NEVER = Kill()
#: Whole imports that are timed before the first kill.
WHOLE = 3


def killed(kills: int, rows: int, by: Fault) -> dict[str, Any]:
    """How many imports were killed, and how many lists were half done then, or not completed when
    they were run again; where the kills struck, and the seconds from the start to the plan and
    from there to the end."""
    seed = random.randrange(2**32)
    draw = random.Random(seed)
    struck, half, left = Counter[str](), [], []
    with tempfile.TemporaryDirectory() as folder:
        lists = (_a_list(Path(folder), number, rows) for number in count())
        _import(*next(lists), told=lambda: None)  # loads what every later one has from here
        whole = [_run(*next(lists)) for _ in range(WHOLE)]
        planning, committing = (median(each) for each in zip(*whole, strict=True))
        for number in range(kills):
            source, file = next(lists)
            _run(source, file, _drawn(draw, planning, committing), by)
            struck[_state(source)] += 1
            half += [number] if not is_whole(source) else []
            _run(source, file)
            left += [number] if not (people_of(source) and is_whole(source)) else []
    found = {"kills": kills, "rows": rows, "seed": seed, "half": half, "left": left}
    return found | {"struck": struck, "planning": planning, "committing": committing}


def _drawn(draw: random.Random, planning: float, committing: float) -> Kill:
    """One kill in two strikes the commit, which is the shorter of the two for a short list."""
    if draw.random() < 0.5:
        return Kill(planning=draw.uniform(0, planning))
    return Kill(committing=draw.uniform(0, committing))


def _a_list(folder: Path, number: int, rows: int) -> "tuple[Source, Path]":
    from tests.factories import SourceFactory
    from tests.people.imports import lists

    file = folder / f"{number}.csv"
    lists.write(file, rows, start=number * rows)
    return SourceFactory(), file


def _run(
    source: "Source", file: Path, kill: Kill = NEVER, by: Fault | None = None
) -> tuple[float, float]:
    """Import the list in a process of its own; gives the seconds to its plan, and from there."""
    by = by or fault()
    from django.db import connections

    connections.close_all()  # none is shared with the child
    hears, tells = os.pipe()
    begun = monotonic()
    child = os.fork()
    if not child:
        _as_a_child(source, file, tells)
    os.close(tells)
    if kill.planning is not None:
        sleep(kill.planning)
        by.strike(child)
    os.read(hears, 1)  # nothing once the child has ended
    planned = monotonic()
    if kill.committing is not None:
        sleep(kill.committing)
        by.strike(child)
    os.waitpid(child, 0)
    ended = monotonic()
    os.close(hears)
    by.end()
    _the_server_let_go()
    return planned - begun, ended - planned


def _as_a_child(source: "Source", file: Path, tells: int) -> None:
    try:
        _import(source, file, lambda: os.write(tells, b"."))
    except Exception:
        traceback.print_exc()
    finally:
        os._exit(0)


def _import(source: "Source", file: Path, told: Callable[[], object]) -> None:
    """What `manage.py import --commit` does, and `told` when the commit begins."""
    from people.imports.plan import plan_all, read_list
    from people.imports.plan_application import apply_plan
    from publishing.enums import Role
    from tests.accounts import account

    by = account(Role.EDITOR)
    with file.open("rb") as opened:
        listing = read_list(opened, name=file.name, by=by, source=source, format="machine-export")
    for _left in plan_all(listing, by=by):
        pass
    told()
    apply_plan(listing, by=by)


def _the_server_let_go() -> None:
    """A server process notices that its client is gone only when it next speaks to it."""
    from django.db import connection

    with connection.cursor() as cursor:
        for _try in range(6_000):
            cursor.execute(f"SELECT count(*) {OTHERS}")
            if cursor.fetchone() == (0,):
                return
            sleep(0.01)
    raise AssertionError("A killed import still holds the database.")


def people_of(source: "Source") -> int:
    from people.models import Identifier

    return Identifier.objects.filter(scheme=source.publisher.code).count()


def is_whole(source: "Source") -> bool:
    """Everything is there and the list says so, or nothing is and it does not."""
    from people.models import Identifier, ImportRow, Person

    new = ImportRow.objects.filter(listing__source=source, verdict="new")
    applied = new.filter(listing__state="applied", is_done=True).count()
    return people_of(source) == applied and Person.objects.count() == Identifier.objects.count()


def _state(source: "Source") -> str:
    """How far the list came: `planned` is what a commit that was killed leaves."""
    from people.models import Import

    listing = Import.objects.filter(source=source).first()
    return listing.state if listing else "nothing"


def main() -> None:
    import django

    django.setup()
    from tests.people.imports.desk import vocabulary

    vocabulary()
    kills, rows, *by = sys.argv[1:]
    json.dump(killed(int(kills), int(rows), fault(*by)), sys.stdout)


if __name__ == "__main__":
    main()
