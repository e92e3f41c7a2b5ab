"""Imports killed at random moments, of which none may be half done (`tests/people/imports`)."""

from typing import Any

from tests.bench import child, worlds

KILLS = {"full": 200, "quick": 20}
ROWS = 60


def figures(length: str) -> dict[str, Any]:
    with worlds.empty("bench_killing") as environment:
        arguments = (KILLS[length], ROWS)
        return child.run(
            "tests.people.imports.killing", *arguments, environment=environment, settings="tests"
        )


def is_met(found: dict[str, Any]) -> bool:
    return not found["half"] and not found["left"]


def told(found: dict[str, Any]) -> str:
    """How many were half done, where the kills struck, and what was not completed later."""
    struck = ", ".join(f"{count} {state}" for state, count in sorted(found["struck"].items()))
    return (
        f"{len(found['half'])} half imports of {found['kills']} killed (target 0), lists of"
        f" {found['rows']} rows, killed within the {found['planning']:.1f} s to the plan or the"
        f" {found['committing']:.1f} s of the commit (found {struck});"
        f" {len(found['left'])} not completed by the next run (target 0)"
    )
