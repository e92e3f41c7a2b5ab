"""What is asked of each contender, and how fast ours has to be."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from tests.bench.client import ask


class Case(NamedTuple):
    """`addresses` by contender, asked in turn; `least` is the ratio to the ordinary one that ours
    has to reach in this issue, None where there is only something to print. `compared` is the
    part of an answer that has to be the same in ours and in those that are `alike`."""

    name: str
    addresses: dict[str, list[str]]
    least: float | None = None
    compared: Callable[[bytes], Any] = json.loads
    alike: tuple[str, ...] = ("ordinary",)


def cases(ours: Path) -> list[Case]:
    """The cases of a world, chosen through our own API: some people, and its largest wave."""
    people = [each["id"] for each in _results(ours, "people/")]
    wave = _largest(ours)
    key, slug = wave["id"], wave["slug"]
    return [
        Case(
            "list of 50 people",
            {"ours": ["/api/v1/people/"], "ordinary": ["/people/"], "limit": ["/people"]},
            least=3.0,
            compared=lambda answer: json.loads(answer)["results"],
            alike=("ordinary", "limit"),
        ),
        Case(
            "one person",
            {
                "ours": [f"/api/v1/people/{person}/" for person in people],
                "ordinary": [f"/people/{person}/" for person in people],
                "limit": [f"/person/{person}" for person in people],
            },
            alike=("ordinary", "limit"),
        ),
        Case(
            "ledger of the largest wave",
            {
                "ours": [f"/api/v1/waves/{key}/ledger/"],
                "ordinary": [f"/ledger/{key}/"],
                "limit": [f"/ledger/{key}"],
            },
        ),
        Case(
            "timeline",
            {"ours": ["/en/"], "ordinary": ["/en/"], "limit": ["/timeline"]},
            compared=bytes.splitlines,
        ),
        Case(
            "page of the largest wave",
            {
                "ours": [f"/en/waves/{slug}/"],
                "ordinary": [f"/en/waves/{slug}/"],
                "limit": [f"/wave/{key}"],
            },
            compared=bytes.splitlines,
        ),
    ]


def differences(case: Case, sockets: dict[str, Path]) -> list[str]:
    """Which contenders do not give our very values, address by address."""
    told = []
    for turn, address in enumerate(case.addresses["ours"]):
        own = case.compared(ask(sockets["ours"], address))
        for name in case.alike:
            if case.compared(ask(sockets[name], case.addresses[name][turn])) != own:
                told.append(f"{case.name}: {name} differs at {case.addresses[name][turn]}")
    return told


def _results(ours: Path, address: str) -> list[dict[str, Any]]:
    return json.loads(ask(ours, f"/api/v1/{address}"))["results"]


def _largest(ours: Path) -> dict[str, Any]:
    """The wave with most released, by the figure that is preferred: the first of its claims."""
    claims = _results(ours, "claims/?measure=released&page_size=100")
    largest = max(claims, key=lambda claim: claim["low"] or 0)
    return json.loads(ask(ours, f"/api/v1/waves/{largest['wave_id']}/"))
