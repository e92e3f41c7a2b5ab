"""What a run found, as a table and as JSON."""

import json
import os
import platform
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import psycopg

from tests.bench.cases import Case
from tests.bench.measure import Ratio, Round, ratio

FIGURES = ("throughput", "processor")
COLUMNS = "{:>7}  {:<28}{:>8}  {:<26}{:<26}{:<10}"


class Result(NamedTuple):
    people: int
    case: Case
    queries: int
    rounds: dict[str, list[Round]]

    def ratios(self) -> dict[str, dict[str, Ratio]]:
        """Ours to each other contender, in both figures."""
        others = [name for name in self.rounds if name != "ours"]
        return {
            name: {each: ratio(self.rounds["ours"], self.rounds[name], each) for each in FIGURES}
            for name in others
        }

    def is_met(self) -> bool:
        """Both figures reach the target that this issue sets, where it sets one."""
        if self.case.least is None:
            return True
        return all(each.median >= self.case.least for each in self.ratios()["ordinary"].values())


def table(results: list[Result]) -> str:
    """A line for each case: ours to the others, as throughput and as processor time."""
    heading = ("people", "case", "queries", "× ordinary", "× limit", "target")
    lines = [COLUMNS.format(*heading)]
    for result in results:
        ratios = result.ratios()
        target = f"≥ {result.case.least} × ordinary" if result.case.least else ""
        lines.append(
            COLUMNS.format(
                f"{result.people:,}",
                result.case.name,
                result.queries,
                _words(ratios.get("ordinary")),
                _words(ratios.get("limit")),
                target if result.is_met() else f"{target}: MISSED",
            )
        )
    return "\n".join(lines)


def _words(ratios: dict[str, Ratio] | None) -> str:
    if ratios is None:
        return "–"
    through, used = ratios["throughput"], ratios["processor"]
    return f"{through.median:.2f} ({through.least:.2f}–{through.most:.2f}), {used.median:.2f}"


def write(results: list[Result], path: Path, **others: Any) -> None:
    """All figures of a run; `others` are those of cases that have no contenders behind a server."""
    said = {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": machine(),
        "results": [_as_json(each) for each in results],
        **others,
    }
    path.write_text(json.dumps(said, indent=1) + "\n")


def machine() -> dict[str, Any]:
    with psycopg.connect(os.environ["BOOTSTRAP_DATABASE_URL"]) as connection:
        version = connection.info.server_version // 10000
    return {
        "processors": os.cpu_count(),
        "load_at_the_end": os.getloadavg()[0],
        "architecture": platform.machine(),
        "python": platform.python_version(),
        "postgresql": version,
    }


def _as_json(result: Result) -> dict[str, Any]:
    return {
        "people": result.people,
        "case": result.case.name,
        "queries": result.queries,
        "least": result.case.least,
        "is_met": result.is_met(),
        "rounds": {
            name: [each._asdict() for each in rounds] for name, rounds in result.rounds.items()
        },
        "ratios": {
            name: {figure: each._asdict() for figure, each in figures.items()}
            for name, figures in result.ratios().items()
        },
    }
