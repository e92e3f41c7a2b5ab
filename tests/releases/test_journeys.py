"""The route of a wave from legs of people who are shown, where no source says where they went."""

from types import SimpleNamespace
from typing import Any

from releases.charts import Route
from releases.presenters.shown_routes import build_shown_route

NAMES = SimpleNamespace(language="en", place_name=lambda code: code)


def place(code: str) -> dict[str, Any]:
    return {"code": code, "country": code.partition("-")[0].upper(), "name": {"en": code}}


def leg(person: str, origin: str, destination: str, kind: str = "crossing") -> dict[str, Any]:
    ends = {"origin": place(origin), "destination": place(destination)}
    return {"person_id": person, "kind": kind, **ends}


def flows(*legs: dict[str, Any]) -> list[tuple[int, str, str, int]]:
    drawn: Route | None = build_shown_route(legs, NAMES)  # type: ignore[arg-type]
    return [
        (flow.leg, flow.origin.code, flow.destination.code, flow.amount.top)
        for flow in (drawn.flows if drawn else ())
        if flow.destination
    ]


def test_legs_follow_one_another_from_the_border_on():
    one = [
        leg("a", "by-minsk", "by-brest"),
        leg("a", "by-brest", "lt"),
        leg("a", "lt", "pl-warsaw"),
    ]
    assert flows(*one, leg("b", "by-minsk", "lt")) == [
        (1, "by", "lt", 2),
        (2, "lt", "pl-warsaw", 1),
    ]


def test_a_way_ends_where_the_next_leg_begins_elsewhere():
    assert flows(leg("a", "by", "lt"), leg("a", "lv", "pl-warsaw")) == [(1, "by", "lt", 1)]


def test_legs_in_custody_are_no_way_after_release():
    assert flows(leg("a", "by", "lt", "turned_back")) == []


def test_nothing_shown_is_no_route():
    assert build_shown_route([], NAMES) is None  # type: ignore[arg-type]
