"""What is asked of each contender, and how fast ours has to be."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from people.names import WrittenName
from people.persons.name_keys import ask_words
from tests.bench.client import ask


class Case(NamedTuple):
    """`addresses` by contender, asked in turn. `least`: the ratios that ours has to reach, and
    `least_anew` those of the same without any answer that is kept; "a or b" is the slower of both.

    `compared` is the part of an answer that has to be the same in ours and in those `alike`.
    """

    name: str
    addresses: dict[str, list[str]]
    least: Mapping[str, float] = {}
    compared: Callable[[bytes], Any] = json.loads
    alike: tuple[str, ...] = ("anew", "ordinary")
    least_anew: Mapping[str, float] = {}


#: An answer that is unchanged, beside an address that asks for nothing at all.
UNCHANGED = {"floor": 0.6}
#: A whole list, beside COPY of the same objects.
EXPORTED = {"limit": 0.85}
#: A search, beside finding the ids of the same people alone.
FOUND = {"limit": 0.75}


def cases(ours: Path) -> list[Case]:
    """The cases of a world, chosen through our own API: some people, and its largest wave."""
    shown = _results(ours, "people/")
    people = [each["id"] for each in shown]
    named = [each["name"] for each in shown if each["shown_as"] == "named"]
    wave = _largest(ours)
    place = _results(ours, "destinations/")[0]["id"]
    key, slug = wave["id"], wave["slug"]
    return [
        Case(
            "list of 50 people",
            _asked("/api/v1/people/", ordinary=["/people/"], limit=["/people"]),
            least={"ordinary": 7.0, "static or limit": 0.75},
            compared=lambda answer: json.loads(answer)["results"],
            alike=("anew", "ordinary", "limit"),
        ),
        Case(
            "one person",
            _asked(
                *(f"/api/v1/people/{person}/" for person in people),
                ordinary=[f"/people/{person}/" for person in people],
                limit=[f"/person/{person}" for person in people],
            ),
            least={"floor": 0.5},
            alike=("anew", "ordinary", "limit"),
        ),
        Case(
            "ledger of the largest wave",
            _asked(
                f"/api/v1/waves/{key}/ledger/",
                ordinary=[f"/ledger/{key}/"],
                limit=[f"/ledger/{key}"],
            ),
            UNCHANGED,
            least_anew={"limit": 0.3},
        ),
        _page("timeline", "/en/", limit=["/timeline"]),
        _page("page of the largest wave", f"/en/waves/{slug}/", limit=[f"/wave/{key}"]),
        _page("page of figures", "/en/figures/"),
        _page("page of a person", f"/en/people/{people[0]}/"),
        _page("page of people", "/en/people/"),
        _page("page of a destination", f"/en/destinations/{place}/"),
        Case("figures over time", _asked("/api/v1/figures/"), UNCHANGED, alike=("anew",)),
        Case("feed of changes", _asked("/api/v1/changes/"), {"floor": 0.5}, alike=("anew",)),
        _search("search of a name", *named),
        _search("search of a word of many", "Synthetic"),
        Case(
            "everybody as JSON Lines",
            _asked("/api/v1/people/?format=jsonl", limit=["/everybody"]),
            EXPORTED,
            lambda answer: [json.loads(line) for line in answer.splitlines()],
            ("anew", "limit"),
        ),
        Case(
            "everybody as CSV",
            _asked("/api/v1/people/?format=csv", limit=["/everybody"]),
            EXPORTED,
            bytes.splitlines,
            ("anew",),
        ),
    ]


def _asked(*ours: str, **others: list[str]) -> dict[str, list[str]]:
    return {"ours": [*ours], "anew": [*ours], "floor": ["/healthz"], **others}


def _page(name: str, address: str, **others: list[str]) -> Case:
    least_anew = {"limit": 0.3} if "limit" in others else {}
    asked = _asked(address, **others)
    return Case(name, asked, UNCHANGED, bytes.splitlines, ("anew",), least_anew)


def _search(name: str, *texts: str) -> Case:
    """Names or single words that people bear as they are asked for: the first step finds them."""
    asked = _asked(
        *(f"/api/v1/people/?search={quote(text)}" for text in texts),
        limit=[f"/found/{quote(_list_keys(text))}" for text in texts],
    )
    return Case(name, asked, FOUND, _list_ids, ("anew", "limit"))


def _list_keys(text: str) -> str:
    """The keys of the first and of the last word."""
    words = ask_words(WrittenName(text))
    return "/".join(",".join(word.same) for word in (words[0], words[-1]))


def _list_ids(answer: bytes) -> list[str]:
    return [each["id"] for each in json.loads(answer)["results"]]


def write_answers(asked: list[Case], ours: Path, folder: Path) -> list[Case]:
    """The cases with our very answers as files of `folder`, which a static server sends."""
    for number, case in enumerate(asked):
        for turn, address in enumerate(case.addresses["ours"]):
            (folder / f"{number}-{turn}.txt").write_bytes(ask(ours, address))
        turns = range(len(case.addresses["ours"]))
        case.addresses["static"] = [f"/{number}-{turn}.txt" for turn in turns]
    return asked


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
