"""The figures of a case behind a server, as JSON and as a table."""

from statistics import median
from typing import Any, NamedTuple

from tests.bench.cases import Case
from tests.bench.measure import Ratio, Round, ratio

FIGURES = ("throughput", "processor", "alone")
OTHERS = ("floor", "static", "anew", "ordinary", "limit")
COLUMNS = "{:>7}  {:<28}{:>8}{:>9}{:>9}" + "{:>9}" * len(OTHERS) + "  {}"


class Result(NamedTuple):
    people: int
    case: Case
    queries: int
    rounds: dict[str, list[Round]]
    error: str = ""

    def ratios(self) -> dict[str, dict[str, Ratio]]:
        """Ours to each other contender, in both figures."""
        others = [name for name in self.rounds if name != "ours"]
        return {
            name: {each: ratio(self.rounds["ours"], self.rounds[name], each) for each in FIGURES}
            for name in others
        }

    def missed(self) -> list[str]:
        """The targets that this case has and does not reach, in words."""
        if self.error:
            return [self.error]
        wanted = (("ours", self.case.least), ("anew", self.case.least_anew))
        return [
            f"{who} {least} × {name}"
            for who, targets in wanted
            for name, least in targets.items()
            if self._beside(who, name.split(" or ")) < least
        ]

    def _beside(self, who: str, names: list[str]) -> float:
        """How many times as many answers as the slowest of these."""
        own = self.rounds[who]
        return max(ratio(own, self.rounds[name], "throughput").median for name in names)

    def as_json(self) -> dict[str, Any]:
        return {
            "people": self.people,
            "case": self.case.name,
            "queries": self.queries,
            "least": dict(self.case.least),
            "least_anew": dict(self.case.least_anew),
            "missed": self.missed(),
            "is_met": not self.missed(),
            "rounds": {
                name: [each._asdict() for each in rounds] for name, rounds in self.rounds.items()
            },
            "ratios": {
                name: {figure: each._asdict() for figure, each in figures.items()}
                for name, figures in self.ratios().items()
            },
        }


def table(results: list[dict[str, Any]]) -> str:
    """A line for each case: answers a second, and how many times those of each other."""
    heading = (
        "people",
        "case",
        "queries",
        "ours/s",
        "anew/s",
        *(f"× {each}" for each in OTHERS),
        "",
    )
    return "\n".join([COLUMNS.format(*heading), *map(_line, results)])


def _line(result: dict[str, Any]) -> str:
    a_second = (_a_second(result["rounds"].get(name)) for name in ("ours", "anew"))
    beside = (_words(result["ratios"].get(name)) for name in OTHERS)
    missed = f"MISSED: {', '.join(result['missed'])}" if result["missed"] else ""
    told = (f"{result['people']:,}", result["case"], result["queries"], *a_second, *beside, missed)
    return COLUMNS.format(*told)


def _a_second(rounds: list[dict[str, float]] | None) -> str:
    return f"{median(each['throughput'] for each in rounds):,.0f}" if rounds else "–"


def _words(ratios: dict[str, dict[str, float]] | None) -> str:
    return f"{ratios['throughput']['median']:.2f}" if ratios else "–"
