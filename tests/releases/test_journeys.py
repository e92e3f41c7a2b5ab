"""The route of a wave from recorded legs, where no source says where people were taken."""

from types import SimpleNamespace

from releases.charts import Route
from releases.ledger import Evidence, LedgerSide, LedgerWave, PeopleGroup, RecordedFact
from releases.presenters.recorded_routes import build_recorded_route

TAKEN = RecordedFact("taken_to", frozenset({("to", "lt")}))
ONWARD = RecordedFact("moved_on", frozenset({("from", "lt"), ("to", "pl-warsaw")}))
NAMES = SimpleNamespace(place_name=lambda code: code)


def route(*people: PeopleGroup) -> Route | None:
    wave = LedgerWave("w", (LedgerSide("s", frozenset({"BY"})),))
    return build_recorded_route(Evidence(waves=(wave,), people=people), NAMES)  # type: ignore[arg-type]


def group(people: int, *facts: RecordedFact, shown_as: str = "") -> PeopleGroup:
    return PeopleGroup(side="s", people=people, facts=frozenset(facts), shown_as=shown_as)


def flows(drawn: Route | None) -> list[tuple[int, str, str, int]]:
    assert drawn is not None
    return [
        (flow.leg, flow.origin.code, flow.destination.code, flow.amount.top)
        for flow in drawn.flows
        if flow.destination
    ]


def test_legs_follow_one_another():
    drawn = route(group(8, TAKEN, ONWARD), group(12, TAKEN))
    assert flows(drawn) == [(1, "by", "lt", 20), (2, "lt", "pl-warsaw", 8)]
    assert drawn is not None
    assert drawn.is_recorded


def test_where_fewer_than_eight_unshown_went_on_only_the_shown_are_drawn():
    shown = group(2, TAKEN, ONWARD, shown_as="named")
    assert flows(route(shown, group(20, TAKEN)))[0] == (1, "by", "lt", 22)
    assert flows(route(shown, group(13, TAKEN), group(7, TAKEN, ONWARD))) == [
        (1, "by", "lt", 2),
        (2, "lt", "pl-warsaw", 2),
    ]


def test_fewer_than_eight_without_a_leg_are_not_told_by_the_rest():
    assert flows(route(group(20, TAKEN), group(8)))[0][3] == 20
    assert route(group(20, TAKEN), group(7)) is None


def test_nothing_recorded_is_no_route():
    assert route() is None
