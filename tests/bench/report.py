"""The figures of a case behind a server, as JSON and as a table."""

from typing import Any, NamedTuple

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

    def as_json(self) -> dict[str, Any]:
        return {
            "people": self.people,
            "case": self.case.name,
            "queries": self.queries,
            "least": self.case.least,
            "is_met": self.is_met(),
            "rounds": {
                name: [each._asdict() for each in rounds] for name, rounds in self.rounds.items()
            },
            "ratios": {
                name: {figure: each._asdict() for figure, each in figures.items()}
                for name, figures in self.ratios().items()
            },
        }


def table(results: list[dict[str, Any]]) -> str:
    """A line for each case: ours to the others, as throughput and as processor time."""
    heading = ("people", "case", "queries", "× ordinary", "× limit", "target")
    lines = [COLUMNS.format(*heading)]
    for result in results:
        target = f"≥ {result['least']} × ordinary" if result["least"] else ""
        lines.append(
            COLUMNS.format(
                f"{result['people']:,}",
                result["case"],
                result["queries"],
                _words(result["ratios"].get("ordinary")),
                _words(result["ratios"].get("limit")),
                target if result["is_met"] else f"{target}: MISSED",
            )
        )
    return "\n".join(lines)


def _words(ratios: dict[str, dict[str, float]] | None) -> str:
    if ratios is None:
        return "–"
    through, used = ratios["throughput"], ratios["processor"]
    spread = f"{through['least']:.2f}–{through['most']:.2f}"
    return f"{through['median']:.2f} ({spread}), {used['median']:.2f}"
